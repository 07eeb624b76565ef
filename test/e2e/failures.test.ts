import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { dispatchMenuClick } from '../browser/dispatch-click';
import { fillServer, saveButton } from '../browser/main-job/connect-to-server';
import { connect, generate, jobWith, setUpGrantedWorld } from './connected-world';
import type { SandboxOptions } from '../sandbox/server';

const answer: { with?: NonNullable<SandboxOptions['intercept']> } = {};
const world = setUpGrantedWorld({ sandbox: { intercept: (request) => answer.with?.(request) } });

let panel: Page;
beforeAll(async () => {
  await connect(world());
  panel = await world().extension.openPage('sidepanel.html');
});
beforeEach(() => {
  delete answer.with;
  world().sandbox.clear();
});

const html = (status: number) => () =>
  new Response('<html><title>Gateway</title>', { status, headers: { 'content-type': 'text/html' } });
const error = (status: number, code: string) => () =>
  Response.json({ error: { message: `Said ${code}`, type: 'x', param: null, code } }, { status });

test.each([
  { title: 'a web page instead of JSON', reply: html(200), words: 'There is no image API at this address.' },
  { title: "a gateway's page", reply: html(524), words: 'A gateway before the server gave up waiting.' },
  {
    title: 'a key that is refused',
    reply: error(401, 'invalid_api_key'),
    words: 'The server did not accept the API key.',
  },
  {
    title: 'no credit left',
    reply: error(429, 'insufficient_quota'),
    words: 'Your account at the server has no credit left.',
  },
  {
    title: 'words the server refuses',
    reply: error(400, 'moderation_blocked'),
    words: 'The server refuses to draw this.',
  },
  {
    title: 'a reply without a picture',
    reply: () => Response.json({ created: 1, data: [] }),
    words: 'The server answered without a picture.',
  },
  {
    title: 'something that is not a picture',
    reply: () => Response.json({ created: 1, data: [{ b64_json: btoa('<svg xmlns="x"/>') }] }),
    words: 'What the server sent is not a picture Depict can keep',
  },
])('$title ends in words, after one request', async ({ reply, words, title }) => {
  answer.with = reply;
  await generate(panel, title);
  const job = await jobWith(panel, title, 'failed');
  const text = await job.getByRole('alert').innerText();
  expect(text).toContain(words);
  expect(text).not.toContain('<');
  expect(await job.getByRole('button').count(), 'a next step').toBeGreaterThan(0);
  expect(world().sandbox.generations()).toHaveLength(1);
});

test('a failed job is drawn again by Retry, under the same id', async () => {
  answer.with = error(500, 'server_error');
  await generate(panel, 'Again, please');
  const job = await jobWith(panel, 'Again, please', 'failed');
  const id = await job.getAttribute('data-job-id');
  delete answer.with;
  await job.getByRole('button', { name: 'Retry' }).click();
  expect(await (await jobWith(panel, 'Again, please', 'done')).getAttribute('data-job-id')).toBe(id);
  expect(world().sandbox.generations()).toHaveLength(2);
});

test('a prompt of 200,000 characters is kept and not sent, and can be edited', async () => {
  const long = '竞'.repeat(200_000);
  await dispatchMenuClick(await world().extension.serviceWorker(), { selectionText: long });
  const job = await jobWith(panel, '竞竞竞', 'failed');
  expect(await job.getByRole('alert').innerText()).toContain(
    'The prompt has 200000 characters, and this model takes 32000. Nothing was sent.',
  );
  await job.getByRole('button', { name: 'Shorten the prompt' }).click();
  expect(await panel.getByRole('textbox', { name: 'Prompt' }).inputValue()).toBe(long);
  expect(world().sandbox.generations()).toHaveLength(0);
});

test.each([
  { title: 'a lone surrogate', selected: 'A cat \ud83d on a mat', sent: 'A cat \ufffd on a mat' },
  { title: 'right-to-left words', selected: 'مدينة قديمة عند الغروب', sent: 'مدينة قديمة عند الغروب' },
  { title: 'emoji with joiners', selected: '👩‍👩‍👧‍👦 im 🌧️', sent: '👩‍👩‍👧‍👦 im 🌧️' },
])('$title reaches the server and the list', async ({ selected, sent }) => {
  await dispatchMenuClick(await world().extension.serviceWorker(), { selectionText: selected });
  await jobWith(panel, sent, 'done');
  expect(
    world()
      .sandbox.generations()
      .map(({ body }) => body),
  ).toMatchObject([{ prompt: sent }]);
});

test('an empty selection makes no job', async () => {
  const jobs = panel.locator('[data-job-id]');
  const before = await jobs.count();
  const background = await world().extension.serviceWorker();
  await dispatchMenuClick(background, { selectionText: ' \n\t ' });
  await dispatchMenuClick(background, { selectionText: 'A picture after nothing' });
  await jobWith(panel, 'A picture after nothing', 'done');
  expect(await jobs.count()).toBe(Math.min(before + 1, 20));
});

test('cancelling a running job ends its request', async () => {
  let release = (): void => undefined;
  answer.with = () =>
    new Promise((resolve) => {
      release = () => resolve(undefined);
    });
  await generate(panel, 'Never mind');
  const job = await jobWith(panel, 'Never mind', 'running');
  await expect.poll(() => world().sandbox.generations().length).toBe(1);
  await job.getByRole('button', { name: 'Cancel' }).click();
  await jobWith(panel, 'Never mind', 'cancelled');
  await expect.poll(() => world().sandbox.generations()[0]?.aborted).toBe(true);
  release();
});

test('a server that is down is told of by name', async () => {
  const options = await world().extension.openPage('options.html');
  await fillServer(options, { baseUrl: 'http://127.0.0.1:9/v1', key: 'sk-any' });
  await saveButton(options).click();
  await options.getByText('Saved. Depict may talk to 127.0.0.1:9.').waitFor();
  await options.close();
  await generate(panel, 'Nobody there');
  const job = await jobWith(panel, 'Nobody there', 'failed');
  expect(await job.getByRole('alert').innerText()).toContain('127.0.0.1:9 cannot be reached.');
  expect(await job.getByRole('button', { name: 'Retry' }).isVisible()).toBe(true);
});
