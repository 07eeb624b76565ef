import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { connect, generate, jobWith, setUpGrantedWorld } from './connected-world';

const KEY = 'sk-canary-3b8d20c6f1';

const world = setUpGrantedWorld();

let page: Page;

/** The newest job in a state. */
const lineOf = (state: string): Locator => page.locator(`[data-job-id][data-state="${state}"]`).first();

/** What was copied last. */
async function copied(): Promise<string> {
  return String(await page.evaluate('navigator.clipboard.readText()'));
}

beforeAll(async () => {
  const { extension } = world();
  const options = await connect(world(), KEY);
  const popup = await extension.openPage('popup.html');
  await popup.getByRole('combobox', { name: 'Quality' }).selectOption('low');
  await generate(popup, 'A secret garden at noon');
  await jobWith(popup, 'A secret garden at noon', 'done');
  await generate(popup, 'A hidden door in the wall [[wrong-key]]');
  await jobWith(popup, 'A hidden door', 'failed');
  await popup.close();
  await extension.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const opened = extension.context.waitForEvent('page');
  await options.getByRole('button', { name: 'Look under the hood' }).click();
  page = await opened;
  await lineOf('done').waitFor();
});

test('the settings lead to it', async () => {
  expect(page.url()).toBe(world().extension.url('diagnostics.html'));
  await page.getByRole('heading', { level: 1, name: 'Under the hood' }).waitFor();
});

test('it tells how the installation stands', async () => {
  expect(await page.locator('[data-count="done"]').innerText()).toMatch(/1\s+Done|Done\s+1/);
  expect(await page.locator('[data-count="failed"]').innerText()).toContain('1');
  expect(await page.locator('[data-count="pictures"]').innerText()).toContain('1');
  const text = await page.locator('main').innerText();
  expect(text).toMatch(/Chrom\w+ \d+\.\d+/);
  expect(text).toContain('http://127.0.0.1/*');
  expect(text).toContain('The browser keeps everything');
  expect(text).toContain(world().sandbox.baseUrl);
});

test('an opened job shows what was sent as it was sent, and the server’s id for it', async () => {
  const job = lineOf('done');
  await job.locator('summary').click();
  const body = await job.getByRole('group', { name: 'What was sent' }).innerText();
  expect(JSON.parse(body)).toEqual({
    model: 'gpt-image-1',
    prompt: 'A secret garden at noon',
    quality: 'low',
  });
  expect(await job.innerText()).toMatch(/Request id\s+req_\w+/);
});

test('a failed one shows why', async () => {
  const job = lineOf('failed');
  await job.locator('summary').click();
  await job.getByText('The server did not accept the API key.').waitFor();
  const text = await job.innerText();
  expect(text).toContain('authentication');
  expect(text).toContain('401');
  expect(text).not.toContain(KEY);
});

test('the report holds neither the key nor a prompt', async () => {
  await page.getByRole('button', { name: 'Copy bug report' }).click();
  await page.getByRole('status').getByText('Copied').waitFor();
  const report = await copied();
  expect(report).toContain('- failure: authentication\n');
  expect(report).toContain('- request: {"model":"gpt-image-1","quality":"low"}\n');
  expect(report).toMatch(/- request id: req_\w+\n/);
  expect(report).toContain('failed: 1');
  for (const secret of [KEY, 'secret garden', 'hidden door', 'wrong-key'])
    expect(report).not.toContain(secret);
});

test('so do the details of one job', async () => {
  await lineOf('done').getByRole('button', { name: 'Copy details' }).click();
  await lineOf('done').getByRole('status').getByText('Copied').waitFor();
  const report = await copied();
  expect(report).toMatch(/^Depict [\d.]+\nstate: done\n/);
  expect(report).not.toContain('secret garden');
});

test('jobs of one state can be looked at, and new ones come by themselves', async () => {
  await page.getByRole('combobox', { name: 'State' }).selectOption({ label: 'Done (1)' });
  await expect.poll(() => page.locator('[data-job-id]').count()).toBe(1);
  const popup = await world().extension.openPage('popup.html');
  await generate(popup, 'A third wish');
  await jobWith(popup, 'A third wish', 'done');
  await popup.close();
  await expect.poll(() => page.locator('[data-job-id]').count()).toBe(2);
  expect(await page.locator('[data-job-id]').first().innerText()).toContain('A third wish');
  await expect.poll(() => page.locator('[data-count="done"]').innerText()).toContain('2');
});

test('the pictures of a job are a click away', async () => {
  const opened = world().extension.context.waitForEvent('page');
  await lineOf('done').locator('summary').click();
  await lineOf('done').getByRole('button', { name: 'Open in history' }).click();
  const gallery = await opened;
  await gallery.locator('[data-image-id][data-here]').waitFor();
  await gallery.close();
});
