import { expect, test } from 'vitest';
import { openToolbarPopup } from '../browser/firefox/toolbar-popup';
import { selectWords } from './drawing';
import { PATIENCE, setUpFirefox } from './support';

const world = setUpFirefox();

const READ_PROMPT = '(page) => page.querySelector("textarea")?.value';

test('the toolbar popup holds the words selected on the page, line breaks and all', async () => {
  const { firefox, passage } = world();
  await selectWords(await firefox.openTab(passage.url), 'header');
  const popup = await openToolbarPopup(firefox.chrome);
  await expect
    .poll(() => popup.call(READ_PROMPT), PATIENCE)
    .toMatch(/^The River Bank\n+Kenneth Grahame, The Wind in the Willows, 1908$/);
  await popup.close();
});

test('a page that refuses scripts gives an empty prompt box, not an error', async () => {
  const { firefox } = world();
  await firefox.openTab('about:license');
  const popup = await openToolbarPopup(firefox.chrome);
  await expect.poll(() => popup.call(READ_PROMPT), PATIENCE).toBe('');
  expect(await popup.call('(page) => page.querySelector("[role=alert]")?.textContent ?? ""')).toBe('');
  await popup.close();
});
