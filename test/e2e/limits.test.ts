import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { dispatchMenuClick } from '../browser/dispatch-click';
import { connect, generate, jobWith, setUpGrantedWorld } from './connected-world';

const world = setUpGrantedWorld();

let options: Page;
let popup: Page;
beforeAll(async () => {
  options = await connect(world());
  popup = await world().extension.openPage('popup.html');
});

test('a picture is estimated before, and booked by its usage after', async () => {
  await popup.getByText(/^up to \$0\.25$/).waitFor();
  await popup.getByRole('combobox', { name: 'Quality' }).selectOption('medium');
  await popup.getByRole('combobox', { name: 'Size' }).selectOption('1024x1024');
  await popup.getByText(/^about \$0\.042$/).waitFor();
  await generate(popup, 'A paid one');
  const job = await jobWith(popup, 'A paid one', 'done');
  await job.getByText('$0.0423').waitFor();
  await options.getByText('$0.0423 this month.').waitFor();
  expect(await options.getByRole('table').innerText()).toMatch(/1\s+\$0\.0423/);
});

test('a reply without usage is booked as unknown, not as nothing', async () => {
  await generate(popup, 'Who knows [[new-api-old]]');
  const job = await jobWith(popup, 'Who knows', 'done');
  await job.getByText('Cost unknown').waitFor();
  await options.getByText('1 unknown').first().waitFor();
});

test('above the monthly limit nothing is sent before a click', async () => {
  const { sandbox } = world();
  const limit = options.getByRole('textbox', { name: /^Ask me before a month costs more than/ });
  await limit.fill('0.05');
  await limit.press('Enter');
  await options.getByText('Saved.', { exact: true }).waitFor();
  sandbox.clear();
  await generate(popup, 'One too many');
  const job = await jobWith(popup, 'One too many', 'queued');
  await job.getByText('Nothing was sent yet.').waitFor();
  expect(sandbox.generations()).toHaveLength(0);
  await job.getByRole('button', { name: 'Draw anyway' }).click();
  await jobWith(popup, 'One too many', 'done');
  expect(sandbox.generations()).toHaveLength(1);
  await limit.fill('');
  await limit.press('Enter');
});

test('a prompt that is too long is cut at a sentence, or sent to a model that takes it, and never silently', async () => {
  const { sandbox } = world();
  sandbox.clear();
  await popup.getByRole('combobox', { name: 'Model' }).selectOption('dall-e-2');
  const prompt = popup.getByRole('textbox', { name: 'Prompt' });
  await prompt.fill('A fox runs over the snow. '.repeat(60));
  await popup.getByRole('button', { name: 'Generate' }).click();
  expect(sandbox.generations()).toHaveLength(0);
  await popup.getByRole('button', { name: 'Cut at a sentence' }).click();
  expect((await prompt.inputValue()).length).toBeLessThanOrEqual(1000);
  expect(await prompt.inputValue()).toMatch(/snow\.$/);
  await prompt.fill('A hare runs over the snow. '.repeat(60));
  await popup.getByRole('button', { name: /^Use / }).click();
  await generate(popup, await prompt.inputValue());
  await jobWith(popup, 'A hare runs', 'done');
  expect(sandbox.generations()).toHaveLength(1);
});

test('a server that never answers is given up in its time, from the popup and from the menu, after one request each', async () => {
  const { sandbox } = world();
  await options.getByText('More about this server').click();
  await options.getByRole('spinbutton', { name: 'Longest wait in seconds' }).fill('30');
  await options.getByRole('button', { name: 'Save and allow access' }).click();
  await options.getByText('Saved. Depict may talk to').waitFor();
  sandbox.clear();
  await generate(popup, 'Silence one [[hang]]');
  const background = await world().extension.serviceWorker();
  await dispatchMenuClick(background, { selectionText: 'Silence two [[hang]]' });
  for (const words of ['Silence one', 'Silence two']) {
    const job = popup.locator('[data-job-id][data-state="failed"]').filter({ hasText: words });
    await job.waitFor({ timeout: 45_000 });
    expect(await job.getByRole('alert').innerText()).toContain('No answer in the time this server is given.');
  }
  expect(sandbox.generations()).toHaveLength(2);
});
