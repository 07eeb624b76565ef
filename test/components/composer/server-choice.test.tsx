import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { createProvider } from '@/utils/core/server/provider';
import { knowNothing, learn } from '@/utils/core/server/server-knowledge';
import { DEFAULT_SETTINGS, type Settings } from '@/utils/core/server/settings';
import { makeJobIn } from '../../fixtures/jobs';
import { namesOf } from '../support/accessible-names';
import { choose, chosenIn, listedModels, optionsOf } from '../support/composer-controls';
import { generateButton } from '../support/composer-page';
import { renderWorkbench, write } from '../support/workbench-page';

const RELAY = createProvider('relay', {
  name: 'My relay',
  baseUrl: 'https://relay.example/v1',
  model: 'dall-e-3',
});
const LOCAL = createProvider('local', { baseUrl: 'http://127.0.0.1:8080/v1', model: 'flux' });

const TWO_SERVERS: Settings = {
  ...DEFAULT_SETTINGS,
  providers: [RELAY, LOCAL],
  providerId: RELAY.id,
  parameters: { model: 'dall-e-3', size: '1792x1024' },
};

/** Shows the page of a person who set these servers up. */
function renderWith(settings: Settings = TWO_SERVERS) {
  const page = renderWorkbench();
  page.settings.show(settings);
  return page;
}

describe('the choice of a server', () => {
  it('is not there when there is only one', () => {
    renderWith({ ...TWO_SERVERS, providers: [RELAY] });
    expect(namesOf('combobox')).not.toContain('Server');
  });

  it('has every server by its name, or its host, and shows the one chosen last', () => {
    renderWith({ ...TWO_SERVERS, providerId: LOCAL.id });
    expect(optionsOf('Server')).toEqual(['My relay', '127.0.0.1:8080']);
    expect(chosenIn('Server')).toBe('127.0.0.1:8080');
  });

  it('changes to the model of that server, and keeps what else was chosen', async () => {
    const { generate } = renderWith();
    await choose('Server', '127.0.0.1:8080');
    expect(chosenIn('Model')).toBe('flux');
    write('a fox');
    await userEvent.click(generateButton());
    expect(generate.mock.calls).toStrictEqual([
      [{ prompt: 'a fox', parameters: { model: 'flux', size: '1792x1024' }, providerId: LOCAL.id }],
    ]);
  });

  it('is in the order although nobody chose', async () => {
    const { generate } = renderWith();
    write('a fox');
    await userEvent.click(generateButton());
    expect(generate.mock.lastCall?.[0].providerId).toBe(RELAY.id);
  });

  it('offers the models of the server chosen, as they become known', async () => {
    const { knowledge } = renderWith();
    knowledge.show([
      learn(knowNothing(RELAY.id), { type: 'models', models: [{ id: 'dall-e-3' }, { id: 'relay-image' }] }),
      learn(knowNothing(LOCAL.id), { type: 'models', models: [{ id: 'flux' }] }),
    ]);
    expect(listedModels()).toEqual(['dall-e-3', 'relay-image']);
    await choose('Server', '127.0.0.1:8080');
    expect(listedModels()).toEqual(['flux']);
  });

  it('takes the place of a model and a size that are being typed', async () => {
    renderWith({ ...TWO_SERVERS, parameters: { model: 'gpt-image-2' } });
    await choose('Model', 'Another model…');
    await userEvent.type(screen.getByRole('textbox', { name: 'Model id' }), '-vip');
    await choose('Server', '127.0.0.1:8080');
    expect(screen.queryByRole('textbox', { name: 'Model id' })).toBeNull();
    expect(chosenIn('Model')).toBe('flux');
  });
});

describe('the server of a prompt that is back in its box', () => {
  const failure = { kind: 'contentBlocked' } as const;

  it.each([
    ['is the one it was meant for', LOCAL.id, '127.0.0.1:8080'],
    ['is the one chosen last when that is gone', 'removed', 'My relay'],
  ])('%s', async (_, providerId, name) => {
    const { jobs } = renderWith();
    jobs.show([{ ...makeJobIn('failed'), failure, providerId }]);
    await userEvent.click(screen.getByRole('button', { name: 'Reword the prompt' }));
    expect(chosenIn('Server')).toBe(name);
  });
});

it('after an order, what was typed for it is no longer in the boxes', async () => {
  renderWith({ ...TWO_SERVERS, parameters: { model: 'gpt-image-2' } });
  await choose('Model', 'Another model…');
  await userEvent.type(screen.getByRole('textbox', { name: 'Model id' }), '-vip');
  await choose('Size', 'Another size…');
  await userEvent.type(screen.getByRole('textbox', { name: 'Width × height' }), '1920x1088');
  write('a fox');
  await userEvent.click(generateButton());
  expect(chosenIn('Model')).toBe('gpt-image-2');
  expect(chosenIn('Size')).toBe('Default');
});
