import { describe, expect, it, vi } from 'vitest';
import type { JobCounts } from '@/utils/core/ports';
import { badgeText, createBadgeKeeper } from '@/utils/core/report/badge';

describe('the badge', () => {
  it.each([
    [{ open: 0, unseen: 0 }, ''],
    [{ open: 3, unseen: 0 }, '3'],
    [{ open: 0, unseen: 2 }, '!'],
    [{ open: 12, unseen: 1 }, '12!'],
  ])('of %o is "%s"', (counts, text) => {
    expect(badgeText(counts)).toBe(text);
  });

  function keep(count: () => Promise<JobCounts>) {
    const shown: (JobCounts | undefined)[] = [];
    const report = vi.fn<(fault: unknown) => void>();
    const refresh = createBadgeKeeper({
      count,
      show: (counts) => Promise.resolve(void shown.push(counts)),
      report,
    });
    return { shown, report, refresh };
  }

  it('is drawn again after changes that came while it was drawn, and once for all of them', async () => {
    let open = 0;
    const { shown, refresh } = keep(() => Promise.resolve({ open, unseen: 0 }));
    refresh();
    open = 2;
    refresh();
    refresh();
    refresh();
    await vi.waitFor(() => expect(shown.at(-1)).toEqual({ open: 2, unseen: 0 }));
    expect(shown.length).toBeLessThanOrEqual(2);
  });

  it('says that the jobs cannot be read, tells why, and goes on with the next change', async () => {
    let broken = true;
    const fault = new Error('no database');
    const { shown, report, refresh } = keep(() =>
      broken ? Promise.reject(fault) : Promise.resolve({ open: 1, unseen: 0 }),
    );
    refresh();
    await vi.waitFor(() => expect(shown).toEqual([undefined]));
    expect(report).toHaveBeenCalledWith(fault);
    broken = false;
    refresh();
    await vi.waitFor(() => expect(shown.at(-1)).toEqual({ open: 1, unseen: 0 }));
  });
});
