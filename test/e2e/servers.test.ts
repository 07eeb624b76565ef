import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSandbox, type Sandbox } from '../sandbox/server';
import { connect, generate, jobWith, setUpGrantedWorld } from './connected-world';

const world = setUpGrantedWorld();

const FIRST_KEY = 'sk-of-the-first';
const SECOND_KEY = 'sk-of-the-second';
const HEADER = 'secret-of-the-second';

let relay: Sandbox;
let options: Page;
let popup: Page;
beforeAll(async () => {
  relay = await startSandbox({ kind: 'new-api' });
  options = await connect(world(), FIRST_KEY);
  popup = await world().extension.openPage('popup.html');
});
afterAll(() => relay.close());

test('a second server is added with its own key, headers and extra fields', async () => {
  await options.getByRole('button', { name: 'Add a server' }).click();
  await options.getByRole('button', { name: 'Another server' }).click();
  await options.getByRole('textbox', { name: 'Name' }).fill('The relay');
  await options.getByRole('textbox', { name: 'API base URL' }).fill(relay.baseUrl);
  await options.getByRole('textbox', { name: 'API key' }).fill(SECOND_KEY);
  await options.getByRole('combobox', { name: 'Model' }).fill('qwen-image');
  await options.getByText('More about this server').click();
  await options.getByRole('textbox', { name: 'Extra JSON' }).fill('{ "seed": 7 }');
  await options.getByRole('textbox', { name: 'Extra headers' }).fill(`x-team: ${HEADER}`);
  await options.getByRole('button', { name: 'Save and allow access' }).click();
  await options.getByText('Saved. Depict may talk to').waitFor();
  await options.getByRole('button', { name: 'Test connection' }).click();
  await options.getByText('The server accepts the key.').waitFor();
  expect(await options.content()).not.toContain(HEADER);
});

test('each server gets its own requests, with nothing of the other', async () => {
  const { sandbox } = world();
  sandbox.clear();
  relay.clear();
  const server = popup.getByRole('combobox', { name: 'Server' });
  await server.selectOption({ label: 'The relay' });
  await generate(popup, 'A red kite');
  await jobWith(popup, 'A red kite', 'done');
  await server.selectOption({ index: 0 });
  await generate(popup, 'A grey heron');
  await jobWith(popup, 'A grey heron', 'done');

  expect(relay.generations().map(({ body }) => body)).toMatchObject([
    { model: 'qwen-image', prompt: 'A red kite', seed: 7 },
  ]);
  expect(relay.generations()[0]?.headers).toMatchObject({
    authorization: `Bearer ${SECOND_KEY}`,
    'x-team': HEADER,
  });
  expect(sandbox.generations().map(({ body }) => body)).toEqual([
    { model: 'gpt-image-1', prompt: 'A grey heron' },
  ]);
  expect(JSON.stringify(sandbox.requests)).not.toMatch(new RegExp(`${SECOND_KEY}|${HEADER}`));
  expect(JSON.stringify(relay.requests)).not.toContain(FIRST_KEY);
});

test('the models a server lists can be chosen, and those that draw nothing are left out', async () => {
  await popup.getByRole('combobox', { name: 'Server' }).selectOption({ label: 'The relay' });
  const models = popup.getByRole('combobox', { name: 'Model' }).getByRole('option');
  await expect.poll(() => models.allInnerTexts()).toContain('gpt-image-2-vip');
  expect(
    (await models.allInnerTexts()).filter((name) => /gpt-4|gpt-5|whisper|embedding/i.test(name)),
  ).toEqual([]);
});

test("a relay's own price is told before it is asked", async () => {
  await popup.getByRole('combobox', { name: 'Model' }).selectOption('qwen-image');
  await popup.getByText(/^costs \$/).waitFor();
});

test('a removed server takes its key with it, and its jobs say that it is gone', async () => {
  await options.bringToFront();
  await options.getByRole('button', { name: 'Remove this server' }).click();
  await options.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
  await expect.poll(() => popup.getByRole('combobox', { name: 'Server' }).count()).toBe(0);
  await generate(popup, 'Still the first one');
  await jobWith(popup, 'Still the first one', 'done');
});
