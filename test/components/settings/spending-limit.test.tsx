import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { SpendingLimit } from '@/components/settings/spending-limit';
import { FailureError } from '@/utils/core/failure/failure';
import { wordsBelow } from '../support/server-form-page';

type OnChange = (limit: number | null) => Promise<unknown>;

const box = (): HTMLElement =>
  screen.getByRole('textbox', { name: 'Ask me before a month costs more than (US dollars)' });

/** Shows the box with what is set. */
function renderLimit(limit?: number, onChange: OnChange = () => Promise.resolve()) {
  const spy = vi.fn<OnChange>(onChange);
  render(<SpendingLimit limit={limit} onChange={spy} />);
  return spy;
}

describe('the monthly limit', () => {
  it.each([
    [undefined, ''],
    [0, '0'],
    [12.5, '12.5'],
    [Infinity, ''],
  ])('of %s stands there as %j', (limit, text) => {
    renderLimit(limit);
    expect(box()).toHaveProperty('value', text);
    expect(wordsBelow(box())).toBe('Leave this empty for no limit.');
  });

  it.each([
    ['5', 5],
    ['2.50', 2.5],
    ['2,5', 2.5],
    [' 0 ', 0],
  ])('%j is kept with Enter, once', async (text, amount) => {
    const onChange = renderLimit();
    await userEvent.type(box(), `${text}{Enter}`);
    expect(wordsBelow(box())).toBe('Saved.');
    await userEvent.tab();
    expect(onChange.mock.calls).toEqual([[amount]]);
  });

  it('is kept when the box is left', async () => {
    const onChange = renderLimit(5);
    await userEvent.type(box(), '0');
    await userEvent.tab();
    expect(onChange.mock.calls).toEqual([[50]]);
  });

  it('is taken away with the words', async () => {
    const onChange = renderLimit(5);
    await userEvent.clear(box());
    await userEvent.tab();
    expect(onChange.mock.calls).toEqual([[null]]);
  });

  it('is not kept again when nothing was changed', async () => {
    const onChange = renderLimit(5);
    await userEvent.click(box());
    await userEvent.tab();
    expect(onChange).not.toHaveBeenCalled();
    expect(wordsBelow(box())).not.toBe('Saved.');
  });

  it.each(['-1', 'five', '1e3', '1.2.3', 'US$5'])('%j is none, and stays to be mended', async (text) => {
    const onChange = renderLimit(5);
    await userEvent.clear(box());
    await userEvent.type(box(), `${text}{Enter}`);
    expect(onChange).not.toHaveBeenCalled();
    expect(box()).toHaveProperty('value', text);
    expect(wordsBelow(box())).toBe('Enter an amount in US dollars, such as 5 or 2.50.');
    expect(box().getAttribute('aria-invalid')).toBe('true');
  });

  it('that could not be kept is told, and tried again with Enter', async () => {
    const failure = new FailureError({ kind: 'storageUnavailable' });
    const onChange = renderLimit(undefined, () => Promise.reject(failure));
    await userEvent.type(box(), '5{Enter}');
    expect(wordsBelow(box())).toContain("The browser's storage does not work right now.");
    onChange.mockResolvedValue(undefined);
    await userEvent.type(box(), '{Enter}');
    expect(wordsBelow(box())).toBe('Saved.');
  });
});
