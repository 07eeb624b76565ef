import { act, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { FailureError } from '@/utils/core/failure/failure';
import { makePassage } from '../../fixtures/jobs';
import { generateButton, promptBox, renderComposer, SERVER } from '../support/composer-page';
import { createDeferred } from '../support/deferred';

const FOX = { prompt: 'a fox in snow' };

/** What is wrong, as it is announced. */
function announced(): string {
  return screen.getByRole('alert').textContent;
}

describe('Generate', () => {
  it('orders what is written, cleaned, with the page it comes from', async () => {
    const passage = makePassage();
    const { onGenerate } = renderComposer({ draft: { prompt: '  a fox\r\nin snow ', passage } });
    await userEvent.click(generateButton());
    expect(onGenerate.mock.calls).toStrictEqual([
      [{ prompt: 'a fox\nin snow', passage, parameters: { model: 'gpt-image-1' }, providerId: SERVER.id }],
    ]);
    expect(announced()).toBe('');
  });

  it.each(['{Control>}{Enter}{/Control}', '{Meta>}{Enter}{/Meta}'])(
    'happens with %s in the prompt box',
    async (keys) => {
      const { onGenerate } = renderComposer();
      await userEvent.type(promptBox(), `a fox${keys}`);
      expect(onGenerate.mock.calls.map(([order]) => order.prompt)).toEqual(['a fox']);
      expect(promptBox()).toHaveProperty('value', 'a fox');
    },
  );

  it('does not happen with Enter alone, which begins a line', async () => {
    const { onGenerate } = renderComposer();
    await userEvent.type(promptBox(), 'a fox{Enter}in snow');
    expect(onGenerate).not.toHaveBeenCalled();
    expect(promptBox()).toHaveProperty('value', 'a fox\nin snow');
  });

  it.each(['', '   \n\t', '\u200B'])('says so when there is nothing to draw: %j', async (prompt) => {
    const { onGenerate } = renderComposer({ draft: { prompt } });
    await userEvent.click(generateButton());
    expect(announced()).toBe('The prompt is empty.');
    expect(onGenerate).not.toHaveBeenCalled();
  });

  it('takes back what it said once there is something to draw', async () => {
    renderComposer();
    await userEvent.click(generateButton());
    await userEvent.type(promptBox(), 'a fox');
    await userEvent.click(generateButton());
    expect(announced()).toBe('');
  });

  it('happens once when pressed again before the first order is kept', async () => {
    const kept = createDeferred();
    const { onGenerate } = renderComposer({ draft: FOX, onGenerate: () => kept.promise });
    await userEvent.dblClick(generateButton());
    await userEvent.type(promptBox(), '{Control>}{Enter}{/Control}');
    expect(onGenerate).toHaveBeenCalledTimes(1);
    await act(async () => {
      kept.resolve();
      await kept.promise;
    });
    await userEvent.click(generateButton());
    expect(onGenerate).toHaveBeenCalledTimes(2);
  });

  it('happens once when pressed twice before anything is drawn again', () => {
    const { onGenerate } = renderComposer({ draft: FOX, onGenerate: () => new Promise(() => undefined) });
    const button = generateButton();
    act(() => {
      button.click();
      button.click();
    });
    expect(onGenerate).toHaveBeenCalledTimes(1);
  });
});

describe('an order that is refused', () => {
  it('says why in words and keeps the prompt', async () => {
    const failure = new FailureError({ kind: 'storageFull' });
    renderComposer({ draft: FOX, onGenerate: () => Promise.reject(failure) });
    await userEvent.click(generateButton());
    expect(announced()).toBe('There is no room left on this computer to keep the picture.');
    expect(promptBox()).toHaveProperty('value', 'a fox in snow');
  });

  it('has words for faults nobody thought of', async () => {
    renderComposer({ draft: FOX, onGenerate: () => Promise.reject(new TypeError('x is undefined')) });
    await userEvent.click(generateButton());
    expect(announced()).toBe('Something went wrong inside Depict.');
  });

  it('can be tried again at once', async () => {
    let answers = 0;
    const { onGenerate } = renderComposer({
      draft: FOX,
      onGenerate() {
        answers += 1;
        return answers === 1 ? Promise.reject(new FailureError({ kind: 'network' })) : Promise.resolve();
      },
    });
    await userEvent.click(generateButton());
    expect(announced()).not.toBe('');
    await userEvent.click(generateButton());
    expect(onGenerate).toHaveBeenCalledTimes(2);
    expect(announced()).toBe('');
  });
});

describe('the form', () => {
  it('lets the page stand when it is sent', () => {
    renderComposer({ draft: FOX });
    const form = generateButton().closest('form');
    // Not prevented, the browser would load the page anew, and the job's list with it.
    expect(form && fireEvent.submit(form)).toBe(false);
  });

  it('tells of its key', () => {
    renderComposer();
    expect(generateButton().getAttribute('aria-keyshortcuts')).toBe('Control+Enter');
  });
});
