import { expect, test } from 'vitest';
import { dispatchMenuClick } from '../browser/dispatch-click';
import { fillServer, saveButton } from '../browser/main-job/connect-to-server';
import { generate, jobWith, openedOptions, setUpGrantedWorld } from './connected-world';

const world = setUpGrantedWorld();

test('without a key the words wait, the settings open to say why, and saving them draws', async () => {
  const { extension, sandbox } = world();
  await dispatchMenuClick(await extension.serviceWorker(), { selectionText: 'Words that must not be lost' });
  const options = await openedOptions(world());
  await options.getByRole('heading', { name: 'Your words are safe' }).waitFor();
  await options.getByText('Words that must not be lost').waitFor();

  const panel = await extension.openPage('sidepanel.html');
  const waiting = await jobWith(panel, 'Words that must not be lost', 'queued');
  expect(await waiting.innerText()).toContain('Waits for your API key');
  expect(await panel.getByText('No API key yet. Depict needs one for dddai.dev.').isVisible()).toBe(true);
  expect(sandbox.generations()).toHaveLength(0);

  await fillServer(options, { baseUrl: sandbox.baseUrl, key: 'sk-late' });
  await saveButton(options).click();
  const done = await jobWith(panel, 'Words that must not be lost', 'done');
  expect(await done.getByRole('img', { name: 'Words that must not be lost' }).count()).toBe(1);
  expect(sandbox.generations()).toHaveLength(1);
});

test('words that wait for a server without a key go to another server with one click', async () => {
  const { extension, sandbox } = world();
  sandbox.clear();
  const options = await extension.openPage('options.html');
  await options.getByRole('button', { name: 'Add a server' }).click();
  await options.getByRole('button', { name: 'OpenAI' }).click();
  await saveButton(options).click();
  // It is kept at once; the browser's question stays open.
  const servers = options.getByRole('list', { name: 'Servers' }).getByRole('button');
  await servers.filter({ hasText: 'OpenAI', hasNotText: 'Not saved yet' }).waitFor();
  const used = servers.filter({ hasText: 'In use' });
  expect(await used.innerText(), 'the server that works stays in use').not.toContain('OpenAI');

  const panel = await extension.openPage('sidepanel.html');
  await panel.getByRole('combobox', { name: 'Server' }).selectOption({ label: 'OpenAI' });
  await generate(panel, 'Words for a server without a key');
  const waiting = await jobWith(panel, 'Words for a server without a key', 'queued');
  await waiting.getByText('Waits for your API key').waitFor();
  const settings = await extension.openPage('options.html');
  await settings.locator('input[type="password"]:focus').waitFor();
  expect(await settings.getByRole('textbox', { name: 'API base URL' }).inputValue()).toContain(
    'api.openai.com',
  );

  expect(sandbox.generations()).toHaveLength(0);
  await waiting.getByRole('button', { name: /^Generate with / }).click();
  await jobWith(panel, 'Words for a server without a key', 'done');
  expect(sandbox.generations()).toHaveLength(1);
});
