import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { knowNothing, learn } from '@/utils/core/server/server-knowledge';
import { chosenIn } from '../support/composer-controls';
import { generateButton, promptBox, renderComposer, SERVER } from '../support/composer-page';

const SENTENCE = `${'x'.repeat(599)}.`;

/** 1201 characters in two sentences, for a model that takes 1000. */
const TOO_LONG = { draft: { prompt: `${SENTENCE} ${SENTENCE}` }, parameters: { model: 'dall-e-2' } };

function cutButton(): HTMLElement {
  return screen.getByRole('button', { name: 'Cut at a sentence' });
}

describe('a prompt that is too long for the model', () => {
  it('becomes no job, and Generate says why', async () => {
    const { onGenerate } = renderComposer(TOO_LONG);
    expect(screen.getByRole('alert').textContent).toBe('');
    await userEvent.click(generateButton());
    expect(onGenerate).not.toHaveBeenCalled();
    expect(screen.getByRole('alert').textContent).toBe(
      'The prompt has 1201 characters, and this model takes 1000. Nothing was sent.',
    );
    expect(promptBox()).toHaveProperty('value', TOO_LONG.draft.prompt);
  });

  it('is cut behind the last sentence that fits, and not before somebody asks', async () => {
    const { onGenerate } = renderComposer(TOO_LONG);
    await userEvent.click(cutButton());
    expect(promptBox()).toHaveProperty('value', SENTENCE);
    expect(screen.queryByRole('button', { name: 'Cut at a sentence' })).toBeNull();
    await userEvent.click(generateButton());
    expect(onGenerate.mock.lastCall?.[0]).toMatchObject({
      prompt: SENTENCE,
      parameters: { model: 'dall-e-2' },
    });
  });

  it('goes whole to a model that takes it', async () => {
    const { onGenerate } = renderComposer({
      ...TOO_LONG,
      known: learn(knowNothing(SERVER.id), {
        type: 'models',
        models: [{ id: 'dall-e-2' }, { id: 'flux' }, { id: 'dall-e-3' }, { id: 'gpt-image-2' }],
      }),
    });
    await userEvent.click(screen.getByRole('button', { name: 'Use dall-e-3' }));
    expect(chosenIn('Model')).toBe('dall-e-3');
    expect(screen.queryByRole('button', { name: /^Use / })).toBeNull();
    await userEvent.click(generateButton());
    expect(onGenerate.mock.lastCall?.[0]).toMatchObject({
      ...TOO_LONG.draft,
      parameters: { model: 'dall-e-3' },
    });
  });

  it('can only be cut where the server has no model that takes it', () => {
    const models = [{ id: 'dall-e-2' }, { id: 'flux' }];
    renderComposer({ ...TOO_LONG, known: learn(knowNothing(SERVER.id), { type: 'models', models }) });
    expect(cutButton()).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Use / })).toBeNull();
  });

  it.each(['Cut at a sentence', 'Use gpt-image-2.6-flare'])(
    'is no longer complained of after %s',
    async (name) => {
      renderComposer(TOO_LONG);
      await userEvent.click(generateButton());
      await userEvent.click(screen.getByRole('button', { name }));
      expect(screen.getByRole('alert').textContent).toBe('');
    },
  );
});

it('a prompt that fits is offered nothing', () => {
  renderComposer({ draft: { prompt: 'x'.repeat(1000) }, parameters: { model: 'dall-e-2' } });
  expect(screen.queryByRole('button', { name: 'Cut at a sentence' })).toBeNull();
});

it('a prompt for a model whose limit nobody knows is never too long', async () => {
  const { onGenerate } = renderComposer({
    draft: { prompt: 'x'.repeat(40_000) },
    parameters: { model: 'flux' },
  });
  expect(screen.queryByRole('button', { name: 'Cut at a sentence' })).toBeNull();
  await userEvent.click(generateButton());
  expect(onGenerate).toHaveBeenCalledTimes(1);
});
