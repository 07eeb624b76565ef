import { expect, test } from 'vitest';
import { jobsIn, waitForNewestJob } from '../browser/firefox/jobs';
import { press } from '../browser/firefox/server-form';
import { connect, PATIENCE, setUpFirefox } from './support';

const world = setUpFirefox({
  sandbox: {
    // The answer never comes: the background dies over it.
    intercept: ({ path }) =>
      path.endsWith('/images/generations') ? new Promise(() => undefined) : undefined,
  },
});

test('a job whose background died is interrupted, and not sent again by itself', async () => {
  const { firefox, sandbox } = world();
  await connect(world());
  const panel = await firefox.openPage('sidepanel.html');
  const prompt = panel.locator('textarea');
  await prompt.fill('Half drawn');
  await press(panel, 'Generate');
  await waitForNewestJob(jobsIn(panel), 'running');
  await expect.poll(() => sandbox.generations().length, PATIENCE).toBe(1);

  await firefox.background.terminate();
  expect(await firefox.background.state()).toBe('stopped');
  // Any message wakes a new background, which looks at what the old one left.
  await prompt.fill('A word to wake it');

  const job = await waitForNewestJob(jobsIn(panel), 'interrupted');
  expect(job.words).toContain('Retrying may cost again');
  expect(sandbox.generations()).toHaveLength(1);
  expect(sandbox.generations()[0]?.aborted, 'the dead background hung up').toBe(true);
});
