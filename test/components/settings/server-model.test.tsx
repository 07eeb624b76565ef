import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { form, renderServerForm, wordsBelow } from '../support/server-form-page';
import { settle } from '../support/settle';

/** The models that are offered: names, and the words that are shown for them. */
function offered(): readonly (readonly [string, string])[] {
  const list = document.getElementById(form.model().getAttribute('list') ?? '');
  return Array.from(list?.querySelectorAll('option') ?? [], ({ value, textContent }) => [value, textContent]);
}

const names = (): readonly string[] => offered().map(([name]) => name);

describe('the models that are offered', () => {
  it('are the known ones while the server did not tell', async () => {
    renderServerForm();
    await settle();
    expect(names()).toContain('gpt-image-2.6-flare');
  });

  it('are those the server listed last', async () => {
    renderServerForm({
      listModels: (id) => Promise.resolve(id === 'first' ? [{ id: 'flux' }, { id: 'kandinsky' }] : []),
    });
    await settle();
    expect(names()).toEqual(['flux', 'kandinsky']);
  });

  it('are those it lists in a test', async () => {
    renderServerForm({
      listModels: () => Promise.resolve([{ id: 'flux' }]),
      test: () => Promise.resolve({ checks: [], models: [{ id: 'kandinsky' }] }),
    });
    await userEvent.click(form.test());
    expect(names()).toEqual(['kandinsky']);
  });

  it('are those of no other address', async () => {
    renderServerForm({ listModels: () => Promise.resolve([{ id: 'flux' }]) });
    await userEvent.type(form.address(), '/elsewhere');
    expect(names()).not.toContain('flux');
  });

  it('say until when the server has them', async () => {
    renderServerForm({ listModels: () => Promise.resolve([{ id: 'flux', retiresOn: '2027-01-31' }]) });
    await settle();
    expect(offered()).toEqual([['flux', 'flux, until 2027-01-31']]);
  });

  it('can be found without naming one first', async () => {
    const on = renderServerForm({
      provider: { model: '' },
      test: () => Promise.resolve({ checks: [], models: [{ id: 'flux' }] }),
    });
    await userEvent.click(form.test());
    expect(on.test.mock.calls[0]?.[0].model).toBe('');
    expect(names()).toEqual(['flux']);
  });
});

describe('a model that comes to its end', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 10, 22, 12) });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each([
    ['dall-e-3', 'Retired on 2026-05-12 at OpenAI. Other servers may go on with it.'],
    ['gpt-image-1.5', 'Will be retired on 2026-12-01 at OpenAI. Other servers may go on with it.'],
    ['gpt-image-2', 'The name the server knows it by. Choose one or type your own.'],
  ])('%s is spoken of so', (model, words) => {
    renderServerForm({ provider: { model } });
    expect(wordsBelow(form.model())).toBe(words);
  });

  it.each([
    ['2026-11-22', 'Retired on 2026-11-22.'],
    ['2026-11-23', 'Will be retired on 2026-11-23.'],
  ])('on %s ends as the server says, whatever others do', async (retiresOn, words) => {
    renderServerForm({
      provider: { model: 'dall-e-3' },
      listModels: () => Promise.resolve([{ id: 'dall-e-3', retiresOn }]),
    });
    expect(await screen.findByText(words)).toBeTruthy();
  });
});
