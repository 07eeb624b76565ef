import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { poll } from '../browser/poll';
import { readToolbarButton } from './ask-background';
import { connect, generate, jobWith, setUpGrantedWorld } from './connected-world';
import { createAnswerGate } from './answer-gate';

const answers = createAnswerGate();
const world = setUpGrantedWorld({ sandbox: { intercept: answers.intercept } });

let options: Page;
beforeAll(async () => {
  options = await connect(world());
});

const button = () => readToolbarButton(options);

test('the toolbar button counts the open jobs, marks a bad end until somebody sees it, and says so', async () => {
  const { extension, sandbox } = world();
  const panel = await extension.openPage('sidepanel.html');
  await generate(panel, 'Counted');
  await generate(panel, 'Counted as well');
  await expect.poll(button).toEqual({ text: '2', title: 'Depict: 2 pictures on their way' });
  answers.release();
  await expect.poll(button).toEqual({ text: '', title: 'Depict: pictures from words' });

  await panel.close();
  sandbox.setFault({ name: 'server-error', times: 1 });
  await options.evaluate(
    `chrome.runtime.sendMessage(${JSON.stringify({ type: 'generate', prompt: 'Nobody looks', parameters: { model: 'gpt-image-1' } })})`,
  );
  await expect.poll(button).toEqual({ text: '!', title: 'Depict: pictures from words\n1 needs a look' });

  const popup = await extension.openPage('popup.html');
  await jobWith(popup, 'Nobody looks', 'failed');
  await expect.poll(button).toEqual({ text: '', title: 'Depict: pictures from words' });
  await popup.close();
});

/** The notifications that stand there, each with what it says. */
const READ_NOTIFICATIONS = `new Promise((resolve) => chrome.notifications.getAll((all) => resolve(Object.keys(all))))`;

test('the system tells when a picture is ready, without its words, and a click opens it', async () => {
  const { extension, hands } = world();
  const choice = options.getByRole('checkbox', { name: /^Let the system tell me/ });
  await options.bringToFront();
  await hands.grantPermissionPrompt(choice);
  await expect.poll(() => choice.isChecked()).toBe(true);
  await expect
    .poll(() => options.evaluate("chrome.permissions.contains({ permissions: ['notifications'] })"))
    .toBe(true);

  const background = await extension.serviceWorker();
  await background.evaluate(
    `globalThis.told = []; const create = chrome.notifications.create;
     chrome.notifications.create = (...call) => { globalThis.told.push(call[1]); return create.apply(chrome.notifications, call); };`,
  );
  const popup = await extension.openPage('popup.html');
  await generate(popup, 'A secret wish');
  await jobWith(popup, 'A secret wish', 'done');
  const [jobId] = await poll('the notification', async () => {
    const ids = await options.evaluate<readonly string[]>(READ_NOTIFICATIONS);
    return ids.length > 0 ? ids : undefined;
  });
  const told: unknown = await background.evaluate('globalThis.told');
  expect(told).toMatchObject([{ title: 'Your picture is ready', message: 'Click to see it.' }]);
  expect(JSON.stringify(told)).not.toContain('secret wish');

  await background.evaluate(`chrome.notifications.onClicked.dispatch(${JSON.stringify(jobId)})`);
  const gallery = await poll('the picture', () =>
    extension.context.pages().find((page) => page.url().includes('gallery.html#image=')),
  );
  await gallery
    .getByRole('dialog', { name: 'Image viewer' })
    .getByRole('img', { name: 'A secret wish' })
    .waitFor();
  await expect.poll(() => options.evaluate(READ_NOTIFICATIONS)).toEqual([]);
});
