import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { observeFrame, readActiveSelection } from '@/utils/browser/selection';
import { fakeFunction } from '../fakes/extension-functions';

const SEEN = { text: 'a fox', before: 'Once ', after: ' in snow', headings: ['Tales'], language: 'en' };

/** Frames whose scripts answered so. */
const frames =
  (...results: readonly unknown[]) =>
  (): Promise<unknown> =>
    Promise.resolve(results.map((result, frameId) => ({ frameId, result })));

describe('observeFrame', () => {
  it('looks into the frame that was clicked', async () => {
    const calls = fakeFunction('scripting', 'executeScript', frames(SEEN));
    expect(await observeFrame(7, 3)).toEqual(SEEN);
    expect(calls).toMatchObject([[{ target: { tabId: 7, frameIds: [3] } }]]);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['no script may run', () => Promise.reject(new Error('Cannot access a chrome:// URL'))],
    ['nothing is selected', frames(null)],
    ['only white space is selected', frames({ ...SEEN, text: ' \n' })],
    ['no frame answered', frames()],
    ['the page answered something else', frames({ text: 'a fox' })],
    ['the page answered in other types', frames({ ...SEEN, headings: 'Tales' })],
  ])('sees nothing where %s', async (_, answer) => {
    fakeFunction('scripting', 'executeScript', answer);
    expect(await observeFrame(7, 0)).toBeNull();
  });

  it('does not wait for a page that hangs', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    fakeFunction('scripting', 'executeScript', () => new Promise(() => undefined));
    const observing = observeFrame(7, 0);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await observing).toBeNull();
  });
});

describe('readActiveSelection', () => {
  const TAB = { id: 7, title: 'Tales', url: 'https://me:secret@example.org/tales' };

  it('reads the words of the page in front with where they come from', async () => {
    const queries = fakeFunction('tabs', 'query', () => Promise.resolve([TAB]));
    const calls = fakeFunction('scripting', 'executeScript', frames(SEEN));
    const { text: quote, ...surroundings } = SEEN;
    expect(await readActiveSelection()).toEqual({
      passage: { ...surroundings, quote, pageTitle: 'Tales', pageUrl: 'https://example.org/tales' },
      hasHiddenText: false,
    });
    expect(queries).toEqual([[{ active: true, currentWindow: true }]]);
    expect(calls).toMatchObject([[{ target: { tabId: 7, allFrames: true }, args: [true] }]]);
  });

  const read = async (...results: readonly unknown[]) => {
    fakeFunction('tabs', 'query', () => Promise.resolve([TAB]));
    const calls = fakeFunction('scripting', 'executeScript', frames(...results));
    return { found: await readActiveSelection(), calls };
  };

  it('says where the page hides words', async () => {
    fakeFunction('tabs', 'query', () => Promise.resolve([TAB]));
    const isHidden: boolean[] = [];
    for (const answer of [true, false, null]) {
      const answers = [frames('unfocused', { ...SEEN, position: 3 }), frames(answer)].values();
      const calls = fakeFunction('scripting', 'executeScript', () => answers.next().value?.());
      const found = await readActiveSelection();
      isHidden.push(found?.hasHiddenText ?? false);
      expect(calls[1]).toMatchObject([{ target: { tabId: 7, frameIds: [1] } }]);
    }
    expect(isHidden).toEqual([true, false, false]);
  });

  it('says where words are written in characters without a form', async () => {
    const { found } = await read({ ...SEEN, text: 'a fox\u{E0061}\u{E0062}' });
    expect(found?.hasHiddenText).toBe(true);
  });

  it.each<[string, readonly unknown[], string | undefined]>([
    ['of a frame while the page has no focus', ['unfocused', SEEN], 'a fox'],
    ['of the only frame with a selection', ['unfocused', null, 'unfocused', SEEN], 'a fox'],
    ['of the page while it has the focus', [{ ...SEEN, text: 'outer' }, SEEN], 'outer'],
    ['of no other frame while the page has the focus', [null, SEEN], undefined],
    ['of no frame where two may have the focus', ['unfocused', SEEN, { ...SEEN, text: 'other' }], undefined],
    ['of none where no frame has the focus', ['unfocused', 'unfocused'], undefined],
  ])('takes the words %s', async (_, results, quote) => {
    const { found } = await read(...results);
    expect(found?.passage.quote).toBe(quote);
  });

  it.each([
    ['without a tab', []],
    ['with a tab that has no id', [{ title: 'Tales' }]],
  ])('sees nothing %s', async (_, tabs) => {
    fakeFunction('tabs', 'query', () => Promise.resolve(tabs));
    expect(await readActiveSelection()).toBeNull();
  });

  it('sees nothing on a page that refuses', async () => {
    fakeFunction('tabs', 'query', () => Promise.resolve([TAB]));
    fakeFunction('scripting', 'executeScript', () => Promise.reject(new Error('refused')));
    expect(await readActiveSelection()).toBeNull();
  });
});
