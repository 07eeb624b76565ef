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

/** A day's row after one more reply. */
export function book(row: DaySpending | undefined, booking: Booking): DaySpending {
  const { at, providerId, providerName, model, amount, estimated = 0, pictures } = booking;
  const before = row ?? { amount: 0, estimated: 0, knownReplies: 0, unknownReplies: 0, pictures: 0 };
  return {
    day: dayOf(at),
    providerId,
    model,
    providerName,
    amount: before.amount + (amount ?? 0),
    estimated: before.estimated + (amount === undefined ? estimated : 0),
    knownReplies: before.knownReplies + (amount === undefined ? 0 : 1),
    unknownReplies: before.unknownReplies + (amount === undefined ? 1 : 0),
    pictures: before.pictures + pictures,
  };
}

/** What rows come to. */
export interface SpendingSum {
  readonly amount: number;
  readonly unknownReplies: number;
  readonly pictures: number;
}

/** The sum of rows. */
export function sumSpending(rows: readonly DaySpending[]): SpendingSum {
  return rows.reduce(
    (sum, row) => ({
      amount: sum.amount + row.amount,
      unknownReplies: sum.unknownReplies + row.unknownReplies,
      pictures: sum.pictures + row.pictures,
    }),
    { amount: 0, unknownReplies: 0, pictures: 0 },
  );
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

/** What decides whether a job must be asked for first. US dollars. */
export interface Budget {
  readonly limit: number;
  /** Spending of this month, known or by a price list, and what jobs under way are expected to take. */
  readonly spent: number;
  readonly underWay: number;
}

/**
 * Whether a job would exceed the monthly limit. One whose price is unknown is asked for only when the limit is
 * reached, as every job would have to be otherwise.
 */
export function exceedsBudget({ limit, spent, underWay }: Budget, estimate: number | undefined): boolean {
  const before = spent + underWay;
  return estimate === undefined ? before >= limit : before + estimate > limit;
}
