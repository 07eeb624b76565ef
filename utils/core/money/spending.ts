import { asDollars } from '../number/bounded';

/** What was spent on one day at one server with one model. */
export interface DaySpending {
  /** Local day, `YYYY-MM-DD`. */
  readonly day: string;
  readonly providerId: string;
  readonly model: string;
  /** The server's name when it was booked last; it may be gone by now. */
  readonly providerName: string;
  /** US dollars, as far as known. */
  readonly amount: number;
  /** US dollars that the replies which told nothing will have cost by a price list; for the limit, never shown as spent. */
  readonly estimated: number;
  /** Replies whose cost is known, and those that told nothing. */
  readonly knownReplies: number;
  readonly unknownReplies: number;
  /** How many of those that told nothing no price list covers; absent where none, and in rows from before it was counted. */
  readonly unestimatedReplies?: number;
  readonly pictures: number;
}

/** One reply to be booked. */
export interface Booking {
  readonly at: number;
  readonly providerId: string;
  readonly providerName: string;
  readonly model: string;
  /** US dollars; absent where the server did not tell. */
  readonly amount?: number;
  /** US dollars by a price list. */
  readonly estimated?: number;
  readonly pictures: number;
}

/** The local day of a moment, `YYYY-MM-DD`. */
export function dayOf(at: number): string {
  const date = new Date(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The month of a day, `YYYY-MM`. */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** Replies of a row of which neither the cost nor an estimate is known; older rows show it by the sum of their estimates. */
function unestimatedIn({ estimated, unknownReplies, unestimatedReplies }: DaySpending): number {
  return unestimatedReplies ?? (estimated > 0 ? 0 : unknownReplies);
}

/** A sum of dollars with one more amount; `undefined` where the amount is unknown, or either is out of range. */
function withAmount(before: number, amount: number | undefined): number | undefined {
  const known = asDollars(amount);
  return known === undefined ? undefined : asDollars(before + known);
}

/** A day's row after one more reply. What is out of range, alone or in the sum, is booked as unknown. */
export function book(row: DaySpending | undefined, booking: Booking): DaySpending {
  const { at, providerId, providerName, model, pictures } = booking;
  const before = row ?? { amount: 0, estimated: 0, knownReplies: 0, unknownReplies: 0, pictures: 0 };
  const spent = asDollars(before.amount) ?? 0;
  const expected = asDollars(before.estimated) ?? 0;
  const amount = withAmount(spent, booking.amount);
  const estimated = amount === undefined ? withAmount(expected, booking.estimated) : expected;
  const unestimatedReplies = (row ? unestimatedIn(row) : 0) + (estimated === undefined ? 1 : 0);
  return {
    day: dayOf(at),
    providerId,
    model,
    providerName,
    amount: amount ?? spent,
    estimated: estimated ?? expected,
    knownReplies: before.knownReplies + (amount === undefined ? 0 : 1),
    unknownReplies: before.unknownReplies + (amount === undefined ? 1 : 0),
    ...(unestimatedReplies > 0 && { unestimatedReplies }),
    pictures: before.pictures + pictures,
  };
}

/** What rows come to. */
export interface SpendingSum {
  readonly amount: number;
  readonly unknownReplies: number;
  readonly pictures: number;
}

/** The sum of rows. An amount that a row of an older version holds and that is out of range counts as unknown. */
export function sumSpending(rows: readonly DaySpending[]): SpendingSum {
  return rows.reduce(
    (sum, row) => {
      const amount = asDollars(row.amount);
      return {
        amount: sum.amount + (amount ?? 0),
        unknownReplies: sum.unknownReplies + row.unknownReplies + (amount === undefined ? 1 : 0),
        pictures: sum.pictures + row.pictures,
      };
    },
    { amount: 0, unknownReplies: 0, pictures: 0 },
  );
}

/**
 * What rows come to for the limit, in US dollars: what is known, and estimates for replies that told nothing.
 * `undefined` where there are replies of which neither is known.
 */
export function expectedSpending(rows: readonly DaySpending[]): number | undefined {
  if (rows.some((row) => unestimatedIn(row) > 0)) return undefined;
  return asDollars(rows.reduce((sum, { amount, estimated }) => sum + amount + estimated, 0));
}

/** What spending is added up by. */
export type SpendingGroup = 'day' | 'month' | 'provider' | 'model';

/** One line of an overview. */
export interface SpendingLine extends SpendingSum {
  readonly key: string;
  readonly label: string;
}

function keyOf(row: DaySpending, group: SpendingGroup): { key: string; label: string } {
  switch (group) {
    case 'day':
      return { key: row.day, label: row.day };
    case 'month':
      return { key: monthOf(row.day), label: monthOf(row.day) };
    case 'provider':
      return { key: row.providerId, label: row.providerName };
    case 'model':
      return { key: row.model, label: row.model };
  }
}

/** The rows added up; times newest first, the others dearest first. */
export function groupSpending(rows: readonly DaySpending[], group: SpendingGroup): readonly SpendingLine[] {
  const lines = new Map<string, { label: string; rows: DaySpending[] }>();
  for (const row of rows) {
    const { key, label } = keyOf(row, group);
    const line = lines.get(key);
    if (line) line.rows.push(row);
    else lines.set(key, { label, rows: [row] });
  }
  const sums = Array.from(lines, ([key, line]) => ({ key, label: line.label, ...sumSpending(line.rows) }));
  const timely = group === 'day' || group === 'month';
  return sums.toSorted((one, other) =>
    timely ? other.key.localeCompare(one.key) : other.amount - one.amount || other.pictures - one.pictures,
  );
}
