import { expect, test } from 'vitest';
import { waitForPicture } from '../browser/firefox/history';
import { jobsIn, waitForNewestJob } from '../browser/firefox/jobs';
import { press } from '../browser/firefox/server-form';
import { poll } from '../browser/poll';
import { requestsFor } from '../proof/kill-steps';
import { connect, setUpFirefox } from './support';

const world = setUpFirefox();

/** The alarm comes within half a minute, or a little later. */
const ALARM = { timeoutMs: 75_000, everyMs: 250 };

/** The server is asked two things at once, as always. */
const HALF_DRAWN = ['Half drawn [[hang]]', 'Half drawn too [[hang]]'];

test('slow: the alarm wakes a background that died over its requests', { timeout: 120_000 }, async () => {
  const { firefox, sandbox } = world();
  await (await connect(world())).close();
  const panel = await firefox.openPage('sidepanel.html');
  for (const prompt of HALF_DRAWN) {
    await panel.locator('textarea').fill(prompt);
    await press(panel, 'Generate');
    await poll('the request', () => requestsFor({ sandbox }, prompt)[0]);
  }
  await panel.locator('textarea').fill('Next in turn');
  await press(panel, 'Generate');
  await waitForNewestJob(jobsIn(panel), 'queued');
  await panel.close();
  await firefox.background.terminate();
  // Only a background that put the others right sends it: nobody else is there to wake one.
  await poll('the next in turn to be sent', () => requestsFor({ sandbox }, 'Next in turn')[0], ALARM);
  await waitForPicture(await firefox.openPage('gallery.html'), 'Next in turn');
  for (const prompt of HALF_DRAWN) expect(requestsFor({ sandbox }, prompt), prompt).toHaveLength(1);
});
