import { dayOf, expectedSpending, monthOf, type DaySpending } from '../core/money/spending';
import { withDatabase, type OpenDatabase } from './database';

/** What was spent, oldest day first; all of it, or one month (`YYYY-MM`). */
export function readSpending(open: OpenDatabase, month?: string): Promise<readonly DaySpending[]> {
  const range = month === undefined ? null : IDBKeyRange.bound([month], [`${month}-32`]);
  return withDatabase(open, (database) => database.getAll('spending', range));
}

/**
 * What was spent in the month of a moment, in US dollars: what is known, and what a price list says of replies that told
 * nothing; `undefined` where a part of it is unknown.
 */
export async function readMonthlyAmount(open: OpenDatabase, at: number): Promise<number | undefined> {
  return expectedSpending(await readSpending(open, monthOf(dayOf(at))));
}
