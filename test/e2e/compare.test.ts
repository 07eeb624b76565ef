import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { expectNoViolations } from './axe';
import { connect, generate, jobWith, setUpGrantedWorld } from './connected-world';

const world = setUpGrantedWorld();

let gallery: Page;
const tiles = () => gallery.getByRole('list', { name: 'Images' }).locator('[data-image-id]');
const viewer = () => gallery.getByRole('dialog', { name: 'Image viewer' });
const dialog = () => gallery.getByRole('dialog', { name: 'Compare images' });
const left = () => dialog().getByRole('img').first();
const right = () => dialog().getByRole('img').last();

async function boxOf(image: Locator) {
  const found = await image.boundingBox();
  if (!found) throw new Error('no picture is shown');
  return found;
}

/** Once the pictures are drawn at their places. */
async function shown(): Promise<void> {
  for (const image of [left(), right()]) {
    await expect
      .poll(() =>
        image.evaluate((one: HTMLImageElement) => one.style.transform !== '' && one.naturalWidth > 0),
      )
      .toBe(true);
  }
}

beforeAll(async () => {
  await connect(world());
  const panel = await world().extension.openPage('sidepanel.html');
  await panel.getByRole('combobox', { name: 'Size' }).selectOption('1024x1024');
  await generate(panel, 'A heron at dawn');
  await jobWith(panel, 'A heron at dawn', 'done');
  await panel.getByRole('combobox', { name: 'Size' }).selectOption('1536x1024');
  await generate(panel, 'A heron  at dawn');
  await panel.getByRole('list', { name: 'Jobs' }).locator('[data-state="done"]').nth(1).waitFor();
  gallery = await world().extension.openPage('gallery.html');
  await tiles().nth(1).waitFor();
  await tiles().first().getByRole('button').click();
  await viewer().getByRole('button', { name: 'Compare' }).click();
});

test('two versions lie side by side, in frames of one size, whatever theirs is', async () => {
  await shown();
  const [one, other] = [await boxOf(left()), await boxOf(right())];
  expect(one.x + one.width).toBeLessThanOrEqual(other.x);
  // A square and a wide one: each as large as its frame allows.
  expect(one.width / one.height).toBeCloseTo(1, 1);
  expect(other.width / other.height).toBeCloseTo(1.5, 1);
  expect(one.y + one.height / 2).toBeCloseTo(other.y + other.height / 2, 0);
});

test('both are zoomed and moved at once', async () => {
  const [one, other] = [await boxOf(left()), await boxOf(right())];
  await gallery.mouse.move(one.x + one.width / 2, one.y + one.height / 2);
  await gallery.mouse.wheel(0, -500);
  const factor = async (image: Locator, before: { width: number }) =>
    (await boxOf(image)).width / before.width;
  await expect.poll(() => factor(left(), one)).toBeGreaterThan(2);
  expect(await factor(right(), other)).toBeCloseTo(await factor(left(), one), 2);
  await expectNoViolations(gallery);
  const before = await boxOf(right());
  await gallery.keyboard.press('ArrowRight');
  await expect.poll(async () => (await boxOf(right())).x).toBeLessThan(before.x);
  await gallery.keyboard.press('0');
  await expect.poll(async () => (await boxOf(left())).width).toBeCloseTo(one.width, 0);
});

test('one covers the other as far as the slider says, by keys and by hand', async () => {
  await dialog().getByRole('button', { name: 'Slider' }).click();
  await shown();
  const slider = dialog().getByRole('slider', { name: 'How much of the left picture is seen' });
  const cut = () => right().evaluate((image) => getComputedStyle(image.parentElement ?? image).clipPath);
  await expect.poll(cut).toBe('inset(0px 0px 0px 50%)');
  await slider.focus();
  await gallery.keyboard.press('Home');
  await expect.poll(cut).toBe('inset(0px 0px 0px 0%)');
  for (let step = 0; step < 20; step += 1) await gallery.keyboard.press('ArrowRight');
  await expect.poll(cut).toBe('inset(0px 0px 0px 20%)');
  const frame = await boxOf(dialog());
  const { y, height } = await boxOf(left());
  await gallery.mouse.move(frame.x + frame.width * 0.2, y + height / 2);
  await gallery.mouse.down();
  await gallery.mouse.move(frame.x + frame.width * 0.7, y + height / 2, { steps: 5 });
  await gallery.mouse.up();
  await expect.poll(cut).toBe('inset(0px 0px 0px 70%)');
  await expectNoViolations(gallery);
});

test('what is different is told', async () => {
  const size = dialog().getByRole('row', { name: /^Size/ });
  expect(await size.innerText()).toContain('1024 × 1024');
  expect(await size.innerText()).toContain('1536 × 1024');
  expect(
    await dialog()
      .getByRole('row', { name: /^Model/ })
      .count(),
  ).toBe(0);
});

test('Back leads to the viewer, Forward to the comparison again, and Escape to the viewer', async () => {
  await gallery.goBack();
  await viewer().waitFor();
  await gallery.goForward();
  await dialog().waitFor();
  await gallery.keyboard.press('Escape');
  await viewer().waitFor();
  expect(await dialog().count()).toBe(0);
  await expectNoViolations(gallery);
  await gallery.keyboard.press('1');
  await viewer().getByText('100%').waitFor();
  await expectNoViolations(gallery);
});

test('a link compares any two pictures', async () => {
  const ids = await tiles().evaluateAll((all) => all.map((one) => one.getAttribute('data-image-id')));
  const linked = await world().extension.openPage(`gallery.html#compare=${ids.join(',')}`);
  await linked.getByRole('dialog', { name: 'Compare images' }).getByRole('img').nth(1).waitFor();
  await linked.close();
});
