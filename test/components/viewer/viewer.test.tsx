import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { FailureError } from '@/utils/core/failure/failure';
import { makeEntry } from '../../fixtures/entries';
import { makeJob } from '../../fixtures/jobs';
import { queryViewer, renderHistory, viewer } from '../support/history-page';
import { pressEscapeIn } from '../support/press-escape';

const A = makeEntry('a');
const B = makeEntry('b');
const C = makeEntry('c');

/** Shows three pictures, A the newest, with the viewer at one of them. */
function renderAt(name: string) {
  const world = renderHistory({ hash: `#image=picture-${name}` });
  world.show([A, B, C]);
  return world;
}

/** The button in the viewer with this name. */
function button(name: string): HTMLElement {
  return within(viewer()).getByRole('button', { name });
}

/** The words of the picture in front. */
function shown(): string | null {
  const [picture] = within(viewer()).getAllByRole('img');
  return picture?.getAttribute('alt') ?? null;
}

describe('closing the viewer', () => {
  it.each([
    ['Close', () => fireEvent.click(button('Close'))],
    ['Escape', () => pressEscapeIn(viewer())],
  ])('with %s takes the picture out of the address, in the same step', (_, close) => {
    renderAt('b');
    const steps = history.length;
    close();
    expect(queryViewer()).toBeNull();
    expect(location.hash).toBe('');
    expect(location.pathname).toBe('/gallery.html');
    expect(history.length).toBe(steps);
  });
});

describe('turning pages', () => {
  it('goes by buttons, towards older ones with Next', async () => {
    renderAt('a');
    await userEvent.click(button('Next picture'));
    expect(shown()).toBe('words of b');
    expect(location.hash).toBe('#image=picture-b');
    await userEvent.click(button('Previous picture'));
    expect(shown()).toBe('words of a');
  });

  it('goes by arrow keys, in the same step of the browser', () => {
    renderAt('a');
    const steps = history.length;
    fireEvent.keyDown(viewer(), { key: 'ArrowRight' });
    fireEvent.keyDown(viewer(), { key: 'ArrowRight' });
    expect(shown()).toBe('words of c');
    fireEvent.keyDown(viewer(), { key: 'ArrowLeft' });
    expect(shown()).toBe('words of b');
    expect(history.length).toBe(steps);
  });

  it('ends at the newest', () => {
    renderAt('a');
    expect(within(viewer()).queryByRole('button', { name: 'Previous picture' })).toBeNull();
    fireEvent.keyDown(viewer(), { key: 'ArrowLeft' });
    expect(shown()).toBe('words of a');
  });

  it('ends at the oldest', () => {
    renderAt('c');
    expect(within(viewer()).queryByRole('button', { name: 'Next picture' })).toBeNull();
    fireEvent.keyDown(viewer(), { key: 'ArrowRight' });
    expect(shown()).toBe('words of c');
  });

  it('leaves the keys of the browser alone', () => {
    renderAt('b');
    fireEvent.keyDown(viewer(), { key: 'ArrowLeft', altKey: true });
    expect(shown()).toBe('words of b');
  });
});

describe('deleting among pictures that were looked for', () => {
  it('shows the next of them, and arrows go on from there', async () => {
    const red = (name: string) => makeEntry(name, { job: { prompt: `red ${name}` } });
    const [one, other, last] = [red('r'), makeEntry('q'), red('p')];
    const { show } = renderHistory({ hash: '#q=red&image=picture-r' });
    show([red('s'), one, other, last, red('o')]);
    fireEvent.keyDown(viewer(), { key: 'Delete' });
    expect(shown()).toBe('red p');
    show([red('s'), other, last, red('o')]);
    fireEvent.keyDown(viewer(), { key: 'ArrowLeft' });
    expect(shown()).toBe('red s');
    fireEvent.keyDown(viewer(), { key: 'ArrowRight' });
    fireEvent.keyDown(viewer(), { key: 'ArrowRight' });
    expect(shown()).toBe('red o');
    expect(location.hash).toBe('#q=red&image=picture-o');
  });
});

describe('a picture beyond what the grid shows', () => {
  it('is read by itself, and has no neighbours', () => {
    const { show, showPicture } = renderHistory({ hash: '#image=picture-z' });
    show([A]);
    expect(queryViewer()).toBeNull();
    showPicture('picture-z', makeEntry('z'));
    expect(shown()).toBe('words of z');
    expect(within(viewer()).queryByRole('button', { name: 'Next picture' })).toBeNull();
  });

  it('that is gone is said to be gone, with nothing to do but close', async () => {
    const { show, showPicture, bulk } = renderHistory({ hash: '#image=picture-z' });
    show([A]);
    showPicture('picture-z', undefined);
    expect(within(viewer()).getByText('This picture is no longer there')).toBeTruthy();
    expect(within(viewer()).queryByRole('button', { name: 'Delete' })).toBeNull();
    fireEvent.keyDown(viewer(), { key: 'Delete' });
    expect(bulk.remove).not.toHaveBeenCalled();
    await userEvent.click(button('Close'));
    expect(queryViewer()).toBeNull();
  });

  it('that cannot be read does not keep the page from being used', async () => {
    const { show, failPicture } = renderHistory({ hash: '#image=picture-z' });
    show([A]);
    failPicture('picture-z');
    await userEvent.click(button('Close'));
    expect(screen.getByRole('button', { name: 'words of a' })).toBeTruthy();
  });

  it('that cannot be read is not said to be gone', () => {
    const { show, failPicture } = renderHistory({ hash: '#image=picture-z' });
    show([A]);
    failPicture('picture-z');
    expect(screen.queryByText('This picture is no longer there')).toBeNull();
  });
});

describe('the actions of the viewer', () => {
  it('download the picture in front', async () => {
    const { download } = renderAt('b');
    await userEvent.click(button('Download'));
    expect(download.mock.calls).toEqual([[B]]);
  });

  it('mark it as a favorite, and no longer', async () => {
    const { setFavorite, showPicture } = renderAt('b');
    expect(button('Favorite').getAttribute('aria-pressed')).toBe('false');
    await userEvent.click(button('Favorite'));
    expect(setFavorite.mock.calls).toEqual([[B, true]]);
    const marked = makeEntry('b', { picture: { favorite: true } });
    showPicture('picture-b', marked);
    expect(button('Favorite').getAttribute('aria-pressed')).toBe('true');
    await userEvent.click(button('Favorite'));
    expect(setFavorite.mock.calls[1]).toEqual([marked, false]);
  });

  it('reuse the prompt in the turn of the click, and say where it stands', () => {
    const { reuse } = renderAt('b');
    fireEvent.click(button('Reuse prompt'));
    expect(reuse.mock.calls).toEqual([[B]]);
    expect(within(viewer()).getByRole('status').textContent).toContain(
      'The prompt stands in the side panel and in the popup',
    );
  });
});

describe('drawing again', () => {
  it('asks for it, says so, and tells beforehand what it cost', async () => {
    const { drawAgain, showPicture } = renderAt('b');
    const dear = makeEntry('b', { job: { cost: { amount: 0.04, unknownReplies: 0 } } });
    showPicture('picture-b', dear);
    expect(button('Again').title).toBe('The same request once more. It cost $0.04 before.');
    await userEvent.click(button('Again'));
    expect(drawAgain.mock.calls).toEqual([[dear]]);
    expect(within(viewer()).getByRole('status').textContent).toContain('Drawing again');
  });

  it.each([
    ['a price list', { model: 'dall-e-3' }, 'The same request once more, for about $0.04'],
    ['nobody', { model: 'somebody/flux' }, 'The same request once more. What it costs is not known.'],
  ])('tells the price that %s knows', (_, parameters, words) => {
    const { showPicture } = renderAt('b');
    showPicture('picture-b', makeEntry('b', { job: { parameters } }));
    expect(button('Again').title).toBe(words);
  });

  it('is not offered of a picture that nobody knows the model of', () => {
    const { showPicture } = renderAt('b');
    showPicture('picture-b', makeEntry('b', { job: { parameters: { model: '' } } }));
    expect(within(viewer()).queryByRole('button', { name: 'Again' })).toBeNull();
    expect(button('Reuse prompt')).toBeTruthy();
    expect(within(viewer()).queryByText('Model')).toBeNull();
  });

  it('says that it waits for a word where it was asked for a moment ago', async () => {
    const { drawAgain } = renderAt('b');
    drawAgain.mockResolvedValueOnce(makeJob({ waitingFor: 'repeat' }));
    await userEvent.click(button('Again'));
    expect(within(viewer()).getByRole('status').textContent).toContain('Nothing was sent for this one yet');
  });

  it('says why it could not be asked', async () => {
    const { drawAgain } = renderAt('b');
    drawAgain.mockRejectedValueOnce(new FailureError({ kind: 'storageUnavailable' }));
    await userEvent.click(button('Again'));
    expect(within(viewer()).getByRole('status').textContent).toContain('storage does not work');
  });
});

describe('copying', () => {
  it('the prompt says that it is on the clipboard', async () => {
    const { copyPrompt } = renderAt('b');
    await userEvent.click(button('Copy prompt'));
    expect(copyPrompt.mock.calls).toEqual([[B]]);
    expect(within(viewer()).getByRole('status').textContent).toContain('Prompt copied');
  });

  it('the picture says why it is not', async () => {
    const { copyPicture } = renderAt('b');
    copyPicture.mockRejectedValueOnce(new DOMException('No', 'NotAllowedError'));
    await userEvent.click(button('Copy picture'));
    expect(within(viewer()).getByRole('status').textContent).toContain(
      'The browser did not let Depict copy it.',
    );
  });
});

describe('keys', () => {
  it.each([
    ['s', 'setFavorite'],
    ['S', 'setFavorite'],
    ['d', 'download'],
    ['c', 'copyPrompt'],
    ['Delete', 'remove'],
  ] as const)('%s asks for %s, once however long it is held', (key, callback) => {
    const { bulk, ...world } = renderAt('b');
    const asked = { ...world, remove: bulk.remove };
    fireEvent.keyDown(viewer(), { key });
    fireEvent.keyDown(viewer(), { key, repeat: true });
    expect(asked[callback]).toHaveBeenCalledTimes(1);
  });

  it.each(['Tags', 'Note'])('belong to what is written in %s', (name) => {
    const { setFavorite, bulk } = renderAt('b');
    const field = within(viewer()).getByRole('textbox', { name });
    for (const key of ['s', 'Delete', 'ArrowRight']) fireEvent.keyDown(field, { key });
    expect(setFavorite).not.toHaveBeenCalled();
    expect(bulk.remove).not.toHaveBeenCalled();
    expect(shown()).toBe('words of b');
  });

  it.each(['ctrlKey', 'metaKey', 'altKey', 'shiftKey'])('with %s are not ours', (modifier) => {
    const { copyPrompt } = renderAt('b');
    fireEvent.keyDown(viewer(), { key: 'c', [modifier]: true });
    expect(copyPrompt).not.toHaveBeenCalled();
  });

  it('i hides the details, and shows them again', () => {
    renderAt('b');
    fireEvent.keyDown(viewer(), { key: 'i' });
    expect(within(viewer()).queryByRole('button', { name: 'Delete' })).toBeNull();
    fireEvent.keyDown(viewer(), { key: 'i' });
    expect(button('Delete')).toBeTruthy();
  });

  it('are still heard when what had the focus is gone', async () => {
    renderAt('b');
    await userEvent.click(button('Next picture'));
    expect(document.activeElement?.closest('dialog')).toBe(viewer());
  });
});

describe('the viewer', () => {
  it('is modal from the start', () => {
    renderAt('a');
    expect(viewer()).toHaveProperty('open', true);
  });

  it('is there while the row is still read, from what the grid knows', () => {
    renderAt('b');
    expect(shown()).toBe('words of b');
  });

  it('follows the row when it changes', () => {
    const { showPicture } = renderAt('b');
    showPicture('picture-b', makeEntry('b', { job: { prompt: 'other words' } }));
    expect(shown()).toBe('other words');
  });
});
