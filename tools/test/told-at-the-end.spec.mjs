import { readReport } from './jest-report.mjs';
import { summaryOf } from './summary.mjs';

const root = '/somewhere/anuyat';
const test = (status, ...names) => ({ status, ancestorTitles: names.slice(0, -1), title: names.at(-1) });
const passed = (name) => ({ name: `${root}/${name}`, status: 'passed', message: '', assertionResults: [test('passed', 'a fee', 'is paid')] });
const report = (testResults, counts = {}) => JSON.stringify({ numPassedTests: 2, numFailedTests: 0, numPendingTests: 0, numRuntimeErrorTestSuites: 0, ...counts, testResults });
const failing = {
  name: `${root}/libs/fees/fee.spec.ts`,
  status: 'failed',
  message: '\u001b[1m● a fee › is due\u001b[22m\n\n  expected 100, received 99\n',
  assertionResults: [test('passed', 'a fee', 'is paid'), test('failed', 'a fee', 'is due')],
};
const unloadable = { name: `${root}/libs/fees/broken.spec.ts`, status: 'failed', message: '● Test suite failed to run\n\n  no such module', assertionResults: [] };

describe('what is told of failed tests', () => {
  it('is each of them by its name and what it said, and nothing about those that passed', () => {
    const { failures, ...counts } = readReport(report([passed('libs/a.spec.ts'), failing, unloadable], { numFailedTests: 1, numRuntimeErrorTestSuites: 1 }), root);
    expect(counts).toEqual({ passed: 2, failed: 2, skipped: 0, failedTests: ['libs/fees/fee.spec.ts › a fee › is due', 'libs/fees/broken.spec.ts (failed outside its tests)'] });
    expect(failures).toBe('FAIL libs/fees/fee.spec.ts\n● a fee › is due\n\n  expected 100, received 99\n\nFAIL libs/fees/broken.spec.ts\n● Test suite failed to run\n\n  no such module');
  });

  it('is cut for each spec, so that one long message hides no other', () => {
    const long = { ...failing, message: Array.from({ length: 5_000 }, (_, line) => `line ${line}`).join('\n') };
    const { failures } = readReport(report([long, unloadable], { numFailedTests: 1, numRuntimeErrorTestSuites: 1 }), root);
    expect(failures).toContain('line 149\n… and 4850 lines more\n\nFAIL libs/fees/broken.spec.ts');
    const many = readReport(report(Array.from({ length: 100 }, () => long)), root);
    expect(many.failures.split('\n').length).toBeLessThan(2_000);
  });

  it('is nothing where Jest wrote no report', () => {
    expect(readReport('', root)).toBeUndefined();
  });
});

describe('the end of a run', () => {
  it('tells what ran, how long the whole took, and last of all the counts', () => {
    const { lines, exitCode } = summaryOf([{ name: 'lint', isOk: true }, { name: 'unit', isOk: true, passed: 10, failed: 0, skipped: 0 }], 1_192_300);
    expect([lines, exitCode]).toEqual([['', '  Ran: lint, unit, in 19 min 52 s.', '', '10 passed, 0 failed'], 0]);
  });

  it('names every failed test once more, and each step that failed without one', () => {
    const { lines, exitCode } = summaryOf([
      { name: 'lint', isOk: false },
      { name: 'unit', isOk: false, passed: 9, failed: 1, skipped: 0, failedTests: ['libs/fees/fee.spec.ts › a fee › is due'] },
      { name: 'spin', isOk: true, isSkipped: true, why: 'spin is not installed' },
    ], 8_000);
    expect([lines, exitCode]).toEqual([[
      '', '  Ran: lint, unit, in 8 s.', '  Could not run spin: spin is not installed.',
      '', '  Failed:', '    lint', '    unit: libs/fees/fee.spec.ts › a fee › is due',
      '', '9 passed, 2 failed, 1 skipped',
    ], 1]);
  });

  it('counts a step that failed although each of its tests passed', () => {
    const { lines, exitCode } = summaryOf([{ name: 'unit', isOk: false, passed: 9, failed: 0, skipped: 0, failedTests: [] }], 8_000);
    expect([lines.slice(-4), exitCode]).toEqual([['  Failed:', '    unit', '', '9 passed, 1 failed'], 1]);
  });
});
