import { expect, test } from 'vitest';
import { dispatchMenuClick } from '../browser/dispatch-click';
import { fillServer, saveButton } from '../browser/main-job/connect-to-server';
import { jobWith, openedOptions, setUpGrantedWorld } from './connected-world';

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
