import { mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requireBuiltExtension } from '../browser/extension-folder';
import { launchExtension } from '../browser/launch-extension';
import type { LaunchedExtension } from '../browser/launched-extension';
import { startVirtualDisplay, type VirtualDisplay } from '../browser/virtual-display';
import { readToolbarButton } from './ask-background';
import { jobWith } from './connected-world';

const profile = mkdtempSync(join(tmpdir(), 'depict-damaged-'));
let screen: VirtualDisplay;
beforeAll(async () => {
  screen = await startVirtualDisplay();
});
afterAll(async () => {
  await screen.stop();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

const launch = (): Promise<LaunchedExtension> =>
  launchExtension({
    extensionPath: requireBuiltExtension(),
    display: screen.display,
    userDataDir: profile,
  });

/** Where the browser keeps the extension's database. */
function databaseFolder(): string {
  const folder = join(profile, 'Default', 'IndexedDB');
  const name = readdirSync(folder).find((one) => one.endsWith('.leveldb'));
  if (name === undefined) throw new Error(`no database in ${folder}`);
  return join(folder, name);
}

test('a database that the browser cannot read is told of everywhere, and what is in it is left alone', async () => {
  const before = await launch();
  const panel = await before.openPage('sidepanel.html');
  await panel.getByRole('textbox', { name: 'Prompt' }).fill('Kept through it all');
  await panel.getByRole('button', { name: 'Generate' }).click();
  await jobWith(panel, 'Kept through it all', 'queued');
  await before.close();

  const folder = databaseFolder();
  renameSync(folder, `${folder}.aside`);
  writeFileSync(folder, 'not a folder');
  const broken = await launch();
  const brokenPanel = await broken.openPage('sidepanel.html');
  const words = 'The browser cannot open what Depict keeps.';
  await brokenPanel.getByRole('alert').getByText(words).waitFor();
  const gallery = await broken.openPage('gallery.html');
  await gallery.getByRole('alert').getByText(words).waitFor();
  await expect
    .poll(() => readToolbarButton(gallery))
    .toMatchObject({
      text: '!',
      title: 'Depict: its storage does not work. Open Depict to see why.',
    });
  // What is asked for now is not drawn, and stays in the box.
  await brokenPanel.bringToFront();
  const box = brokenPanel.getByRole('textbox', { name: 'Prompt' });
  await box.fill('Not lost either');
  await brokenPanel.getByRole('button', { name: 'Generate' }).click();
  await brokenPanel.getByRole('alert').getByText(words).nth(1).waitFor();
  expect(await box.inputValue()).toBe('Not lost either');
  await broken.close();

  rmSync(folder);
  renameSync(`${folder}.aside`, folder);
  const after = await launch();
  await jobWith(await after.openPage('sidepanel.html'), 'Kept through it all', 'queued');
  await after.close();
});
