import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { makePassage } from '../../fixtures/jobs';
import { promptBox, renderComposer } from '../support/composer-page';

/** The prompt box, provided that this is what a screen reader says of it. */
function promptBoxSaying(description: string): HTMLElement {
  return screen.getByRole('textbox', { name: 'Prompt', description });
}

describe('the prompt box', () => {
  it('says nothing of an empty prompt', () => {
    renderComposer();
    expect(promptBoxSaying('')).toBeTruthy();
  });

  it('counts while words are typed', async () => {
    renderComposer();
    await userEvent.type(promptBox(), 'a fox');
    expect(promptBoxSaying('5 of 32000 characters')).toBeTruthy();
  });

  it('counts characters as the server does, not halves of them', () => {
    renderComposer({ draft: { prompt: '🦊🦊 狐' } });
    expect(promptBoxSaying('4 of 32000 characters')).toBeTruthy();
  });

  it('knows no limit of a model it does not know', () => {
    renderComposer({ draft: { prompt: 'a fox' }, parameters: { model: 'somebody/flux' } });
    expect(promptBoxSaying('5 characters')).toBeTruthy();
  });

  it('names the page the words come from', () => {
    renderComposer({ draft: { prompt: 'a fox', passage: makePassage() } });
    expect(promptBoxSaying('From “Chicago Poems” · 5 of 32000 characters')).toBeTruthy();
  });

  it('says that a selection holds hidden text until all of it is deleted', async () => {
    renderComposer({ draft: { prompt: 'fox', hasHiddenText: true } });
    const note = () => screen.queryByText(/^This selection contains hidden text/);
    await userEvent.type(promptBox(), '{Backspace}');
    expect(note()).toBeTruthy();
    await userEvent.clear(promptBox());
    expect(note()).toBeNull();
    await userEvent.type(promptBox(), 'a heron');
    expect(note()).toBeNull();
  });

  it('does not name a page without a title', () => {
    renderComposer({ draft: { prompt: 'a fox', passage: makePassage({ pageTitle: '' }) } });
    expect(promptBoxSaying('5 of 32000 characters')).toBeTruthy();
  });

  it.each([
    ['dall-e-2', 1000],
    ['dall-e-3', 4000],
    ['gpt-image-1', 32_000],
  ])('of %s takes %i characters and no more', (model, limit) => {
    renderComposer({ draft: { prompt: '🦊'.repeat(limit) }, parameters: { model } });
    expect(promptBoxSaying(`${limit} of ${limit} characters`).getAttribute('aria-invalid')).toBeNull();
  });

  it('says how much is too much, and that it is wrong', () => {
    renderComposer({ draft: { prompt: '🦊'.repeat(1007) }, parameters: { model: 'dall-e-2' } });
    const box = promptBoxSaying('Too long for dall-e-2 by 7 characters');
    expect(box.getAttribute('aria-invalid')).toBe('true');
  });

  it('thinks again when another model is chosen', async () => {
    renderComposer({ draft: { prompt: 'x'.repeat(1007) }, parameters: { model: 'dall-e-2' } });
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Model' }), 'dall-e-3');
    expect(promptBoxSaying('1007 of 4000 characters').getAttribute('aria-invalid')).toBeNull();
  });

  it('lays words out in their own direction', () => {
    renderComposer();
    expect(promptBox().getAttribute('dir')).toBe('auto');
  });
});
