import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { FailureError } from '@/utils/core/failure/failure';
import type { PictureEntry } from '@/utils/core/history/history';
import { TRASH_DAYS, TRASH_MS, type Trash } from '@/utils/core/history/trash';
import { makeEntry } from '../../fixtures/entries';
import { renderHistory, travelTo, type HistoryOptions } from '../support/history-page';

const HOUR = 3_600_000;
const DAY = TRASH_MS / TRASH_DAYS;

function deleted(name: string, ago: number): PictureEntry {
  return makeEntry(name, { picture: { deletedAt: Date.now() - ago, byteSize: 1_500_000 } });
}

const A = deleted('a', HOUR);
const B = deleted('b', DAY + HOUR);
const C = deleted('c', TRASH_MS - HOUR);
const D = deleted('d', TRASH_MS + HOUR);

function trashOf(entries: readonly PictureEntry[], changes: Partial<Trash> = {}): Trash {
  const bytes = entries.reduce((sum, { picture }) => sum + picture.byteSize, 0);
  return { count: entries.length, bytes, deletedUntil: 7000, entries, ...changes };
}

/** The page at the trash with these pictures in it. */
function renderTrash(entries: readonly PictureEntry[] = [A, B, C, D], options: HistoryOptions = {}) {
  const page = renderHistory({ hash: '#trash', ...options });
  page.show([]);
  page.showTrash(trashOf(entries));
  return page;
}

const items = () => screen.queryAllByRole('listitem');
const button = (name: string) => screen.getByRole('button', { name });
const status = () => screen.getByRole('status').textContent;

describe('the way to the trash', () => {
  it('says how many pictures are in it, and is absent where there are none', () => {
    const { show, showTrash } = renderHistory();
    show([]);
    showTrash(trashOf([]));
    expect(screen.queryByRole('button', { name: /Trash/ })).toBeNull();
    showTrash(trashOf([A]));
    expect(button('Trash: 1 picture').textContent).toBe('1');
    showTrash(trashOf([A, B]));
    expect(button('Trash: 2 pictures')).toBeTruthy();
  });

  it('stands in the address, beside what was asked for, and so does the way back', async () => {
    const { show, showTrash } = renderHistory({ hash: '#order=oldest' });
    show([makeEntry('x')]);
    showTrash(trashOf([A]));
    await userEvent.click(button('Trash: 1 picture'));
    expect(location.hash).toBe('#order=oldest&trash');
    expect(screen.getByRole('heading', { level: 1, name: 'Trash' })).toBeTruthy();
    expect(document.activeElement).toBe(button('Back to history'));
    await userEvent.click(button('Back to history'));
    expect(location.hash).toBe('#order=oldest');
    expect(screen.getByRole('img', { name: 'words of x' })).toBeTruthy();
  });

  it('is found by Back and Forward', () => {
    renderTrash([A]);
    travelTo('');
    expect(screen.getByRole('heading', { level: 1, name: 'History' })).toBeTruthy();
    travelTo('#trash');
    expect(screen.getByRole('img', { name: 'words of a' })).toBeTruthy();
  });

  it('does not make the history miss what came meanwhile', () => {
    const { show } = renderTrash([A]);
    show([makeEntry('x')]);
    travelTo('');
    expect(screen.getByRole('img', { name: 'words of x' })).toBeTruthy();
  });
});

describe('the trash', () => {
  it('shows each picture with its words and when it goes for good', () => {
    renderTrash();
    expect(items().map((item) => within(item).getByRole('img').getAttribute('alt'))).toEqual([
      'words of a',
      'words of b',
      'words of c',
      'words of d',
    ]);
    expect(items().map((item) => item.textContent.match(/Gone for good .*(?=Restore)/)?.[0])).toEqual([
      'Gone for good in 30 days',
      'Gone for good in 29 days',
      'Gone for good in 1 day',
      'Gone for good when Depict next starts',
    ]);
  });

  it('says how much is in it, and when it does not list all of that', () => {
    const { showTrash } = renderTrash([A, B]);
    expect(screen.getByText('2 pictures, 3 MB')).toBeTruthy();
    expect(screen.queryByText(/deleted last are listed/)).toBeNull();
    showTrash(trashOf([A, B], { count: 900 }));
    expect(screen.getByText(/Only the 2 pictures deleted last are listed here/)).toBeTruthy();
  });

  it('says when nothing is in it, and when it cannot be read', () => {
    const { failTrash } = renderTrash([]);
    expect(screen.getByText('The trash is empty')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Empty trash' })).toBeNull();
    failTrash({ kind: 'storageUnavailable' });
    expect(within(screen.getByRole('alert')).getByRole('button', { name: 'Try again' })).toBeTruthy();
    expect(screen.queryByText('The trash is empty')).toBeNull();
  });
});

describe('Restore', () => {
  it('brings that picture back, says so, and leaves the focus at its neighbour', async () => {
    const { restore, showTrash } = renderTrash([A, B, C]);
    await userEvent.click(screen.getAllByRole('button', { name: 'Restore' })[1] ?? document.body);
    expect(restore.mock.calls).toEqual([[B]]);
    expect(status()).toBe('Picture restored');
    showTrash(trashOf([A, C]));
    expect(document.activeElement).toBe(screen.getAllByRole('button', { name: 'Restore' })[1]);
  });

  it('of the last picture leaves the focus at the way back', async () => {
    const { showTrash } = renderTrash([A]);
    await userEvent.click(button('Restore'));
    showTrash(trashOf([]));
    expect(document.activeElement).toBe(button('Back to history'));
  });

  it('says why when it failed', async () => {
    const failure = new FailureError({ kind: 'storageFull' });
    renderTrash([A], { restore: () => Promise.reject(failure) });
    await userEvent.click(button('Restore'));
    expect(status()).toContain('There is no room left on this computer');
  });
});

describe('Empty trash', () => {
  it('takes a second click that says how many pictures go, and tells how many went', async () => {
    const { emptyTrash } = renderTrash([A, B], { emptyTrash: () => Promise.resolve(2) });
    await userEvent.click(button('Empty trash'));
    expect(emptyTrash).not.toHaveBeenCalled();
    await userEvent.click(button('Delete 2 pictures for good'));
    expect(emptyTrash.mock.calls).toEqual([[7000]]);
    expect(status()).toBe('2 pictures deleted for good');
  });

  it('is not done by a double click', async () => {
    const { emptyTrash } = renderTrash([A, B]);
    await userEvent.dblClick(button('Empty trash'));
    expect(emptyTrash).not.toHaveBeenCalled();
    expect(button('Delete 2 pictures for good')).toBeTruthy();
  });

  it('asks anew when other pictures came, and when a person went elsewhere', async () => {
    const { showTrash } = renderTrash([A, B]);
    await userEvent.click(button('Empty trash'));
    showTrash(trashOf([A, B, C]));
    expect(button('Empty trash')).toBeTruthy();
    await userEvent.click(button('Empty trash'));
    await userEvent.tab();
    expect(button('Empty trash')).toBeTruthy();
  });

  it('says why when it failed', async () => {
    const failure = new FailureError({ kind: 'storageUnavailable' });
    renderTrash([A], { emptyTrash: () => Promise.reject(failure) });
    await userEvent.click(button('Empty trash'));
    await userEvent.click(button('Delete 1 picture for good'));
    expect(status()).toContain('storage does not work right now');
  });
});

describe('a deleted picture', () => {
  const look = () => userEvent.click(button('words of b'));
  const dialog = () => screen.getByRole('dialog', { name: 'Deleted image' });

  it('can be looked at larger, with nothing to do but to restore it or to close', async () => {
    renderTrash();
    await look();
    expect(within(dialog()).getByRole('img', { name: 'words of b' })).toBeTruthy();
    const names = within(dialog())
      .getAllByRole('button')
      .map((one) => one.getAttribute('aria-label') ?? one.textContent);
    expect(names).toEqual(['Zoom out', 'Zoom in', 'Actual size', 'Restore', 'Close']);
    await userEvent.click(within(dialog()).getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('is restored from there', async () => {
    const { restore } = renderTrash();
    await look();
    await userEvent.click(within(dialog()).getByRole('button', { name: 'Restore' }));
    expect(restore.mock.calls).toEqual([[B]]);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(status()).toBe('Picture restored');
  });
});
