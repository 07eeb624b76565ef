import { expect, it } from 'vitest';
import { createOrderHandlers } from '@/entrypoints/background/order-handlers';
import { createQueueWorld } from '../fakes/queue-world';
import { createProvider } from '@/utils/core/server/provider';
import { DEFAULT_SETTINGS, type Settings } from '@/utils/core/server/settings';
import { makeJobIn } from '../fixtures/jobs';

const KEYLESS = createProvider('keyless', { baseUrl: 'https://keyless.example/v1' });

const settings: Settings = { ...DEFAULT_SETTINGS, providers: [...DEFAULT_SETTINGS.providers, KEYLESS] };

const connectionPorts = {
  readSettings: () => Promise.resolve(settings),
  readCredential: (id: string) => Promise.resolve(id === 'keyless' ? {} : { key: 'sk-1' }),
  hasAccess: () => Promise.resolve(true),
};

it.each([
  ['https://dddai.dev', 'https://dddai.dev', 'flux'],
  ['keyless', 'https://dddai.dev', settings.parameters.model],
])('with a generation at %s leaves %s as the server in use', async (providerId, used, model) => {
  let kept = settings;
  const changeSettings = (change: (now: Settings) => Settings) => Promise.resolve(void (kept = change(kept)));
  const { queue, jobs } = createQueueWorld();
  const { generate } = createOrderHandlers({ queue, jobs, changeSettings, connectionPorts });
  const order = { type: 'generate', prompt: 'a fox', parameters: { model: 'flux' }, providerId } as const;
  expect(await jobs.get((await generate(order)).jobId)).toMatchObject({ providerId });
  expect(kept).toMatchObject({ providerId: used, parameters: { model } });
});

it('answers with the id of a durable job, even where the settings cannot be changed', async () => {
  const { queue, jobs } = createQueueWorld();
  const changeSettings = (): Promise<never> => Promise.reject(new Error('No room for settings'));
  const { generate } = createOrderHandlers({ queue, jobs, changeSettings, connectionPorts });
  const order = { type: 'generate', prompt: 'a fox', parameters: { model: 'gpt-image-1' } } as const;
  const { jobId } = await generate(order);
  expect(await jobs.get(jobId)).toMatchObject({ prompt: 'a fox' });
});

it('makes another job of an earlier one, and changes no settings for it', async () => {
  const { queue, jobs } = createQueueWorld();
  await jobs.add(makeJobIn('done', { id: 'earlier' }));
  const changeSettings = (): Promise<never> => Promise.reject(new Error('Nothing was chosen'));
  const { drawAgain } = createOrderHandlers({ queue, jobs, changeSettings, connectionPorts });
  const { jobId } = await drawAgain({ type: 'drawAgain', jobId: 'earlier' });
  expect(await jobs.get(jobId)).toMatchObject({ prompt: 'a fox in snow', repeatOf: 'earlier' });
});
