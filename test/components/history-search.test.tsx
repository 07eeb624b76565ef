import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { makeEntry } from '../fixtures/entries';
import { renderHistory } from './support/history-page';

const A = makeEntry('a');

/** The box that finds. */
function searchBox(): HTMLElement {
  return screen.getByRole('searchbox', { name: 'Search history' });
}

describe('the search box', () => {
  it('searches as somebody types', async () => {
    const { show, search } = renderHistory();
    show([A]);
    await userEvent.type(searchBox(), 'fox');
    expect(search.mock.calls).toEqual([['f'], ['fo'], ['fox']]);
    expect(searchBox()).toHaveProperty('value', 'fox');
  });

  it('shows everything again when it is emptied', async () => {
    const { show, search } = renderHistory();
    show([A]);
    await userEvent.type(searchBox(), 'fox');
    await userEvent.clear(searchBox());
    expect(search).toHaveBeenLastCalledWith('');
  });

  it('leaves the old pictures until the new ones are found', async () => {
    const { show } = renderHistory();
    show([A]);
    await userEvent.type(searchBox(), 'fox');
    expect(screen.getByRole('img', { name: 'words of a' })).toBeTruthy();
    show([makeEntry('b')]);
    expect(screen.queryByRole('img', { name: 'words of a' })).toBeNull();
  });

  it('says that nothing was found, not that there is nothing', async () => {
    const { show } = renderHistory();
    show([A]);
    await userEvent.type(searchBox(), 'walrus');
    show([]);
    expect(screen.getByRole('heading', { name: 'No picture has these words' })).toBeTruthy();
    expect(screen.queryByText('No pictures yet')).toBeNull();
  });

  it('finds no fault with blanks', async () => {
    const { show } = renderHistory();
    show([]);
    await userEvent.type(searchBox(), '  ');
    expect(screen.getByRole('heading', { name: 'No pictures yet' })).toBeTruthy();
  });

  it('does not claim that there are no pictures while it goes back to all of them', async () => {
    const { show } = renderHistory();
    show([A]);
    await userEvent.type(searchBox(), 'walrus');
    show([]);
    await userEvent.clear(searchBox());
    // All pictures are still being read.
    expect(screen.queryByText('No pictures yet')).toBeNull();
  });
});
