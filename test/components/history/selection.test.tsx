import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { makeEntry } from '../../fixtures/entries';
import { queryViewer, renderHistory, viewer } from '../support/history-page';
import { settle } from '../support/settle';

const ENTRIES = ['f', 'e', 'd', 'c', 'b', 'a'].map((name) => makeEntry(name));

function open() {
  const world = renderHistory();
  world.show(ENTRIES);
  return world;
}

const tile = (name: string): HTMLElement => screen.getByRole('button', { name: `words of ${name}` });

const box = (name: string): HTMLInputElement =>
  screen.getByRole<HTMLInputElement>('checkbox', { name: `Select: words of ${name}` });

/** Letters of the pictures that are chosen. */
function chosen(): string {
  return screen
    .getAllByRole<HTMLInputElement>('checkbox')
    .filter(({ checked }) => checked)
    .map((one) => one.ariaLabel?.at(-1) ?? one.getAttribute('aria-label')?.at(-1))
    .join('');
}

const bar = (): HTMLElement => screen.getByRole('toolbar', { name: 'Selected pictures' });

const inBar = (name: string): HTMLElement => within(bar()).getByRole('button', { name });

describe('choosing', () => {
  it('begins with a box or with Ctrl, and goes on with plain clicks, which open nothing', async () => {
    open();
    await userEvent.click(box('e'));
    expect(within(bar()).getByRole('status').textContent).toBe('1 selected');
    await userEvent.click(tile('c'));
    expect(chosen()).toBe('ec');
    expect(queryViewer()).toBeNull();
    fireEvent.click(tile('e'), { ctrlKey: true, detail: 1 });
    expect(chosen()).toBe('c');
  });

  it('takes a stretch with Shift, from the box and from the picture', async () => {
    open();
    await userEvent.click(box('e'));
    fireEvent.click(tile('c'), { shiftKey: true, detail: 1 });
    expect(chosen()).toBe('edc');
    fireEvent.click(box('b'), { shiftKey: true });
    expect(chosen()).toBe('edcb');
  });

  it('takes all that is shown, and lets everything go', async () => {
    open();
    await userEvent.click(box('e'));
    await userEvent.click(inBar('Select all 6'));
    expect(chosen()).toBe('fedcba');
    expect(within(bar()).queryByRole('button', { name: /^Select all/ })).toBeNull();
    await userEvent.click(inBar('Select nothing'));
    expect(chosen()).toBe('');
    expect(screen.queryByRole('toolbar')).toBeNull();
  });

  it('offers all only once all are known', async () => {
    const { show } = renderHistory({ hash: '#q=words' });
    show(ENTRIES, 'ids');
    expect(screen.queryByRole('checkbox')).toBeNull();
    show(ENTRIES);
    await userEvent.click(box('e'));
    expect(inBar('Select all 6')).toBeTruthy();
  });

  it('means only what is shown', async () => {
    const { show, bulk } = open();
    await userEvent.click(box('e'));
    await userEvent.click(tile('c'));
    show(ENTRIES.filter(({ picture }) => picture.id !== 'picture-e'));
    expect(within(bar()).getByRole('status').textContent).toBe('1 selected');
    await userEvent.click(inBar('Delete'));
    expect(bulk.remove.mock.calls).toEqual([[['picture-c']]]);
  });

  it('leaves Enter to open, also while something is chosen', async () => {
    open();
    await userEvent.click(box('e'));
    tile('c').focus();
    await userEvent.keyboard('{Enter}');
    expect(within(viewer()).getByRole('img', { name: 'words of c' })).toBeTruthy();
  });
});

describe('what is chosen', () => {
  it('becomes favorites, or is none any more where all are', async () => {
    const { bulk, show } = open();
    await userEvent.click(box('e'));
    await userEvent.click(tile('c'));
    await userEvent.click(inBar('Favorite'));
    expect(bulk.setFavorite.mock.calls).toEqual([[['picture-e', 'picture-c'], true]]);
    expect(screen.getByText('2 pictures marked as favorites')).toBeTruthy();
    show(ENTRIES.map(({ picture, job }) => ({ picture: { ...picture, favorite: true }, job })));
    await userEvent.click(inBar('Remove from favorites'));
    expect(bulk.setFavorite.mock.calls.at(-1)).toEqual([['picture-e', 'picture-c'], false]);
  });

  it('gets tags, in commas of either script', async () => {
    const { bulk } = open();
    await userEvent.click(box('e'));
    await userEvent.click(inBar('Add tags'));
    await userEvent.keyboard('sea，蓝{Enter}');
    expect(bulk.addTags.mock.calls).toEqual([[['picture-e'], ['sea', '蓝']]]);
    expect(screen.getByText('1 picture tagged: sea, 蓝')).toBeTruthy();
    expect(chosen()).toBe('e');
  });

  it('keeps no tags where Escape says so', async () => {
    const { bulk } = open();
    await userEvent.click(box('e'));
    await userEvent.click(inBar('Add tags'));
    await userEvent.keyboard('sea{Escape}');
    expect(bulk.addTags).not.toHaveBeenCalled();
    expect(chosen()).toBe('e');
  });

  it('gives its prompts to be pasted', async () => {
    const { bulk } = open();
    await userEvent.click(box('e'));
    await userEvent.click(tile('c'));
    await userEvent.click(inBar('Copy prompts'));
    expect(bulk.copyPrompts.mock.calls).toEqual([[['picture-e', 'picture-c']]]);
    expect(screen.getByText('2 prompts copied')).toBeTruthy();
  });

  it('is downloaded: one as it is, several as a ZIP in their order', async () => {
    const { download, transfer } = open();
    await userEvent.click(box('e'));
    await userEvent.click(inBar('Download'));
    expect(download).toHaveBeenCalledExactlyOnceWith(ENTRIES[1]);
    await userEvent.click(tile('c'));
    await userEvent.click(inBar('Download as ZIP'));
    await vi.waitFor(() => expect(transfer.exportPictures).toHaveBeenCalled());
    expect(transfer.exportPictures.mock.calls[0]?.[0]).toEqual(['picture-e', 'picture-c']);
  });

  it('is compared where it is two pictures, and not otherwise', async () => {
    open();
    await userEvent.click(box('e'));
    expect(within(bar()).queryByRole('button', { name: 'Compare' })).toBeNull();
    await userEvent.click(tile('c'));
    await userEvent.click(inBar('Compare'));
    expect(decodeURIComponent(location.hash)).toBe('#compare=picture-e,picture-c');
  });

  it('goes to the trash together, and comes back together', async () => {
    const { bulk } = open();
    await userEvent.click(box('e'));
    await userEvent.click(tile('c'));
    await userEvent.click(inBar('Delete'));
    expect(screen.getByText(/^2 pictures deleted/)).toBeTruthy();
    expect(screen.queryByRole('toolbar')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(bulk.restore.mock.calls).toEqual([[['picture-e', 'picture-c']]]);
  });
});

describe('keys', () => {
  it('choose the picture that has the focus, and what the arrows pass with Shift', async () => {
    open();
    tile('e').focus();
    await userEvent.keyboard('x');
    expect(chosen()).toBe('e');
    await userEvent.keyboard('{Shift>}{ArrowRight}{ArrowRight}{/Shift}');
    expect(chosen()).toBe('edc');
    await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}');
    expect(chosen()).toBe('ed');
    await userEvent.keyboard('{Escape}');
    expect(chosen()).toBe('');
  });

  it('take all, but not while something is written', async () => {
    open();
    await userEvent.click(screen.getByRole('searchbox'));
    await userEvent.keyboard('{Control>}a{/Control}x{Delete}');
    expect(screen.queryByRole('toolbar')).toBeNull();
    await userEvent.clear(screen.getByRole('searchbox'));
    tile('e').focus();
    await userEvent.keyboard('{Control>}a{/Control}');
    expect(chosen()).toBe('fedcba');
  });

  it('do to the picture that has the focus what they do to what is chosen', async () => {
    const { bulk } = open();
    tile('d').focus();
    await userEvent.keyboard('s');
    expect(bulk.setFavorite.mock.calls).toEqual([[['picture-d'], true]]);
    await userEvent.keyboard('c');
    expect(bulk.copyPrompts.mock.calls).toEqual([[['picture-d']]]);
    await userEvent.keyboard('{Delete}');
    expect(bulk.remove.mock.calls).toEqual([[['picture-d']]]);
    await settle();
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(bulk.restore.mock.calls).toEqual([[['picture-d']]]);
  });

  it('lead to the search, to the tags, and to the list of all keys', async () => {
    open();
    await userEvent.keyboard('/');
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
    tile('d').focus();
    await userEvent.keyboard('t');
    expect(document.activeElement).toBe(
      screen.getByRole('textbox', { name: 'Tags for the selected pictures' }),
    );
    await userEvent.keyboard('{Escape}');
    tile('d').focus();
    await userEvent.keyboard('?');
    const sheet = screen.getByRole('dialog', { name: 'Keyboard shortcuts' });
    expect(within(sheet).getByText('Select all that is shown')).toBeTruthy();
    await userEvent.click(within(sheet).getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('leave the focus at the neighbour of a picture that went', async () => {
    const { show } = open();
    tile('d').focus();
    await userEvent.keyboard('{Delete}');
    show(ENTRIES.filter(({ picture }) => picture.id !== 'picture-d'));
    expect(document.activeElement).toBe(tile('c'));
  });
});
