/**
 * The end of a run: what ran and how long the whole took, what could not run and why, every failed test by its name, and last of all
 * the counts. A step without tests that failed counts as one failure.
 */
export function summaryOf(results, milliseconds) {
  const sum = (of) => results.reduce((total, result) => total + of(result), 0);
  const failed = sum(({ isOk, failed: tests }) => (isOk ? 0 : Math.max(tests ?? 1, 1)));
  const passed = sum(({ passed: tests }) => tests ?? 0);
  const skipped = sum((result) => result.skipped ?? 0) + sum((result) => (result.isSkipped ? 1 : 0));
  const names = results.filter(({ isOk }) => !isOk).flatMap(({ name, failedTests = [] }) => (failedTests.length ? failedTests.map((test) => `${name}: ${test}`) : [name]));
  const lines = [
    '',
    `  Ran: ${results.filter(({ isSkipped }) => !isSkipped).map(({ name }) => name).join(', ')}, in ${told(milliseconds)}.`,
    ...results.filter(({ isSkipped }) => isSkipped).map(({ name, why }) => `  Could not run ${name}: ${why}.`),
    ...(names.length ? ['', '  Failed:', ...names.map((name) => `    ${name}`)] : []),
    '',
    `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`,
  ];
  return { lines, exitCode: failed ? 1 : 0 };
}

function told(milliseconds) {
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
