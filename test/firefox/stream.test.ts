import { beforeAll, expect, test } from 'vitest';
import { jobsIn, waitForNewestJob } from '../browser/firefox/jobs';
import { press } from '../browser/firefox/server-form';
import { poll } from '../browser/poll';
import { connect, setUpFirefox } from './support';

// Spread between the frames, so that previews stand there for a while.
const world = setUpFirefox({ sandbox: { latencyMs: 4000 } });

beforeAll(async () => {
  await connect(world());
});

test('a stream shows its previews, and ends as a picture in the history', async () => {
  const { firefox, sandbox } = world();
  const panel = await firefox.openPage('sidepanel.html');
  await panel.locator('summary').click();
  await panel.locator('input[type="checkbox"]').click();
  await panel.locator('textarea').fill('A city in the rain');
  await press(panel, 'Generate');
  const preview = 'img[alt="Preview: A city in the rain"]';
  await poll('a preview', async () => ((await panel.$$(preview)).length > 0 ? true : undefined));
  await waitForNewestJob(jobsIn(panel), 'done');
  await poll('the previews to go', async () => ((await panel.$$(preview)).length === 0 ? true : undefined));
  expect(sandbox.generations().map(({ body }) => body)).toMatchObject([{ stream: true, partial_images: 2 }]);
});
