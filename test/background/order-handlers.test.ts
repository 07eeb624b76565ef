import { expect, it } from 'vitest';
import { createOrderHandlers } from '@/entrypoints/background/order-handlers';
import { createQueueWorld } from '../fakes/queue-world';
import { makeJobIn } from '../fixtures/jobs';

it('answers with the id of a durable job, even where the settings cannot be changed', async () => {
  const { queue, jobs } = createQueueWorld();
  const changeSettings = (): Promise<never> => Promise.reject(new Error('No room for settings'));
  const { generate } = createOrderHandlers({ queue, jobs, changeSettings });
  const order = { type: 'generate', prompt: 'a fox', parameters: { model: 'gpt-image-1' } } as const;
  const { jobId } = await generate(order);
  expect(await jobs.get(jobId)).toMatchObject({ prompt: 'a fox' });
});

it('makes another job of an earlier one, and changes no settings for it', async () => {
  const { queue, jobs } = createQueueWorld();
  await jobs.add(makeJobIn('done', { id: 'earlier' }));
  const changeSettings = (): Promise<never> => Promise.reject(new Error('Nothing was chosen'));
  const { drawAgain } = createOrderHandlers({ queue, jobs, changeSettings });
  const { jobId } = await drawAgain({ type: 'drawAgain', jobId: 'earlier' });
  expect(await jobs.get(jobId)).toMatchObject({ prompt: 'a fox in snow', repeatOf: 'earlier' });
});
