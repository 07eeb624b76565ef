import { expect, test } from 'vitest';
import {
  fillServer,
  hasAccess,
  saveButton,
  testConnection,
  waitForAccess,
} from '../browser/main-job/connect-to-server';
import { findInHistory, openViewer } from '../browser/main-job/find-in-history';
import { selectWords } from '../browser/main-job/select-words';
import { SENTENCE } from '../browser/main-job/serve-passage';
import { waitForNewestJob } from '../browser/main-job/wait-for-job';
import { generate, jobWith } from './connected-world';
import { setUpWorld } from './support';

const KEY = 'sk-native-click';
const world = setUpWorld();

test('a right-click on a selected sentence ends with its picture in the history', async () => {
  const { extension, hands, passage, sandbox } = world();

  const options = await extension.openPage('options.html');
  await fillServer(options, { baseUrl: sandbox.baseUrl, key: KEY });
  await hands.grantPermissionPrompt(saveButton(options));
  await waitForAccess(options, sandbox.baseUrl);
  await testConnection(options);
  expect(sandbox.requests, 'the test asks the server').not.toHaveLength(0);
  expect(sandbox.generations(), 'the test costs nothing').toHaveLength(0);

  const reading = await extension.openTab(passage.url);
  const sentence = reading.locator(SENTENCE.selector);
  await selectWords(sentence);
  const menu = await hands.rightClick(sentence);
  await menu.chooseOurMenuEntry();
  const panel = await extension.sidePanelPage();
  await waitForNewestJob(panel);
  expect(sandbox.generations()).toHaveLength(1);

  await generate(panel, 'Another, asked for in the panel itself');
  await jobWith(panel, 'Another, asked for in the panel itself', 'done');
  const picture = await findInHistory(await extension.openPage('gallery.html'), SENTENCE.text);
  const viewer = await openViewer(picture);
  expect(await viewer.getByRole('button', { name: 'Download' }).isVisible()).toBe(true);
});

test('a refused permission leaves the browser without access', async () => {
  const { extension, hands } = world();
  const options = await extension.openPage('options.html');
  const elsewhere = 'http://localhost:9/v1';
  await fillServer(options, { baseUrl: elsewhere, key: KEY });
  await hands.denyPermissionPrompt(saveButton(options));
  expect(await hasAccess(options, elsewhere)).toBe(false);
});
