import { act, fireEvent } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makePassage } from '../../fixtures/jobs';
import { generateButton } from '../support/composer-page';
import { settle } from '../support/settle';
import { renderWorkbench, write } from '../support/workbench-page';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function pass(milliseconds: number): void {
  act(() => void vi.advanceTimersByTime(milliseconds));
}

/** Shows the page; `saved` tells the prompts that were kept so far. */
function renderAndWatch() {
  const world = renderWorkbench();
  return { ...world, saved: () => world.saveDraft.mock.calls.map(([{ prompt }]) => prompt) };
}

describe('what is typed', () => {
  it('is kept once somebody pauses', () => {
    const { saved } = renderAndWatch();
    write('a');
    pass(200);
    write('a f');
    pass(200);
    write('a fox');
    expect(saved()).toEqual([]);
    pass(250);
    expect(saved()).toEqual(['a fox']);
    pass(10_000);
    expect(saved()).toEqual(['a fox']);
  });

  it('is kept again after the next pause', () => {
    const { saved } = renderAndWatch();
    write('a fox');
    pass(250);
    write('a hare');
    pass(250);
    expect(saved()).toEqual(['a fox', 'a hare']);
  });

  it('is kept with the page its words came from', () => {
    const { tellDraft, saveDraft } = renderAndWatch();
    const passage = makePassage();
    tellDraft({ prompt: 'a fox', passage });
    write('a red fox');
    pass(250);
    expect(saveDraft.mock.calls).toEqual([[{ prompt: 'a red fox', passage }]]);
  });

  it('is kept at once when the page is hidden, and not a second time', () => {
    const { saved } = renderAndWatch();
    write('a fox');
    fireEvent(document, new Event('visibilitychange'));
    expect(saved()).toEqual(['a fox']);
    pass(1000);
    fireEvent(document, new Event('visibilitychange'));
    expect(saved()).toEqual(['a fox']);
  });

  it('is not kept again by hiding the page after a pause', () => {
    const { saved } = renderAndWatch();
    write('a fox');
    pass(250);
    fireEvent(document, new Event('visibilitychange'));
    expect(saved()).toEqual(['a fox']);
  });

  it('is kept at once when the browser takes the page away', () => {
    const { saved } = renderAndWatch();
    write('a fox');
    fireEvent(globalThis.window, new Event('pagehide'));
    expect(saved()).toEqual(['a fox']);
  });

  it('is kept at once when the page closes, and not a second time', () => {
    const { saved, unmount } = renderAndWatch();
    write('a fox');
    unmount();
    expect(saved()).toEqual(['a fox']);
    fireEvent(document, new Event('visibilitychange'));
    pass(1000);
    expect(saved()).toEqual(['a fox']);
  });

  it('is not kept when nothing was typed', () => {
    const { saved, tellDraft, unmount } = renderAndWatch();
    tellDraft({ prompt: 'a kept fox' });
    fireEvent(document, new Event('visibilitychange'));
    pass(1000);
    unmount();
    expect(saved()).toEqual([]);
  });
});

it('an emptied box is kept as empty after an order, so that the words do not come back', async () => {
  const { saved } = renderAndWatch();
  write('a fox');
  pass(250);
  fireEvent.click(generateButton());
  await settle();
  pass(250);
  expect(saved()).toEqual(['a fox', '']);
});

it('what another page wrote is never kept a second time in the name of this one', () => {
  const { saved, tellDraft } = renderAndWatch();
  tellDraft(undefined);
  write('my own words');
  tellDraft({ prompt: 'words of the side panel' });
  pass(250);
  // Its writer would take this as news and lose what was typed there since.
  expect(saved()).toEqual([]);
});
