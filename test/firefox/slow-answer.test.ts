import { expect, test } from 'vitest';
import { waitForPicture } from '../browser/firefox/history';
import { READ_JOBS, waitForNewestJob } from '../browser/firefox/jobs';
import { poll } from '../browser/poll';
import { SENTENCE } from '../browser/main-job/serve-passage';
import { drawSentence } from './drawing';
import { connect, setUpFirefox } from './support';

const ANSWER_MS = 45_000;

const world = setUpFirefox({
  sandbox: { latencyMs: ANSWER_MS },
  // Less than Firefox's own 30 s: else the alarm that comes every 30 s could carry the background over them, and the
  // test would pass without any keep-alive.
  firefox: { preferences: { 'extensions.background.idle.timeout': 25_000 } },
});

test('slow: an answer after 45 s still reaches the history', { timeout: 90_000 }, async () => {
  const { firefox, sandbox } = world();
  await connect(world());
  const sidebar = await drawSentence(world());
  await waitForNewestJob(() => sidebar.call(READ_JOBS), 'running');
  // Nothing but the request may keep the background awake.
  await sidebar.close();
  const request = await poll(
    'the answer to the request',
    () => sandbox.generations().find(({ finishedAt }) => finishedAt !== undefined),
    { timeoutMs: ANSWER_MS + 15_000, everyMs: 500 },
  );
  expect(request.aborted, 'the background hung up').toBe(false);
  expect(request.status).toBe(200);
  await waitForPicture(await firefox.openPage('gallery.html'), SENTENCE.text);
  expect(sandbox.generations()).toHaveLength(1);
});
