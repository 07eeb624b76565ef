import type { LaunchedExtension } from '../browser/launched-extension';
import { fillServer, saveButton, testConnection, waitForAccess } from '../browser/main-job/connect-to-server';
import { findInHistory, openViewer } from '../browser/main-job/find-in-history';
import { selectWords } from '../browser/main-job/select-words';
import { SENTENCE } from '../browser/main-job/serve-passage';
import { waitForNewestJob } from '../browser/main-job/wait-for-job';
import type { Reader } from './reader';
import type { Steps } from './steps';

interface Stage {
  readonly extension: LaunchedExtension;
  readonly reader: Reader;
  /** The image server's base URL. */
  readonly baseUrl: string;
  /** The page to read. */
  readonly passageUrl: string;
}

/**
 * Plays the main job: connect to a server, right-click a sentence, find its picture in the history.
 *
 * @throws {StepFailed} when a step fails
 */
export async function playMainJob(steps: Steps, stage: Stage): Promise<void> {
  const { extension, reader, baseUrl, passageUrl } = stage;

  const options = await steps.run('open the options page and enter server and key', async () => {
    const page = await extension.openPage('options.html');
    await fillServer(page, { baseUrl, key: 'sk-any-key-will-do' });
    return page;
  });
  await reader.allow(saveButton(options), (patienceMs) => waitForAccess(options, baseUrl, patienceMs));
  await steps.run('test the connection', () => testConnection(options));

  const sentence = await steps.run('open a page and select a sentence', async () => {
    const page = await extension.openTab(passageUrl);
    const words = page.locator(SENTENCE.selector);
    await selectWords(words);
    return words;
  });
  await reader.pickOurEntry(sentence);
  await steps.run('the side panel shows the finished picture', async () => {
    await waitForNewestJob(await extension.sidePanelPage(reader.patienceMs));
  });

  const picture = await steps.run('the picture stands in the history', async () =>
    findInHistory(await extension.openPage('gallery.html'), SENTENCE.text),
  );
  await steps.run('open it in the viewer', () => openViewer(picture));
}
