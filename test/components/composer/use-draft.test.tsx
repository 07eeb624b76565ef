import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { FoundSelection, Passage } from '@/utils/core/text/passage';
import { makePassage } from '../../fixtures/jobs';
import { generateButton } from '../support/composer-page';
import { createDeferred } from '../support/deferred';
import { settle } from '../support/settle';
import { promptText, renderWorkbench, write } from '../support/workbench-page';

const FOG = makePassage({ quote: '  the fog\r\ncomes ' });

/** A selection that is read when the test says so. */
function renderWithSelection() {
  const selection = createDeferred<FoundSelection | null>();
  const world = renderWorkbench({ readSelection: () => selection.promise });
  return {
    ...world,
    async select(passage: Passage | null, hasHiddenText = false) {
      selection.resolve(passage && { passage, hasHiddenText });
      await settle();
    },
    async refuse() {
      selection.reject(new Error('This page takes no script'));
      await settle();
    },
  };
}

describe('the prompt box', () => {
  it('is empty until something is known', () => {
    renderWorkbench();
    expect(promptText()).toBe('');
  });

  it('is filled with the selection, cleaned, and its page', async () => {
    const { select, generate } = renderWithSelection();
    await select(FOG);
    expect(promptText()).toBe('the fog\ncomes');
    fireEvent.click(generateButton());
    await settle();
    expect(generate.mock.calls[0]?.[0].passage).toEqual(FOG);
  });

  it('says that the selection contains hidden text, until it is sent', async () => {
    const { select, generate } = renderWithSelection();
    const note = () => screen.queryByText(/^This selection contains hidden text\./);
    await select(FOG);
    expect(note()).toBeNull();
    const other = renderWithSelection();
    await other.select(FOG, true);
    expect(note()).toBeTruthy();
    expect(generate).not.toHaveBeenCalled();
  });

  it('is filled with what was kept', () => {
    const { tellDraft } = renderWorkbench();
    tellDraft({ prompt: 'a kept fox' });
    expect(promptText()).toBe('a kept fox');
  });

  it('is filled with what was kept when nothing is selected', async () => {
    const { select, tellDraft } = renderWithSelection();
    await select(null);
    tellDraft({ prompt: 'a kept fox' });
    expect(promptText()).toBe('a kept fox');
  });

  it('is filled with what was kept when the page refuses to tell its selection', async () => {
    const { refuse, tellDraft } = renderWithSelection();
    tellDraft({ prompt: 'a kept fox' });
    await refuse();
    expect(promptText()).toBe('a kept fox');
  });

  it('prefers the selection to what was kept when the selection comes first', async () => {
    const { select, tellDraft } = renderWithSelection();
    await select(FOG);
    tellDraft({ prompt: 'a kept fox' });
    expect(promptText()).toBe('the fog\ncomes');
  });

  it('prefers the selection to what was kept when the selection comes last', async () => {
    const { select, tellDraft } = renderWithSelection();
    tellDraft({ prompt: 'a kept fox' });
    await select(FOG);
    expect(promptText()).toBe('the fog\ncomes');
  });

  it('stays empty when nothing was kept', () => {
    const { tellDraft } = renderWorkbench();
    tellDraft(undefined);
    expect(promptText()).toBe('');
  });
});

describe('what a person typed', () => {
  it('is never replaced by a selection that comes late', async () => {
    const { select } = renderWithSelection();
    write('my own words');
    await select(FOG);
    expect(promptText()).toBe('my own words');
  });

  it('is never replaced by what was kept before the page opened', () => {
    const { tellDraft } = renderWorkbench();
    write('my own words');
    tellDraft({ prompt: 'a kept fox' });
    expect(promptText()).toBe('my own words');
  });

  it('stays an empty box when somebody emptied it', async () => {
    const { select, tellDraft } = renderWithSelection();
    write('x');
    write('');
    await select(FOG);
    tellDraft({ prompt: 'a kept fox' });
    expect(promptText()).toBe('');
  });

  it('is not replaced by its own echo, which is older', () => {
    const { tellDraft } = renderWorkbench();
    tellDraft(undefined);
    write('my own words');
    tellDraft({ prompt: 'my own' }, true);
    expect(promptText()).toBe('my own words');
  });

  it('is replaced by what another page keeps later', () => {
    const { tellDraft } = renderWorkbench();
    tellDraft({ prompt: 'a kept fox' });
    write('my own words');
    tellDraft({ prompt: 'words from the menu' });
    expect(promptText()).toBe('words from the menu');
  });

  it('is not taken away by a page that sent its own words, while it is being written', () => {
    const { tellDraft } = renderWorkbench();
    tellDraft({ prompt: '' });
    write('words of this page');
    tellDraft({ prompt: '' });
    expect(promptText()).toBe('words of this page');
  });

  it('is replaced by what another page keeps later, even if nothing was kept at first', () => {
    const { tellDraft } = renderWorkbench();
    tellDraft(undefined);
    write('my own words');
    tellDraft({ prompt: 'words from the menu' });
    expect(promptText()).toBe('words from the menu');
  });
});

describe('after an order', () => {
  /** Writes and sends; the order is kept when the test says so. */
  function send(text: string) {
    const kept = createDeferred();
    const world = renderWorkbench({ generate: () => kept.promise });
    write(text);
    fireEvent.click(generateButton());
    return {
      ...world,
      async keep() {
        await act(async () => {
          kept.resolve();
          await kept.promise;
        });
      },
      async refuse() {
        kept.reject(new Error('no'));
        await settle();
      },
    };
  }

  it('the box stays as it is until the order is kept', () => {
    send('a fox');
    expect(promptText()).toBe('a fox');
  });

  it('the box is empty once it is kept', async () => {
    const { keep } = send('a fox');
    await keep();
    expect(promptText()).toBe('');
  });

  it('the box keeps what was written meanwhile', async () => {
    const { keep } = send('a fox');
    write('a hare');
    await keep();
    expect(promptText()).toBe('a hare');
  });

  it('the box keeps what another page put there meanwhile', async () => {
    const { keep, tellDraft } = send('a fox');
    tellDraft(undefined);
    tellDraft({ prompt: 'words from the menu' });
    await keep();
    expect(promptText()).toBe('words from the menu');
  });

  it('the box keeps the words of an order that was refused', async () => {
    const { refuse } = send('a fox');
    await refuse();
    expect(promptText()).toBe('a fox');
  });
});

describe('a prompt that is replaced', () => {
  const undo = () => screen.queryByRole('button', { name: 'Undo' });

  it('by words from the menu can be brought back', () => {
    const { tellDraft } = renderWorkbench();
    tellDraft(undefined);
    write('a half-written fox');
    tellDraft({ prompt: 'words of the page' });
    expect(promptText()).toBe('words of the page');
    fireEvent.click(undo() ?? document.body);
    expect(promptText()).toBe('a half-written fox');
    expect(undo()).toBeNull();
  });

  it('while no page was open can be brought back', () => {
    const { tellDraft } = renderWorkbench();
    tellDraft({ prompt: 'words of the page' }, false, { prompt: 'a half-written fox' });
    fireEvent.click(undo() ?? document.body);
    expect(promptText()).toBe('a half-written fox');
  });

  it.each(['first', 'last'])('by the selection, which comes %s, can be brought back', async (order) => {
    const { select, tellDraft } = renderWithSelection();
    if (order === 'last') tellDraft({ prompt: 'a kept fox' });
    await select(FOG);
    if (order === 'first') tellDraft({ prompt: 'a kept fox' });
    expect(promptText()).toBe('the fog\ncomes');
    fireEvent.click(undo() ?? document.body);
    expect(promptText()).toBe('a kept fox');
  });

  it('cannot be brought back over what was typed since', () => {
    const { tellDraft } = renderWorkbench();
    tellDraft({ prompt: 'words of the page' }, false, { prompt: 'a half-written fox' });
    write('words of the page, and more');
    expect(undo()).toBeNull();
  });

  it('is not offered where nothing was written', () => {
    const { tellDraft } = renderWorkbench();
    tellDraft({ prompt: 'words of the page' });
    expect(undo()).toBeNull();
  });
});
