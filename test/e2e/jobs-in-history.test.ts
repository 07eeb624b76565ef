import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { connect, generate, jobWith, setUpGrantedWorld } from './connected-world';

const world = setUpGrantedWorld();

let gallery: Page;
const images = () => gallery.getByRole('list', { name: 'Images' });
const stateOf = (state: string) => images().locator(`[data-job-id][data-state="${state}"]`);

/** Pictures and jobs in their order: words and states. */
const order = (): Promise<(string | null)[]> =>
  images()
    .locator('[data-item]')
    .evaluateAll((items) =>
      items.map(
        (item) => item.getAttribute('data-state') ?? item.querySelector('img')?.getAttribute('alt') ?? null,
      ),
    );

beforeAll(async () => {
  await connect(world());
  const panel = await world().extension.openPage('sidepanel.html');
  for (const [prompt, state] of [
    ['The first picture', 'done'],
    ['Refused at first [[server-error x1]]', 'failed'],
    ['The last picture', 'done'],
  ] as const) {
    await generate(panel, prompt);
    await jobWith(panel, prompt, state);
  }
  gallery = await world().extension.openPage('gallery.html');
  await images().getByRole('img', { name: 'The first picture' }).waitFor();
});

test('a job that failed stands between the pictures, where its own would be, with its reason', async () => {
  await stateOf('failed').waitFor();
  expect(await order()).toEqual(['The last picture', 'failed', 'The first picture']);
  expect(await stateOf('failed').innerText()).toContain('The server has trouble of its own.');
});

test('it tells everything when it is opened', async () => {
  await stateOf('failed').getByText('Refused at first').click();
  const dialog = gallery.getByRole('dialog', { name: 'Job' });
  await dialog.getByRole('alert').waitFor();
  await gallery.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
});

test('it is found by its words and by its state, and leaves the history and comes back', async () => {
  await gallery.goto(world().extension.url('gallery.html#state=failed'));
  await expect.poll(order).toEqual(['failed']);
  await gallery.goto(world().extension.url('gallery.html'));
  await stateOf('failed').getByRole('button', { name: 'Remove from history' }).click();
  await stateOf('failed').waitFor({ state: 'detached' });
  await gallery.getByRole('button', { name: 'Undo' }).click();
  await stateOf('failed').waitFor();
});

test('asked again from there it becomes a picture', async () => {
  await stateOf('failed').getByRole('button', { name: 'Retry' }).click();
  await images().getByRole('img', { name: 'Refused at first' }).waitFor();
  await stateOf('failed').waitFor({ state: 'detached' });
});
