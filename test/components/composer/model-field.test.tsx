import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { ListedModel } from '@/utils/core/model/listed-model';
import { KNOWN_MODELS } from '@/utils/core/model/models';
import { knowNothing, learn } from '@/utils/core/server/server-knowledge';
import { namesOf } from '../support/accessible-names';
import { choiceBox, choose, chosenIn, listedModels, optionsOf } from '../support/composer-controls';
import { generateButton, renderComposer, SERVER } from '../support/composer-page';

const OTHER = 'Another model…';

const FOX = { prompt: 'a fox in snow' };

/** What is known of a server that told which models it has. */
function knownWith(...models: readonly ListedModel[]) {
  return learn(knowNothing(SERVER.id), { type: 'models', models });
}

/** The box a model's id is typed into. */
function idBox(): HTMLElement {
  return screen.getByRole('textbox', { name: 'Model id' });
}

describe('the list of models', () => {
  it('has every known one where the server never told, and shows the one in use', () => {
    renderComposer({ parameters: { model: 'dall-e-3' } });
    expect(optionsOf('Model')).toEqual([...KNOWN_MODELS, OTHER]);
    expect(chosenIn('Model')).toBe('dall-e-3');
  });

  it('has an unknown one in use as well', () => {
    renderComposer({ parameters: { model: 'somebody/flux' } });
    expect(optionsOf('Model')).toEqual(['somebody/flux', ...KNOWN_MODELS, OTHER]);
    expect(chosenIn('Model')).toBe('somebody/flux');
  });

  it('has those of the server first where it told, and the known ones apart from them', () => {
    renderComposer({
      parameters: { model: 'qwen-image' },
      known: knownWith({ id: 'flux' }, { id: 'qwen-image' }),
    });
    expect(listedModels()).toEqual(['flux', 'qwen-image']);
    const group = screen.getByRole('group', { name: 'Not listed by this server' });
    expect(namesOf('option', group)).toEqual([...KNOWN_MODELS]);
  });

  it('has the one in use although the server does not list it', () => {
    renderComposer({ known: knownWith({ id: 'flux' }) });
    expect(listedModels()).toEqual(['flux']);
    expect(chosenIn('Model')).toBe('gpt-image-1');
  });

  it('changes the controls with the model', async () => {
    renderComposer();
    await choose('Model', 'dall-e-2');
    expect(namesOf('combobox')).toEqual(['Model', 'Size']);
    await choose('Model', 'dall-e-3');
    expect(namesOf('combobox')).toEqual(['Model', 'Size', 'Quality']);
  });

  it('tells when the server shuts a model down, and of that model only', async () => {
    renderComposer({ known: knownWith({ id: 'gpt-image-1', retiresOn: '2026-12-01' }, { id: 'flux' }) });
    const description = 'This server shuts the model down on 2026-12-01';
    expect(screen.getByRole('combobox', { name: 'Model', description })).toBeTruthy();
    await choose('Model', 'flux');
    expect(choiceBox('Model').getAttribute('aria-describedby')).toBeNull();
  });
});

describe('another model', () => {
  it('is asked for by any id, without blanks around', async () => {
    const { ordered } = renderComposer({ draft: FOX, known: knownWith({ id: 'gpt-image-1' }) });
    expect(screen.queryByRole('textbox', { name: 'Model id' })).toBeNull();
    await choose('Model', OTHER);
    await userEvent.clear(idBox());
    await userEvent.type(idBox(), ' black-forest/flux.2 ');
    await userEvent.click(generateButton());
    expect(ordered()).toStrictEqual({ model: 'black-forest/flux.2' });
  });

  it('has its box while it is typed, whatever the id is on the way', async () => {
    renderComposer();
    await choose('Model', OTHER);
    await userEvent.clear(idBox());
    await userEvent.type(idBox(), 'gpt-image-2');
    expect(idBox()).toHaveProperty('value', 'gpt-image-2');
    expect(chosenIn('Model')).toBe(OTHER);
  });

  it('is the one before when its box is left empty', async () => {
    const { ordered } = renderComposer({ draft: FOX });
    await choose('Model', OTHER);
    await userEvent.clear(idBox());
    await userEvent.type(idBox(), 'f{Backspace}');
    await userEvent.click(generateButton());
    expect(ordered()).toStrictEqual({ model: 'gpt-image-1' });
  });

  it('is no longer typed when one of the list is chosen', async () => {
    const { ordered } = renderComposer({ draft: FOX });
    await choose('Model', OTHER);
    await userEvent.type(idBox(), '-latest');
    await choose('Model', 'gpt-image-2');
    expect(screen.queryByRole('textbox', { name: 'Model id' })).toBeNull();
    await userEvent.click(generateButton());
    expect(ordered()).toStrictEqual({ model: 'gpt-image-2' });
  });

  it('is no longer typed when the model is changed elsewhere', async () => {
    const prompt = 'x'.repeat(1007);
    renderComposer({ draft: { prompt } });
    await choose('Model', OTHER);
    await userEvent.clear(idBox());
    await userEvent.type(idBox(), 'dall-e-2');
    await userEvent.click(screen.getByRole('button', { name: `Use ${KNOWN_MODELS[0]}` }));
    expect(screen.queryByRole('textbox', { name: 'Model id' })).toBeNull();
    expect(chosenIn('Model')).toBe(KNOWN_MODELS[0]);
  });
});
