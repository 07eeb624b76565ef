import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { makeEntry } from '../../fixtures/entries';
import { namesOf } from '../support/accessible-names';
import { queryViewer, renderHistory, travelTo, viewer } from '../support/history-page';
import { settle } from '../support/settle';

const A = makeEntry('a');
const B = makeEntry('b', { picture: { favorite: true } });

/** The tiles of the grid. */
function tiles(): readonly HTMLElement[] {
  return within(screen.getByRole('list', { name: 'Images' })).getAllByRole('listitem');
}

describe('the history', () => {
  it('says neither that it is empty nor broken before it is read', () => {
    renderHistory();
    expect(screen.getByRole('heading', { level: 1, name: 'History' })).toBeTruthy();
    expect(screen.queryByText('No pictures yet')).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says how to get the first picture', () => {
    renderHistory().show([]);
    expect(screen.getByRole('heading', { name: 'No pictures yet' })).toBeTruthy();
    expect(screen.getByText(/Every picture is kept here/)).toBeTruthy();
  });

  it('says that nothing is lost when it cannot be opened, and tries again when asked', async () => {
    const { fail, show, reload } = renderHistory();
    fail({ kind: 'unexpected', detail: 'The database is blocked' });
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toContain('The history cannot be opened');
    expect(alert.textContent).toContain('Depict deleted nothing.');
    expect(alert.textContent).toContain('The database is blocked');
    expect(screen.queryByText('No pictures yet')).toBeNull();
    await userEvent.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(reload).toHaveBeenCalledTimes(1);
    show([A]);
    expect(screen.queryByRole('alert')).toBeNull();
    expect(tiles()).toHaveLength(1);
  });

  it('leads to the settings', async () => {
    const { openOptions } = renderHistory();
    await userEvent.click(screen.getByRole('button', { name: 'Settings' }));
    expect(openOptions).toHaveBeenCalledTimes(1);
  });
});

describe('the grid', () => {
  it('has a tile for each picture, in order, with its words', () => {
    renderHistory().show([A, B]);
    expect(tiles().map(({ dataset }) => dataset['imageId'])).toEqual(['picture-a', 'picture-b']);
    expect(screen.getByRole('img', { name: 'words of a' }).getAttribute('alt')).toBe('words of a');
    expect(namesOf('button', screen.getByRole('list', { name: 'Images' }))).toEqual([
      'words of a',
      'words of b',
    ]);
  });

  it('marks favorites only', () => {
    renderHistory().show([A, B]);
    expect(tiles().map((tile) => within(tile).queryByRole('img', { name: 'Favorite' }) !== null)).toEqual([
      false,
      true,
    ]);
  });

  it('goes to the first picture of the job of the address, once', async () => {
    const { show, findJob } = renderHistory({ hash: '#job=job-b' });
    findJob.mockResolvedValue(B.job);
    show([A, B]);
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('button', { name: 'words of b' })),
    );
    expect(tiles().map(({ dataset }) => 'here' in dataset)).toEqual([false, true]);
    screen.getByRole('button', { name: 'words of a' }).focus();
    show([makeEntry('c'), A, B]);
    await settle();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'words of a' }));
  });

  it('draws only what is near the screen, however long the history is', () => {
    const { show } = renderHistory();
    show(Array.from({ length: 5000 }, (_, index) => makeEntry(String(index))));
    expect(tiles().length).toBeLessThan(100);
    expect(tiles()[0]?.getAttribute('aria-setsize')).toBe('5000');
  });
});

describe('keys in the grid', () => {
  const many = Array.from({ length: 200 }, (_, index) => makeEntry(String(index)));
  const focused = () => document.activeElement?.closest('[data-image-id]')?.getAttribute('aria-posinset');

  it('move the focus, which Tab brings to one tile only', async () => {
    renderHistory().show(many);
    const first = screen.getByRole('button', { name: 'words of 0' });
    expect(tiles().filter((tile) => tile.querySelector('button')?.tabIndex === 0)).toHaveLength(1);
    first.focus();
    const way: [string, string][] = [
      ['{ArrowRight}', '2'],
      ['{ArrowLeft}', '1'],
      ['{ArrowLeft}', '1'],
      ['{ArrowDown}', '6'],
      ['{ArrowUp}', '1'],
      ['{End}', '200'],
      ['{ArrowRight}', '200'],
      ['{Home}', '1'],
    ];
    for (const [key, position] of way) {
      await userEvent.keyboard(key);
      expect(focused(), key).toBe(position);
    }
    await userEvent.keyboard('{PageDown}');
    expect(Number(focused())).toBeGreaterThan(1);
    await userEvent.keyboard('{PageUp}');
    expect(focused()).toBe('1');
  });

  it('open the picture that has the focus', async () => {
    renderHistory().show([A, B]);
    screen.getByRole('button', { name: 'words of a' }).focus();
    await userEvent.keyboard('{ArrowRight}{Enter}');
    expect(location.hash).toBe('#image=picture-b');
  });
});

describe('the address', () => {
  it('names the picture that is opened, as a new step', async () => {
    renderHistory().show([A, B]);
    const steps = history.length;
    await userEvent.click(screen.getByRole('button', { name: 'words of b' }));
    expect(location.hash).toBe('#image=picture-b');
    expect(history.length).toBe(steps + 1);
    expect(within(viewer()).getByRole('img', { name: 'words of b' })).toBeTruthy();
  });

  it('opens the viewer when it names a picture', () => {
    const { show } = renderHistory({ hash: '#image=picture-b' });
    show([A, B]);
    expect(within(viewer()).getByRole('img', { name: 'words of b' })).toBeTruthy();
  });

  it('is followed back and forth', () => {
    const { show } = renderHistory();
    show([A, B]);
    travelTo('#image=picture-a');
    expect(within(viewer()).getByRole('img', { name: 'words of a' })).toBeTruthy();
    travelTo('');
    expect(queryViewer()).toBeNull();
  });
});
