import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { makeEntry } from '../../fixtures/entries';
import { makePassage } from '../../fixtures/jobs';
import { renderHistory, travelTo } from '../support/history-page';

const FOX = makeEntry('fox', { job: { prompt: 'A red fox' } });
const CAFE = makeEntry('cafe', { job: { prompt: 'Café by night', parameters: { model: 'dall-e-3' } } });
const BOAT = makeEntry('boat', {
  job: { prompt: '龙舟竞渡', passage: makePassage({ pageTitle: 'River feasts' }) },
  picture: { favorite: true },
});
const ALL = [FOX, CAFE, BOAT];

function searchBox(): HTMLElement {
  return screen.getByRole('searchbox', { name: 'Search history' });
}

/** Prompts of the tiles, in order. */
function shown(): readonly (string | null)[] {
  return within(screen.getByRole('list', { name: 'Images' }))
    .queryAllByRole('img')
    .map((image) => image.getAttribute('alt'))
    .filter((words) => words !== null);
}

const filters = () => screen.getByRole('button', { name: 'Filters' });

describe('the search box', () => {
  it('counts nothing before anything is read', () => {
    renderHistory({ hash: '#q=fox' });
    expect(screen.getByText('Looking through the history…')).toBeTruthy();
    expect(screen.queryByText(/^0 pictures/)).toBeNull();
  });

  it('finds as somebody types, without accents and inside of Chinese', async () => {
    renderHistory().show(ALL);
    await userEvent.type(searchBox(), 'CAFE night');
    expect(shown()).toEqual(['Café by night']);
    expect(screen.getByText('1 picture', { selector: '[role="status"]' })).toBeTruthy();
    await userEvent.clear(searchBox());
    await userEvent.type(searchBox(), '竞渡');
    expect(shown()).toEqual(['龙舟竞渡']);
    await userEvent.clear(searchBox());
    expect(shown()).toHaveLength(3);
  });

  it('shows what was found, also where it is not in the prompt', async () => {
    renderHistory().show(ALL);
    await userEvent.type(searchBox(), 'red');
    const marked = () => [...document.querySelectorAll('mark')].map((mark) => mark.textContent);
    expect(marked()).toEqual(['red']);
    await userEvent.clear(searchBox());
    await userEvent.type(searchBox(), 'feast');
    expect(marked()).toEqual(['feast']);
  });

  it('says that nothing was found, and leads back to everything', async () => {
    renderHistory().show(ALL);
    await userEvent.type(searchBox(), 'walrus');
    expect(screen.getByRole('heading', { name: 'No picture fits' })).toBeTruthy();
    expect(screen.queryByText('No pictures yet')).toBeNull();
    await userEvent.click(screen.getAllByRole('button', { name: 'Clear filters' }).at(-1) ?? searchBox());
    expect(searchBox()).toHaveProperty('value', '');
    expect(shown()).toHaveLength(3);
  });

  it('does not claim that nothing fits before everything was looked at', async () => {
    const { show } = renderHistory();
    show(ALL, 'ids');
    await userEvent.type(searchBox(), 'fox');
    expect(screen.getByText('Looking through the history…')).toBeTruthy();
    expect(screen.queryByText('No picture fits')).toBeNull();
    show(ALL);
    expect(shown()).toEqual(['A red fox']);
  });

  it('is a step of its own in the browser’s history', async () => {
    renderHistory().show(ALL);
    const steps = history.length;
    await userEvent.type(searchBox(), 'fox');
    expect(history.length).toBe(steps + 1);
    travelTo('');
    expect(searchBox()).toHaveProperty('value', '');
    expect(shown()).toHaveLength(3);
  });
});

describe('filters', () => {
  it('say how many pictures each choice shows, and combine', async () => {
    renderHistory().show(ALL);
    await userEvent.click(filters());
    const model = screen.getByRole('combobox', { name: 'Model' });
    expect(
      within(model)
        .getAllByRole('option')
        .map((option) => option.textContent),
    ).toEqual(['Any', 'gpt-image-1 (2)', 'dall-e-3 (1)']);
    await userEvent.selectOptions(model, 'gpt-image-1');
    expect(shown()).toEqual(['A red fox', '龙舟竞渡']);
    await userEvent.click(screen.getByRole('checkbox', { name: 'Favorites (1)' }));
    expect(shown()).toEqual(['龙舟竞渡']);
    expect(location.hash).toBe('#model=gpt-image-1&favorite=1');
  });

  it('are left one by one, or all at once', async () => {
    renderHistory({ hash: '#model=gpt-image-1&favorite=1' }).show(ALL);
    await userEvent.click(screen.getByRole('button', { name: 'Remove filter: Favorites' }));
    expect(location.hash).toBe('#model=gpt-image-1');
    await userEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(location.hash).toBe('');
  });

  it('stay while a picture is looked at', async () => {
    renderHistory({ hash: '#model=gpt-image-1' }).show(ALL);
    await userEvent.click(screen.getByRole('button', { name: 'A red fox' }));
    expect(location.hash).toBe('#model=gpt-image-1&image=picture-fox');
    expect(screen.getByRole('dialog', { name: 'Image viewer' })).toBeTruthy();
  });

  it('are absent where there is nothing to look for', () => {
    renderHistory().show([]);
    expect(screen.queryByRole('searchbox')).toBeNull();
  });
});

describe('the order', () => {
  it.each([
    ['newest', ['A red fox', 'Café by night', '龙舟竞渡']],
    ['oldest', ['龙舟竞渡', 'Café by night', 'A red fox']],
  ])('%s', async (order, words) => {
    renderHistory().show(ALL);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Order' }), order);
    expect(shown()).toEqual(words);
  });

  it('by page has a heading that leads to each page, and one for typed words', async () => {
    renderHistory().show(ALL);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Order' }), 'By page');
    const page = screen.getByRole('link', { name: 'River feasts' });
    expect(page.getAttribute('href')).toBe('https://example.org/poems');
    expect(screen.getByRole('heading', { name: /Typed words/ })).toBeTruthy();
    expect(location.hash).toBe('#order=page');
  });
});
