import { beforeAll, expect, test } from 'vitest';
import sharp from 'sharp';
import { clickInView } from '../browser/firefox/click-in-view';
import { READ_JOBS, waitForNewestJob } from '../browser/firefox/jobs';
import { permissionDoorhanger } from '../browser/firefox/permission-doorhanger';
import { openToolbarPopup } from '../browser/firefox/toolbar-popup';
import { drawSentence } from './drawing';
import { connect, PATIENCE, setUpFirefox } from './support';

const picture = await sharp({ create: { width: 64, height: 48, channels: 3, background: 'teal' } })
  .png()
  .toBuffer();

// The host named localhost is another host than 127.0.0.1 for a permission, whatever it resolves to.
const world = setUpFirefox({
  sandbox: {
    intercept({ path, headers }) {
      if (path.includes('/far-away.png')) return new Response(new Uint8Array(picture));
      if (!path.endsWith('/images/generations')) return undefined;
      const port = (headers['host'] ?? '').split(':')[1];
      return Response.json({ created: 1, data: [{ url: `http://localhost:${port}/v1/far-away.png` }] });
    },
  },
});

beforeAll(async () => {
  await connect(world());
});

test('a host that is allowed from the popup is read, although the popup closes over the question', async () => {
  const { firefox, sandbox } = world();
  const sidebar = await drawSentence(world());
  const read = () => sidebar.call(READ_JOBS);
  await waitForNewestJob(read, 'needs-permission');

  const popup = await openToolbarPopup(firefox.chrome);
  await expect
    .poll(() => popup.call('(page) => page.querySelectorAll("[data-job-id]").length'), PATIENCE)
    .toBe(1);
  await clickInView(firefox.chrome, 'popup', `Allow localhost:${sandbox.port} and save`);
  const question = await permissionDoorhanger(firefox.chrome);
  // A click of a real mouse on Firefox's question is a click beside the popup.
  await popup.close();
  await question.allow();

  await expect.poll(read, PATIENCE).toMatchObject([{ state: 'done' }]);
  expect(sandbox.generations(), 'nothing is drawn twice').toHaveLength(1);
});
