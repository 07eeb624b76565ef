import { expect, test } from 'vitest';
import { waitForPicture } from '../browser/firefox/history';
import { READ_JOBS, waitForNewestJob } from '../browser/firefox/jobs';
import { SENTENCE } from '../browser/main-job/serve-passage';
import { drawSentence } from './drawing';
import { connect, setUpFirefox } from './support';

const world = setUpFirefox();

test('a right-click on a selected sentence ends with its picture in the sidebar and in the history', async () => {
  const { firefox, sandbox } = world();
  await connect(world());
  const sidebar = await drawSentence(world());
  const job = await waitForNewestJob(() => sidebar.call(READ_JOBS), 'done');
  expect(job.words).toContain(SENTENCE.text);

  const connections = sandbox.generations().map(({ headers }) => headers['connection']);
  expect(connections, 'a connection used once, so that the browser repeats no request').toEqual(['close']);
  expect(sandbox.generations().map(({ body }) => body)).toEqual([
    { model: 'gpt-image-1', prompt: SENTENCE.text },
  ]);
  await waitForPicture(await firefox.openPage('gallery.html'), SENTENCE.text);
});
