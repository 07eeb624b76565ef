import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { makeEntry } from '../fixtures/entries';
import { namesOf } from './support/accessible-names';
import { queryViewer, renderHistory, travelTo, viewer } from './support/history-page';

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

  it('brings the job of the address into view, once', () => {
    const scroll = vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(() => undefined);
    const { show } = renderHistory({ hash: '#job=job-b' });
    expect(scroll).not.toHaveBeenCalled();
    show([A, B]);
    expect(scroll.mock.contexts).toEqual([tiles()[1]]);
    expect(tiles().map(({ dataset }) => 'here' in dataset)).toEqual([false, true]);
    show([makeEntry('c'), A, B]);
    expect(scroll).toHaveBeenCalledTimes(1);
  });

  it('reads on until the job of the address is found', () => {
    const scroll = vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(() => undefined);
    const { show, showOlder } = renderHistory({ hash: '#job=job-b' });
    show([A], true);
    expect(showOlder).toHaveBeenCalledTimes(1);
    show([A, B], true);
    expect(showOlder).toHaveBeenCalledTimes(1);
    expect(scroll).toHaveBeenCalledTimes(1);
  });

  it('stops reading when the job of the address is nowhere', () => {
    const { show, showOlder } = renderHistory({ hash: '#job=job-gone' });
    show([A], true);
    show([A, B], false);
    expect(showOlder).toHaveBeenCalledTimes(1);
  });
});

describe('older pictures', () => {
  it('come by the button', async () => {
    const { show, showOlder } = renderHistory();
    show([A], true);
    await userEvent.click(screen.getByRole('button', { name: 'Show older pictures' }));
    expect(showOlder).toHaveBeenCalledTimes(1);
  });

  it('come when the end is near, and not when it is far', () => {
    const { show, showOlder, intersections } = renderHistory();
    show([A], true);
    intersections.tell(false);
    expect(showOlder).not.toHaveBeenCalled();
    intersections.tell(true);
    expect(showOlder).toHaveBeenCalledTimes(1);
  });

  it('are not offered when there are none', () => {
    const { show, intersections } = renderHistory();
    show([A], true);
    show([A, B], false);
    expect(screen.queryByRole('button', { name: 'Show older pictures' })).toBeNull();
    expect(intersections.countObservers()).toBe(0);
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
