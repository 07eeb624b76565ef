import { beforeEach, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { fillServer, testConnection } from '../browser/main-job/connect-to-server';
import { generate, jobWith, setUpGrantedWorld } from './connected-world';
import type { SandboxOptions } from '../sandbox/server';

const answer: { with?: NonNullable<SandboxOptions['intercept']> } = {};
const world = setUpGrantedWorld({ sandbox: { intercept: (request) => answer.with?.(request) } });

let options: Page;
beforeEach(async () => {
  delete answer.with;
  options = await world().extension.openPage('options.html');
  return () => options.close();
});

test('a working server is told of line by line, and the test draws nothing', async () => {
  const { sandbox } = world();
  await fillServer(options, { baseUrl: sandbox.baseUrl, key: 'sk-fine' });
  expect((await testConnection(options)).split('\n').filter(Boolean)).toEqual([
    'The browser lets Depict talk to this server.',
    'The server answers.',
    'The server accepts the key.',
    'The server offers the model gpt-image-1.',
  ]);
  expect(sandbox.generations()).toHaveLength(0);
});

test('a wrong key is told apart from a wrong server', async () => {
  await fillServer(options, { baseUrl: world().sandbox.baseUrl, key: 'wrong-key-1234567890' });
  const words = await testConnection(options);
  expect(words).toContain('The server answers.');
  expect(words).toContain('The server does not accept the key.');
  expect(words).not.toContain('wrong-key-1234567890');
});

test('a model that the server does not list is told of', async () => {
  await fillServer(options, { baseUrl: world().sandbox.baseUrl, key: 'sk-fine' });
  await options.getByRole('combobox', { name: 'Model' }).fill('imaginary-1');
  expect(await testConnection(options)).toContain('does not list the model imaginary-1');
});

test('a server that is down', async () => {
  await fillServer(options, { baseUrl: 'http://127.0.0.1:9/v1', key: 'sk-fine' });
  expect(await testConnection(options)).toContain('127.0.0.1:9 cannot be reached.');
});

test('a web page instead of an API', async () => {
  answer.with = () =>
    new Response('<!doctype html><title>Welcome</title>', { headers: { 'content-type': 'text/html' } });
  await fillServer(options, { baseUrl: world().sandbox.baseUrl, key: 'sk-fine' });
  const words = await testConnection(options);
  expect(words).toContain('There is no image API at this address.');
  expect(words).not.toContain('Welcome');
});

test('a server that the browser has not allowed yet', async () => {
  await fillServer(options, { baseUrl: 'https://images.example/v1', key: 'sk-fine' });
  expect(await testConnection(options)).toContain('Depict may not talk to this server yet');
});

test('an address with the whole path and a trailing slash is put right', async () => {
  const { sandbox } = world();
  await fillServer(options, { baseUrl: `${sandbox.baseUrl}/images/generations/`, key: 'sk-fine' });
  await options.getByRole('button', { name: 'Save and allow access' }).click();
  await options.getByRole('status').getByText('Saved.').waitFor();
  expect(await options.getByRole('textbox', { name: 'API base URL' }).inputValue()).toBe(sandbox.baseUrl);
  expect(await options.getByText('A key for this server is saved.').isVisible()).toBe(true);
});

test('the query of an address is sent with every request, and shown neither in jobs nor on the diagnostics page', async () => {
  const { extension, sandbox } = world();
  const query = '?api-version=2024-10-21&api-key=zq81mfh30xk2';
  await fillServer(options, { baseUrl: `${sandbox.baseUrl}/images/generations${query}`, key: 'sk-fine' });
  await options.getByRole('button', { name: 'Save and allow access' }).click();
  await options.getByRole('status').getByText('Saved.').waitFor();
  const address = options.getByRole('textbox', { name: 'API base URL' });
  expect(await address.inputValue()).toBe(`${sandbox.baseUrl}${query}`);
  sandbox.clear();
  await testConnection(options);
  const panel = await extension.openPage('sidepanel.html');
  await generate(panel, 'A fox [[content-blocked]]');
  const job = await jobWith(panel, 'A fox', 'failed');
  const asked = sandbox.requests.map(({ path }) => path);
  expect(asked).toContain(`/v1/models${query}`);
  expect(asked.filter((path) => path.includes('/images/'))).toEqual([`/v1/images/generations${query}`]);
  expect(asked.filter((path) => !path.includes('/v1/') && path.includes('?'))).toEqual([]);
  expect(await job.innerText()).not.toContain('zq81');
  const diagnostics = await extension.openPage('diagnostics.html');
  await diagnostics.getByRole('heading', { name: 'Servers' }).waitFor();
  expect(await diagnostics.locator('body').innerText()).not.toContain('zq81');
  await Promise.all([panel.close(), diagnostics.close()]);
  await fillServer(options, { baseUrl: sandbox.baseUrl, key: 'sk-fine' });
  await options.getByRole('button', { name: 'Save and allow access' }).click();
  await options.getByRole('status').getByText('Saved.').waitFor();
});

test('an address that is none is refused in words, before anything is asked or saved', async () => {
  const address = options.getByRole('textbox', { name: 'API base URL' });
  const save = options.getByRole('button', { name: 'Save and allow access' });
  for (const [typed, words] of [
    ['', 'Enter the address of the server.'],
    ['ftp://example.com', 'The address must begin with https://'],
    ['https://me:secret@example.com/v1', 'Remove the user name and the password from the address.'],
    ['http://example.com/v1', 'Only https:// is possible for servers outside your own network'],
  ] as const) {
    await address.fill(typed);
    await save.click();
    await options.getByText(words).waitFor();
  }
  await options.reload();
  expect(await address.inputValue()).toBe(world().sandbox.baseUrl);
});

test.for([
  ['http://192.168.7.7:8080/v1', '192.168.7.7:8080'],
  ['nas:8080', 'nas:8080'],
  ['http://box.lan', 'box.lan'],
  ['http://printer.home.arpa/v1', 'printer.home.arpa'],
  ['http://0.0.0.0:8080', '0.0.0.0:8080'],
  ['http://100.64.0.7', '100.64.0.7'],
  ['http://box.tail1234.ts.net:3000', 'box.tail1234.ts.net:3000'],
] as const)('%s is not encrypted and needs a confirmation', async ([address, host]) => {
  await options.getByRole('textbox', { name: 'API base URL' }).fill(address);
  const save = options.getByRole('button', { name: 'Save and allow access' });
  await options.getByText(`The connection to ${host} is not encrypted.`).waitFor();
  expect(await save.isDisabled()).toBe(true);
  await options.getByRole('checkbox', { name: 'Use it all the same' }).check();
  expect(await save.isEnabled()).toBe(true);
});
