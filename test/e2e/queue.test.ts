import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { stopBackground } from '../browser/stop-background';
import { readAlarms } from './ask-background';
import { connect, generate, jobWith, setUpGrantedWorld } from './connected-world';
import { createAnswerGate } from './answer-gate';

const answers = createAnswerGate();
const world = setUpGrantedWorld({ sandbox: { intercept: answers.intercept } });

let panel: Page;
beforeEach(async () => {
  if (!panel) {
    await connect(world());
    panel = await world().extension.openPage('sidepanel.html');
  }
  answers.hold();
  world().sandbox.clear();
});

const promptsSent = (): string[] =>
  world()
    .sandbox.generations()
    .map(({ body }) =>
      typeof body === 'object' && body !== null && 'prompt' in body ? String(body.prompt) : '',
    );

/** Two under way, the others waiting. */
async function addFive(name: string): Promise<readonly string[]> {
  const prompts = ['one', 'two', 'three', 'four', 'five'].map((number) => `${name} ${number}`);
  for (const prompt of prompts) {
    await generate(panel, prompt);
    // The box is emptied when the job is written; a press before that is one press too many.
    await expect.poll(() => panel.getByRole('textbox', { name: 'Prompt' }).inputValue()).toBe('');
  }
  await expect.poll(() => world().sandbox.generations().length).toBe(2);
  return prompts;
}

test('a job that waits can be drawn next, and its place lasts when the background dies', async () => {
  const prompts = await addFive('Overtaking');
  const last = await jobWith(panel, 'Overtaking five', 'queued');
  await last.getByRole('button', { name: 'Draw next' }).click();
  await last.getByRole('button', { name: 'Draw next', pressed: true }).waitFor();
  await stopBackground(world().extension, panel);
  answers.release();
  // Any intent wakes a new background; those whose request had left are interrupted, the others go on.
  await panel.getByRole('textbox', { name: 'Prompt' }).fill('A word to wake it');
  for (const prompt of prompts.slice(2)) await jobWith(panel, prompt, 'done');
  for (const prompt of prompts.slice(0, 2)) await jobWith(panel, prompt, 'interrupted');
  expect(promptsSent()[2]).toBe('Overtaking five');
  expect(promptsSent().toSorted()).toEqual([...prompts].toSorted());
});

test('all that wait are cancelled at once, and those under way come', async () => {
  const prompts = await addFive('Enough');
  await panel.getByRole('button', { name: 'Cancel all 3 waiting' }).click();
  for (const prompt of prompts.slice(2)) await jobWith(panel, prompt, 'cancelled');
  answers.release();
  for (const prompt of prompts.slice(0, 2)) await jobWith(panel, prompt, 'done');
  expect(promptsSent().toSorted()).toEqual(prompts.slice(0, 2).toSorted());
});

test('all that failed are asked again at once, in their order', async () => {
  answers.release();
  world().sandbox.setFault({ name: 'server-error', times: 2 });
  const prompts = ['Failing first', 'Failing second'];
  for (const prompt of prompts) {
    await generate(panel, prompt);
    await jobWith(panel, prompt, 'failed');
  }
  await panel.getByRole('button', { name: 'Retry all 2 failed' }).click();
  for (const prompt of prompts) await jobWith(panel, prompt, 'done');
  expect(promptsSent()).toHaveLength(4);
});

test('a picture of several that had come is kept when the job is cancelled', async () => {
  const { sandbox } = world();
  answers.release();
  await panel.getByRole('combobox', { name: 'Model' }).selectOption('dall-e-3');
  await panel.getByRole('spinbutton', { name: 'Images' }).fill('3');
  sandbox.setFault({ name: 'delay', value: '2000' });
  await generate(panel, 'Three of a kind');
  const job = await jobWith(panel, 'Three of a kind', 'running');
  await job.getByRole('img', { name: 'Three of a kind' }).first().waitFor();
  await job.getByRole('button', { name: 'Cancel' }).click();
  const cancelled = await jobWith(panel, 'Three of a kind', 'cancelled');
  expect(await cancelled.getByRole('img', { name: 'Three of a kind' }).count()).toBeGreaterThan(0);
  sandbox.clearFaults();
});

test('the same asked twice is drawn once, until the person says so', async () => {
  answers.release();
  await panel.getByRole('combobox', { name: 'Model' }).selectOption('gpt-image-1');
  await generate(panel, 'Only once');
  await jobWith(panel, 'Only once', 'done');
  await generate(panel, 'Only once');
  const asked = await jobWith(panel, 'Only once', 'queued');
  expect(await asked.innerText()).toContain('You are already drawing this');
  expect(promptsSent()).toHaveLength(1);
  await asked.getByRole('button', { name: 'Draw it again' }).click();
  await expect.poll(() => promptsSent().length).toBe(2);
  await panel.locator('[data-state="queued"]').waitFor({ state: 'detached' });
});

test('nothing is left that would wake the background', async () => {
  await expect.poll(() => readAlarms(panel)).toEqual([]);
});
