import { readFileSync } from 'node:fs';
import * as v from 'valibot';

/** How many tests passed, failed, and were left out because something they need is missing. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The part of vitest's JSON report that counts; it has the shape of Jest's. */
const reportShape = v.object({
  success: v.boolean(),
  numTotalTests: count,
  numPassedTests: count,
  numFailedTests: count,
  numPendingTests: count,
});

/**
 * Reads what a vitest run reported. A report that is missing, unreadable or of no test at all is a failure,
 * and so is a run that failed without a failed test, such as a file that could not be loaded.
 *
 * @param exitCode what vitest ended with
 */
export function readVitestReport(file: string, exitCode: number): Tally {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
  return tallyReport(text, exitCode);
}

/** See {@link readVitestReport}; `text` is the report. */
export function tallyReport(text: string, exitCode: number): Tally {
  const report = v.safeParse(v.pipe(v.string(), v.parseJson(), reportShape), text);
  if (!report.success) return { passed: 0, failed: 1, skipped: 0 };
  const { success, numTotalTests, numPassedTests, numFailedTests, numPendingTests: skipped } = report.output;
  const failedOtherwise = !success || exitCode !== 0 || numTotalTests === 0;
  return { passed: numPassedTests, failed: numFailedTests || Number(failedOtherwise), skipped };
}
