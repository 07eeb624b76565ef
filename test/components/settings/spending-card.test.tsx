import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SpendingCard } from '@/components/settings/spending-card';
import type { DaySpending } from '@/utils/core/money/spending';
import { createFakeLive } from '../support/fake-live';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 10, 22, 12) });
});
afterEach(() => {
  vi.useRealTimers();
});

/** What one reply on a day came to. */
function spent(day: string, changes: Partial<DaySpending> = {}): DaySpending {
  const server = { providerId: 'one', providerName: 'One', model: 'gpt-image-2' };
  return {
    day,
    ...server,
    amount: 0,
    estimated: 0,
    knownReplies: 1,
    unknownReplies: 0,
    pictures: 1,
    ...changes,
  };
}

const OTHER = { providerId: 'two', providerName: 'Two', model: 'flux' };

const ROWS: readonly DaySpending[] = [
  spent('2026-10-31', { amount: 7, providerName: 'Old name' }),
  spent('2026-11-02', { amount: 0.011 }),
  spent('2026-11-02', { ...OTHER, knownReplies: 0, unknownReplies: 2, pictures: 2 }),
  spent('2026-11-21', { amount: 1.2, pictures: 4 }),
  spent('2026-11-22', { ...OTHER, knownReplies: 0, unknownReplies: 1 }),
];

/** Shows the card; nothing is read yet unless rows are given. */
function renderCard(rows?: readonly DaySpending[], limit?: number) {
  const spending = createFakeLive<readonly DaySpending[]>();
  render(<SpendingCard spending={spending} limit={limit} onLimit={() => Promise.resolve()} />);
  if (rows) spending.show(rows);
  return spending;
}

/** The lines of the table below its head. */
function lines(): readonly (readonly string[])[] {
  const [, ...rows] = within(screen.getByRole('table')).getAllByRole('row');
  return rows.map((row) => Array.from(row.children, ({ textContent }) => textContent));
}

describe('this month', () => {
  const month = (rows: readonly DaySpending[]): string => {
    renderCard(rows);
    return screen.getByText(/this month|What this month/).textContent;
  };

  it('is what is known of it, and how many replies are not in it', () => {
    expect(month(ROWS)).toBe(
      '$1.21 this month. The server did not tell what 3 replies cost. They are not in the sum.',
    );
  });

  it('says nothing of what is unknown when all is known', () => {
    expect(month(ROWS.slice(0, 2))).toBe('$0.011 this month.');
  });

  it('is not nothing when nothing is known', () => {
    expect(month(ROWS.slice(4))).toBe(
      'What this month cost is not known. The server did not tell what 1 reply cost. It is not in the sum.',
    );
  });

  it('may have been free of cost after a dear one', () => {
    expect(month(ROWS.slice(0, 1))).toBe('$0.00 this month.');
  });
});

describe('the limit', () => {
  const words = /your limit cannot be checked/;

  it('says that it cannot be checked where a part of the month is unknown', () => {
    renderCard(ROWS, 5);
    expect(screen.getByText(words)).toBeTruthy();
  });

  it.each<[string, readonly DaySpending[], number | undefined]>([
    ['where there is none', ROWS, undefined],
    ['where all is known', ROWS.slice(0, 2), 5],
    ['where a price list covers the rest', [spent('2026-11-02', { estimated: 1, unknownReplies: 1 })], 5],
    ['where another month is unknown', [spent('2026-10-02', { unknownReplies: 1 })], 5],
  ])('says nothing of it %s', (_, rows, limit) => {
    renderCard(rows, limit);
    expect(screen.queryByText(words)).toBeNull();
  });
});

describe('the table', () => {
  it('adds up by day, newest first', () => {
    renderCard(ROWS);
    expect(screen.getByRole('radio', { name: 'By day' })).toHaveProperty('checked', true);
    expect(lines()).toEqual([
      ['2026-11-22', '1', '1 unknown'],
      ['2026-11-21', '4', '$1.20'],
      ['2026-11-02', '3', '$0.011 + 2 unknown'],
      ['2026-10-31', '1', '$7.00'],
    ]);
  });

  it.each([
    [
      'By month',
      [
        ['2026-11', '8', '$1.21 + 3 unknown'],
        ['2026-10', '1', '$7.00'],
      ],
    ],
    [
      'By server',
      [
        ['One', '6', '$8.21'],
        ['Two', '3', '3 unknown'],
      ],
    ],
    [
      'By model',
      [
        ['gpt-image-2', '6', '$8.21'],
        ['flux', '3', '3 unknown'],
      ],
    ],
  ])('adds up %s', async (name, expected) => {
    renderCard(ROWS);
    await userEvent.click(screen.getByRole('radio', { name }));
    expect(lines()).toEqual(expected);
  });

  it('shows the latest days', () => {
    const days = Array.from({ length: 40 }, (_, day) =>
      spent(`2026-0${day < 20 ? 1 : 2}-${String((day % 20) + 1).padStart(2, '0')}`),
    );
    renderCard(days);
    expect(lines()).toHaveLength(31);
    expect(lines()[0]?.[0]).toBe('2026-02-20');
  });
});

it('says of which day the list prices are', () => {
  renderCard(ROWS);
  expect(screen.getByText(/the list prices of \d{4}-\d\d-\d\d are taken/)).toBeTruthy();
});

it('says that nothing was spent', () => {
  renderCard([]);
  expect(screen.getByText('Nothing spent yet. What a server says it used is added up here.')).toBeTruthy();
  expect(screen.queryByRole('table')).toBeNull();
});

it('claims nothing before it is read, nor when it cannot be', () => {
  const spending = renderCard();
  expect(screen.queryByText(/Nothing spent yet/)).toBeNull();
  spending.fail({ kind: 'storageUnavailable' });
  expect(screen.queryByText(/Nothing spent yet/)).toBeNull();
  expect(screen.getByRole('alert').textContent).toContain("The browser's storage does not work right now.");
});
