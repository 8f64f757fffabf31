import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const linesOfAll = 600;
const linesOfOne = 150;

/**
 * What Jest's JSON report says: the counts, the failed tests as "spec › name", and their messages without a word about what passed.
 * Undefined when the text is no report, as when Jest itself could not run. A spec that could not be loaded counts as one failure.
 */
export function readReport(text, root) {
  const report = parsed(text);
  if (!report) return undefined;
  const broken = report.testResults.filter(({ status, message }) => status === 'failed' && message);
  const each = Math.min(linesOfOne, Math.max(15, Math.floor(linesOfAll / Math.max(broken.length, 1))));
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests,
    failedTests: report.testResults.flatMap((spec) => failedIn(spec, relative(root, spec.name))),
    failures: broken.map(({ name, message }) => `FAIL ${relative(root, name)}\n${firstLines(message, each)}`).join('\n\n'),
  };
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function failedIn({ status, assertionResults }, path) {
  const failed = assertionResults.filter((test) => test.status === 'failed').map(({ ancestorTitles, title }) => [path, ...ancestorTitles, title].join(' › '));
  return failed.length === 0 && status === 'failed' ? [`${path} (failed outside its tests)`] : failed;
}

function firstLines(text, count) {
  const lines = stripVTControlCharacters(text).trimEnd().split('\n');
  return [...lines.slice(0, count), ...(lines.length > count ? [`… and ${lines.length - count} lines more`] : [])].join('\n');
}
