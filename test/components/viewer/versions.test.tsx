import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { makeEntry } from '../../fixtures/entries';
import { renderHistory, viewer } from '../support/history-page';

const fox = (name: string) => makeEntry(name, { job: { prompt: 'A fox' } });
const [NEWEST, OTHER, MIDDLE, OLDEST] = [fox('d'), makeEntry('c'), fox('b'), fox('a')];
const ALL = [NEWEST, OTHER, MIDDLE, OLDEST];

const strip = () => within(viewer()).getByRole('navigation', { name: 'Versions' });
const versions = () => within(within(strip()).getByRole('list')).getAllByRole('button');
const current = () => versions().map((one) => one.getAttribute('aria-current'));

describe('the versions of a picture', () => {
  it('are told in the viewer, newest first, with the one in front marked', () => {
    renderHistory({ hash: '#image=picture-b' }).show(ALL);
    expect(versions().map((one) => one.getAttribute('aria-label'))).toEqual([
      'Version 3 of 3',
      'Version 2 of 3',
      'Version 1 of 3',
    ]);
    expect(current()).toEqual([null, 'true', null]);
  });

  it('are gone to by a click, and by brackets', async () => {
    renderHistory({ hash: '#image=picture-b' }).show(ALL);
    await userEvent.click(within(strip()).getByRole('button', { name: 'Version 1 of 3' }));
    expect(location.hash).toBe('#image=picture-a');
    expect(current()).toEqual([null, null, 'true']);
    fireEvent.keyDown(viewer(), { key: '[' });
    fireEvent.keyDown(viewer(), { key: '[' });
    fireEvent.keyDown(viewer(), { key: '[' });
    expect(location.hash).toBe('#image=picture-d');
    fireEvent.keyDown(viewer(), { key: ']' });
    expect(location.hash).toBe('#image=picture-b');
  });

  it('are told together with the picture they stand for, and so is that it is a favorite', () => {
    const favorite = makeEntry('e', { picture: { favorite: true } });
    renderHistory({ hash: '#stacked=1' }).show([favorite, ...ALL]);
    const described = within(screen.getByRole('list', { name: 'Images' }))
      .getAllByRole('button')
      .map((tile) =>
        (tile.getAttribute('aria-describedby') ?? '')
          .split(' ')
          .map((id) => document.getElementById(id))
          .map((mark) => mark?.getAttribute('aria-label') ?? mark?.textContent ?? ''),
      );
    expect(described).toEqual([['Favorite'], ['3 versions'], ['']]);
  });

  it('are not told where there is one', () => {
    renderHistory({ hash: '#image=picture-c' }).show(ALL);
    expect(within(viewer()).queryByRole('navigation')).toBeNull();
  });

  it('grow by the one that was drawn again', () => {
    const { show } = renderHistory({ hash: '#image=picture-d' });
    show(ALL);
    show([fox('e'), ...ALL]);
    expect(versions()).toHaveLength(4);
    expect(current()).toEqual([null, 'true', null, null]);
  });
});

describe('stacked versions', () => {
  const tiles = () => within(screen.getByRole('list', { name: 'Images' })).getAllByRole('listitem');

  it('show the newest only, and say how many there are', () => {
    renderHistory({ hash: '#stacked=1' }).show(ALL);
    expect(tiles().map((tile) => tile.dataset['imageId'])).toEqual(['picture-d', 'picture-c']);
    expect(tiles().map((tile) => tile.textContent?.includes('3 versions'))).toEqual([true, false]);
    expect(screen.getByText('2 pictures, with their versions 4 pictures')).toBeTruthy();
  });

  it('are left from any of them for the neighbours of the stack', () => {
    renderHistory({ hash: '#stacked=1&image=picture-a' }).show(ALL);
    fireEvent.keyDown(viewer(), { key: 'ArrowRight' });
    expect(location.hash).toBe('#stacked=1&image=picture-c');
    fireEvent.keyDown(viewer(), { key: 'ArrowLeft' });
    expect(location.hash).toBe('#stacked=1&image=picture-d');
  });

  it('are chosen among the filters, and stand in the address', async () => {
    renderHistory().show(ALL);
    await userEvent.click(screen.getByRole('button', { name: 'Filters' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Stack versions' }));
    expect(location.hash).toBe('#stacked=1');
    expect(tiles()).toHaveLength(2);
    await userEvent.click(screen.getByRole('button', { name: 'Remove filter: Versions stacked' }));
    expect(tiles()).toHaveLength(4);
  });
});
