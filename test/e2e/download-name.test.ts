import { expect, test } from 'vitest';
import { connect, generate, jobWith, setUpGrantedWorld } from './connected-world';

const world = setUpGrantedWorld();

test('a downloaded picture has the name that was asked for in the settings', async () => {
  const options = await connect(world());
  const box = options.getByRole('textbox', { name: 'Save downloads as' });
  expect(await box.inputValue()).toBe('{prompt} {id}');
  await box.fill('{model}, ');
  await options.getByRole('button', { name: 'Insert: Prompt' }).click();
  expect(await box.inputValue()).toBe('{model}, {prompt}');
  await box.press('Enter');
  await options.getByText('Saved.', { exact: true }).waitFor();
  await options.reload();
  await expect.poll(() => box.inputValue()).toBe('{model}, {prompt}');

  const panel = await world().extension.openPage('sidepanel.html');
  await generate(panel, 'A heron: at dawn?');
  await jobWith(panel, 'A heron: at dawn?', 'done');
  const gallery = await world().extension.openPage('gallery.html');
  await gallery.locator('[data-image-id]').getByRole('button').click();
  const downloading = gallery.waitForEvent('download');
  await gallery.getByRole('dialog').getByRole('button', { name: 'Download' }).click();
  expect((await downloading).suggestedFilename()).toBe('gpt-image-1, A heron at dawn.png');
});
