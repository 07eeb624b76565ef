import { expect, test } from 'vitest';
import { callInView } from '../browser/firefox/extension-view';
import { PATIENCE, setUpFirefox } from './support';

const world = setUpFirefox();

test('whatever a page or the background complains of is heard, also after it is gone', async () => {
  const { firefox } = world();
  const page = await firefox.openPage('gallery.html');
  await page.evaluate(() => {
    console.error('said by a page');
    setTimeout(() => {
      throw new Error('thrown by a page');
    });
    new Image().src = 'https://example.com/blocked.png';
  });
  await callInView(
    firefox.chrome,
    'background',
    `(page) => page.defaultView.wrappedJSObject.console.error('said by the background')`,
  );
  await page.close();
  await firefox.background.terminate();

  const heard: string[] = [];
  await expect
    .poll(async () => {
      heard.push(...(await firefox.console.take()));
      return heard.toSorted();
    }, PATIENCE)
    .toEqual([
      expect.stringContaining('Content-Security-Policy'),
      expect.stringContaining('Error: thrown by a page'),
      'console.error: said by a page',
      'console.error: said by the background',
    ]);
});
