import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { dispatchMenuClick } from '../browser/dispatch-click';
import { faults } from '../sandbox/faults/table';
import { connect, generate, jobWith, setUpGrantedWorld } from './connected-world';
import { findKeyInExtension, findKeyInRequests } from './faults/find-key';
import {
  ERRORS,
  MET_FAULTS,
  PATHS,
  PICTURES,
  STREAMS,
  TRANSPORT,
  type FaultCase,
} from './faults/fault-cases';

/** Unlike any other text, so that it is found wherever it went. */
const KEY = 'sk-canary-7f3a9c51e2';

const world = setUpGrantedWorld();

let popup: Page;
beforeAll(async () => {
  await connect(world(), KEY);
  popup = await world().extension.openPage('popup.html');
  await popup.getByRole('combobox', { name: 'Quality' }).selectOption('low');
});

type Way = 'popup' | 'menu';

async function ask(way: Way, prompt: string): Promise<void> {
  if (way === 'popup') await generate(popup, prompt);
  else await dispatchMenuClick(await world().extension.serviceWorker(), { selectionText: prompt });
}

/** What the person reads of a job that is not simply done: why it failed, or what it waits for. */
async function wordsOf(job: Locator, state: FaultCase['state']): Promise<string | undefined> {
  if (state === 'done') return undefined;
  const words = state === 'failed' ? job.getByRole('alert').locator('p') : job.getByText('Allow Depict');
  return (await words.first().innerText()).trim();
}

async function meet(one: FaultCase, way: Way): Promise<void> {
  const { fault, state, words, requests = [1, 1] } = one;
  const { sandbox } = world();
  sandbox.clear();
  const title = `“${fault}” from the ${way}`;
  await ask(way, `${title} [[${fault}]]`);
  const job = await jobWith(popup, `${title} [[`, state);
  expect(await wordsOf(job, state)).toBe(words?.replace('{port}', String(sandbox.port)));
  expect(await job.innerText(), 'markup').not.toMatch(/<\/?[a-z]+[\s>]/i);
  expect(sandbox.generations(), 'requests for pictures').toHaveLength(requests[way === 'popup' ? 0 : 1]);
  expect(findKeyInRequests(sandbox, KEY), 'the key').toEqual([]);
  const elsewhere = sandbox.generations().filter(({ headers }) => headers['host']?.startsWith('localhost'));
  expect(elsewhere, 'requests that followed a redirect').toEqual([]);
}

const WAYS: readonly Way[] = ['popup', 'menu'];

test('every fault the sandbox knows is met', () => {
  expect(Object.keys(faults).filter((name) => !MET_FAULTS.has(name))).toEqual([]);
});

describe.each([
  ['errors', ERRORS],
  ['transport', TRANSPORT],
  ['pictures', PICTURES],
] as const)('%s', (_, cases) => {
  for (const way of WAYS) test.each(cases)(`$fault, from the ${way}, is $state`, (one) => meet(one, way));
});

test('a connection that breaks after an honest answer, or after a check of the server, costs one request', async () => {
  const { sandbox } = world();
  sandbox.clear();
  await generate(popup, 'An honest answer');
  await jobWith(popup, 'An honest answer', 'done');
  for (const prompt of ['After an honest answer', 'After a check of the server']) {
    await generate(popup, `${prompt} [[reset]]`);
    await jobWith(popup, prompt, 'failed');
  }
  expect(sandbox.generations()).toHaveLength(3);
  expect(new Set(sandbox.requests.map(({ headers }) => headers['connection']))).toEqual(new Set(['close']));
});

describe('streams', () => {
  beforeAll(async () => {
    await popup.getByText('More settings').click();
    await popup.getByRole('checkbox', { name: 'Show the picture while it is drawn' }).check();
  });
  for (const way of WAYS) test.each(STREAMS)(`$fault, from the ${way}, is $state`, (one) => meet(one, way));

  test('a stream that stopped leaves its last preview, marked as one', async () => {
    await generate(popup, 'Broken off [[stream-cut]]');
    const job = await jobWith(popup, 'Broken off', 'failed');
    await job.getByRole('img', { name: /^Preview: / }).waitFor();
    expect(await job.innerText()).toContain('Preview, never finished');
  });
});

describe('paths', () => {
  for (const way of WAYS) test.each(PATHS)(`$fault, from the ${way}, is $state`, (one) => meet(one, way));
});

test('pictures that come partly as bytes and partly at an address are all kept', async () => {
  await popup.getByRole('spinbutton', { name: 'Images' }).fill('2');
  await generate(popup, 'Two ways [[mixed]]');
  const job = await jobWith(popup, 'Two ways', 'done');
  await expect.poll(() => job.getByRole('img').count()).toBe(2);
});

test('a server that draws one picture for three tells of two missing, and is asked one by one from then on', async () => {
  const { sandbox } = world();
  sandbox.clear();
  await popup.getByRole('spinbutton', { name: 'Images' }).fill('3');
  await generate(popup, 'Too few [[fewer]]');
  const job = await jobWith(popup, 'Too few', 'done');
  await job.getByText('2 of 3 images are missing.').waitFor();
  expect(sandbox.generations()).toHaveLength(1);
  sandbox.clear();
  await popup.getByRole('spinbutton', { name: 'Images' }).fill('3');
  await generate(popup, 'One by one');
  await jobWith(popup, 'One by one', 'done');
  expect(sandbox.generations()).toHaveLength(3);
});

test('what is copied of a failure holds neither the key nor the prompt', async () => {
  await world().extension.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await popup.bringToFront();
  await generate(popup, 'A secret wish [[wrong-key]]');
  const job = await jobWith(popup, 'A secret wish', 'failed');
  await job.getByText("For the server's support").click();
  await job.getByRole('button', { name: 'Copy details' }).click();
  await job.getByRole('button', { name: 'Copied' }).waitFor();
  const report: unknown = await popup.evaluate('navigator.clipboard.readText()');
  expect(report).toContain('failure: authentication');
  expect(report).not.toContain(KEY);
  expect(report).not.toContain('A secret wish');
});

test('after all of that the key is nowhere but sealed, and went nowhere but to its own server', async () => {
  expect(await findKeyInExtension(world(), KEY)).toEqual([]);
  expect(findKeyInRequests(world().sandbox, KEY)).toEqual([]);
});
