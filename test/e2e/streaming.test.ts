import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { connect, generate, jobWith, setUpGrantedWorld } from './connected-world';

// Spread between the frames, so that previews stand there for a while.
const world = setUpGrantedWorld({ sandbox: { latencyMs: 6000 } });

let popup: Page;
beforeAll(async () => {
  await connect(world());
  popup = await world().extension.openPage('popup.html');
  await popup.getByText('More settings').click();
  await popup.getByRole('checkbox', { name: 'Show the picture while it is drawn' }).check();
  await popup.getByRole('combobox', { name: 'Previews' }).selectOption('3');
});

test('previews stand in the popup, the side panel and the history while the picture is drawn', async () => {
  const { extension, sandbox } = world();
  const panel = await extension.openPage('sidepanel.html');
  const gallery = await extension.openPage('gallery.html');
  await generate(popup, 'A city in the rain');
  const previews = [popup, panel, gallery].map((page) =>
    page
      .locator('[data-state="running"]')
      .getByRole('img', { name: 'Preview: A city in the rain' })
      .waitFor(),
  );
  await Promise.all(previews);
  for (const page of [popup, panel]) {
    const job = await jobWith(page, 'A city in the rain', 'done');
    await job.getByRole('img', { name: 'A city in the rain', exact: true }).waitFor();
    expect(await job.getByRole('img', { name: /^Preview/ }).count()).toBe(0);
  }
  await gallery.locator('[data-image-id]').getByRole('img', { name: 'A city in the rain' }).waitFor();
  await expect.poll(() => gallery.locator('[data-job-id]').count()).toBe(0);
  expect(sandbox.generations().map(({ body }) => body)).toMatchObject([{ stream: true, partial_images: 3 }]);
});

test('a stream of several pictures keeps each of them', async () => {
  await popup.getByRole('spinbutton', { name: 'Images' }).fill('2');
  await generate(popup, 'Two lanterns');
  const job = await jobWith(popup, 'Two lanterns', 'done');
  await expect.poll(() => job.getByRole('img', { name: 'Two lanterns', exact: true }).count()).toBe(2);
});

test('cancelling a stream ends it at the server', async () => {
  const { sandbox } = world();
  sandbox.clear();
  await generate(popup, 'Not after all');
  const job = await jobWith(popup, 'Not after all', 'running');
  await job.getByRole('img', { name: 'Preview: Not after all' }).waitFor();
  await job.getByRole('button', { name: 'Cancel' }).click();
  await jobWith(popup, 'Not after all', 'cancelled');
  await expect.poll(() => sandbox.generations()[0]?.aborted).toBe(true);
});
