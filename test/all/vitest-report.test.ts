import { expect, test } from 'vitest';
import { readVitestReport, tallyReport } from './vitest-report';

const report = (passed: number, failed: number, success = failed === 0, skipped = 0) =>
  JSON.stringify({
    success,
    numTotalTests: passed + failed + skipped,
    numPendingTests: skipped,
    numPassedTests: passed,
    numFailedTests: failed,
    testResults: [],
  });

test.each([
  ['all passed', report(12, 0), 0, { passed: 12, failed: 0, skipped: 0 }],
  ['some were skipped', report(10, 0, true, 3), 0, { passed: 10, failed: 0, skipped: 3 }],
  ['some failed', report(10, 2), 1, { passed: 10, failed: 2, skipped: 0 }],
  ['a file that could not be loaded', report(10, 0, false), 1, { passed: 10, failed: 1, skipped: 0 }],
  ['an error outside the tests', report(10, 0), 1, { passed: 10, failed: 1, skipped: 0 }],
  ['no test at all', report(0, 0), 0, { passed: 0, failed: 1, skipped: 0 }],
  ['half a report', report(3, 0).slice(0, 20), 0, { passed: 0, failed: 1, skipped: 0 }],
  ['another shape', '{"success":true}', 0, { passed: 0, failed: 1, skipped: 0 }],
])('%s', (_name, text, exitCode, tally) => {
  expect(tallyReport(text, exitCode)).toEqual(tally);
});

test('a missing report is a failure', () => {
  expect(readVitestReport('/nowhere/report.json', 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});
