import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  book,
  dayOf,
  expectedSpending,
  groupSpending,
  monthOf,
  sumSpending,
  type Booking,
  type DaySpending,
} from '@/utils/core/money/spending';

/** The middle of a local day. */
const noonOf = (year: number, month: number, day: number): number =>
  new Date(year, month - 1, day, 12).getTime();

const BOOKING: Booking = {
  at: noonOf(2026, 11, 22),
  providerId: 'server-1',
  providerName: 'My relay',
  model: 'gpt-image-1',
  amount: 0.25,
  pictures: 2,
};

/** A day's row. */
function makeRow(changes: Partial<DaySpending> = {}): DaySpending {
  return { ...book(undefined, BOOKING), ...changes };
}

describe('the day of a moment', () => {
  it('is local, from midnight to midnight', () => {
    expect(dayOf(new Date(2026, 0, 3, 0, 0, 0).getTime())).toBe('2026-01-03');
    expect(dayOf(new Date(2026, 0, 3, 23, 59, 59, 999).getTime())).toBe('2026-01-03');
    expect(dayOf(new Date(2026, 0, 4).getTime())).toBe('2026-01-04');
  });

  it('is in its month', () => {
    expect(monthOf(dayOf(noonOf(2026, 12, 31)))).toBe('2026-12');
    expect(monthOf(dayOf(noonOf(2027, 1, 1)))).toBe('2027-01');
  });

  it('sorts as text as it does in time', () => {
    const moment = fc.integer({ min: noonOf(1970, 2, 1), max: noonOf(2100, 1, 1) });
    fc.assert(
      fc.property(moment, moment, (one, other) => {
        expect(dayOf(Math.min(one, other)) <= dayOf(Math.max(one, other))).toBe(true);
      }),
    );
  });
});

describe('a day at a server with a model', () => {
  it('begins with its first reply', () => {
    expect(book(undefined, BOOKING)).toEqual({
      day: '2026-11-22',
      providerId: 'server-1',
      providerName: 'My relay',
      model: 'gpt-image-1',
      amount: 0.25,
      estimated: 0,
      knownReplies: 1,
      unknownReplies: 0,
      pictures: 2,
    });
  });

  it('keeps what a price list says of a reply that told nothing apart from what is known', () => {
    const { amount: _, ...unknown } = BOOKING;
    expect(book(makeRow(), { ...unknown, estimated: 0.5 })).toMatchObject({ amount: 0.25, estimated: 0.5 });
    expect(book(makeRow(), { ...BOOKING, estimated: 0.5 })).toMatchObject({ amount: 0.5, estimated: 0 });
  });

  it('counts a reply that told nothing as unknown, and its pictures all the same', () => {
    const { amount: _, ...unknown } = BOOKING;
    expect(book(makeRow(), unknown)).toMatchObject({
      amount: 0.25,
      knownReplies: 1,
      unknownReplies: 1,
      pictures: 4,
    });
  });

  it('counts a reply that cost nothing as known', () => {
    expect(book(undefined, { ...BOOKING, amount: 0 })).toMatchObject({ knownReplies: 1, unknownReplies: 0 });
  });

  it('goes by the last name of the server', () => {
    expect(book(makeRow(), { ...BOOKING, providerName: 'Our relay' }).providerName).toBe('Our relay');
  });
});

describe('an overview', () => {
  const rows = [
    makeRow({ day: '2026-11-21', model: 'gpt-image-2', amount: 1, pictures: 1 }),
    makeRow({ day: '2026-11-22', amount: 2, pictures: 2, unknownReplies: 1 }),
    makeRow({ day: '2026-10-31', providerId: 'server-2', providerName: 'Other', amount: 4, pictures: 4 }),
  ];

  it.each([
    [
      'day',
      [
        ['2026-11-22', 2],
        ['2026-11-21', 1],
        ['2026-10-31', 4],
      ],
    ],
    [
      'month',
      [
        ['2026-11', 3],
        ['2026-10', 4],
      ],
    ],
    [
      'provider',
      [
        ['Other', 4],
        ['My relay', 3],
      ],
    ],
    [
      'model',
      [
        ['gpt-image-1', 6],
        ['gpt-image-2', 1],
      ],
    ],
  ] as const)('by %s adds up, times newest first and the others dearest first', (group, lines) => {
    expect(groupSpending(rows, group).map(({ label, amount }) => [label, amount])).toEqual(lines);
  });

  it('keeps servers of one name apart', () => {
    const namesakes = [makeRow(), makeRow({ providerId: 'server-2' })];
    expect(groupSpending(namesakes, 'provider').map(({ key }) => key)).toEqual(['server-1', 'server-2']);
  });

  it('has by number of pictures what costs the same, as what is unknown does', () => {
    const unknown = { amount: 0, knownReplies: 0, unknownReplies: 1 };
    const lines = groupSpending(
      [
        makeRow({ ...unknown, model: 'few', pictures: 1 }),
        makeRow({ ...unknown, model: 'many', pictures: 9 }),
      ],
      'model',
    );
    expect(lines.map(({ label }) => label)).toEqual(['many', 'few']);
  });

  it('of nothing is empty', () => {
    expect(groupSpending([], 'day')).toEqual([]);
    expect(sumSpending([])).toEqual({ amount: 0, unknownReplies: 0, pictures: 0 });
  });

  it('loses and invents nothing, however it is added up', () => {
    const row = fc.record({
      day: fc.constantFrom('2026-10-31', '2026-11-01', '2026-11-22'),
      providerId: fc.constantFrom('a', 'b'),
      providerName: fc.constantFrom('A', 'B'),
      model: fc.constantFrom('gpt-image-1', 'flux'),
      amount: fc.integer({ min: 0, max: 100 }),
      estimated: fc.constant(0),
      knownReplies: fc.nat(5),
      unknownReplies: fc.nat(5),
      pictures: fc.nat(10),
    });
    const group = fc.constantFrom('day', 'month', 'provider', 'model');
    fc.assert(
      fc.property(fc.array(row), group, (all, by) => {
        const lines = groupSpending(all, by);
        const total = sumSpending(all);
        for (const field of ['amount', 'unknownReplies', 'pictures'] as const) {
          expect(lines.reduce((sum, line) => sum + line[field], 0)).toBe(total[field]);
        }
        expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
      }),
    );
  });
});

describe('what a month comes to for the limit', () => {
  it('is what is known and what a price list says of the rest', () => {
    expect(expectedSpending([makeRow({ amount: 1, estimated: 0.5, unknownReplies: 1 })])).toBe(1.5);
    expect(expectedSpending([])).toBe(0);
  });

  it('is unknown once a reply told nothing and no price list covers it', () => {
    const { amount: _, ...unknown } = BOOKING;
    const row = book(undefined, { ...unknown, estimated: 0.5 });
    expect(expectedSpending([row])).toBe(0.5);
    expect(expectedSpending([book(row, unknown)])).toBeUndefined();
    expect(expectedSpending([book(book(row, unknown), { ...BOOKING, amount: 1 })])).toBeUndefined();
  });

  it('is unknown by rows of older versions that have replies without any estimate', () => {
    const before = { amount: 1, knownReplies: 1, unknownReplies: 2 };
    expect(expectedSpending([makeRow({ ...before, estimated: 0 })])).toBeUndefined();
    expect(expectedSpending([makeRow({ ...before, estimated: 0.5 })])).toBe(1.5);
  });

  it('is finite and known, or unknown, whatever was booked', () => {
    const dollars = fc.option(fc.oneof(fc.double(), fc.double({ min: 0, max: 1e6 })), { nil: undefined });
    const booking = fc.record({ amount: dollars, estimated: dollars, pictures: fc.nat(10) });
    fc.assert(
      fc.property(fc.array(booking, { minLength: 1 }), (bookings) => {
        const row = bookings.reduce<DaySpending | undefined>(
          (day, { amount, estimated, pictures }) =>
            book(day, {
              at: BOOKING.at,
              providerId: 'p',
              providerName: 'P',
              model: 'm',
              pictures,
              ...(amount !== undefined && { amount }),
              ...(estimated !== undefined && { estimated }),
            }),
          undefined,
        );
        fc.pre(row !== undefined);
        expect(row.amount).toSatisfy((sum: number) => sum >= 0 && sum <= 1e6);
        expect(row.estimated).toSatisfy((sum: number) => sum >= 0 && sum <= 1e6);
        expect(row.knownReplies + row.unknownReplies).toBe(bookings.length);
        const isKnown = (value: number | undefined): boolean =>
          value !== undefined && value >= 0 && value <= 1e6;
        const untold = bookings.some(({ amount, estimated }) => !isKnown(amount) && !isKnown(estimated));
        expect(untold && expectedSpending([row]) !== undefined).toBe(false);
      }),
    );
  });
});

it.each([NaN, Infinity])('counts an amount of %d in a row of an older version as unknown', (amount) => {
  expect(sumSpending([makeRow({ amount }), makeRow({ amount: 1 })])).toMatchObject({
    amount: 1,
    unknownReplies: 1,
  });
  expect(expectedSpending([makeRow({ amount })])).toBeUndefined();
  expect(book(makeRow({ amount }), { ...BOOKING, amount: 1 }).amount).toBe(1);
});
