import { describe, expect, it, vi } from 'vitest';
import { createHistoryLive } from '@/components/hooks/history-live';
import type { HistoryReader } from '@/utils/core/history';
import { makeEntry } from '../../fixtures/entries';
import { settle } from '../support/settle';

const none = () => Promise.resolve(undefined);

/** A history of so many pictures, of which `searched` have any words that are asked for. */
function createHistory(length: number, searched = 0) {
  const entries = Array.from({ length }, (_, index) => makeEntry(String(index)));
  const pictures = vi.fn<HistoryReader['pictures']>((_before, limit, words = []) =>
    Promise.resolve(entries.slice(0, words.length > 0 ? searched : length).slice(0, limit)),
  );
  const reader: HistoryReader = {
    pictures,
    countWaiting: () => Promise.resolve(0),
    recentJobs: () => Promise.resolve([]),
    job: none,
    picture: none,
    thumbnail: none,
    previews: () => Promise.resolve([]),
    original: none,
  };
  const live = createHistoryLive(reader, () => () => undefined);
  return {
    live,
    pictures,
    /** How many pictures are shown, and whether there are more, once all is read. */
    async shown() {
      await settle();
      const snapshot = live.getSnapshot();
      return snapshot.state === 'ready' && [snapshot.value.entries.length, snapshot.value.more];
    },
  };
}

describe('the history', () => {
  it.each([
    [0, [0, false]],
    [59, [59, false]],
    [60, [60, false]],
    [61, [60, true]],
  ])('of %i pictures shows the newest sixty, and tells whether there are more', async (length, seen) => {
    expect(await createHistory(length).shown()).toEqual(seen);
  });

  it('shows sixty more when asked, keeping the newer ones', async () => {
    const { live, shown } = createHistory(130);
    await shown();
    live.showOlder();
    expect(await shown()).toEqual([120, true]);
    live.showOlder();
    expect(await shown()).toEqual([130, false]);
  });

  it('reads no more than it needs', async () => {
    const { pictures, shown } = createHistory(500);
    await shown();
    expect(pictures.mock.calls).toEqual([[undefined, 61, []]]);
  });

  it('shows what has the words, from the newest on, and then everything again', async () => {
    const { live, pictures, shown } = createHistory(200, 3);
    live.showOlder();
    expect(await shown()).toEqual([120, true]);
    live.search(' Red  FOX ');
    expect(await shown()).toEqual([3, false]);
    expect(pictures).toHaveBeenLastCalledWith(undefined, 61, ['red', 'fox']);
    live.search('');
    expect(await shown()).toEqual([60, true]);
  });

  it('keeps the words when older ones are asked for', async () => {
    const { live, pictures, shown } = createHistory(200, 100);
    live.search('fox');
    expect(await shown()).toEqual([60, true]);
    live.showOlder();
    expect(await shown()).toEqual([100, false]);
    expect(pictures).toHaveBeenLastCalledWith(undefined, 121, ['fox']);
  });
});
