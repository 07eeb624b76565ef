import { test } from 'vitest';
import { launchFirefox, type FirefoxExtension } from '../browser/firefox/launch-firefox';
import { waitForPicture } from '../browser/firefox/history';
import { jobsIn, waitForNewestJob } from '../browser/firefox/jobs';
import { permissionDoorhanger } from '../browser/firefox/permission-doorhanger';
import { fillServer, press, waitForStatus } from '../browser/firefox/server-form';
import { extent } from '../proof/extent';
import { noteResult } from '../proof/note-result';
import { slowPrompt, waitForAnswers, WAYS, type Way } from '../proof/slow-answer';
import { startSandbox, type Sandbox } from '../sandbox/server';

const LONGEST_SECONDS = Math.max(...extent.answersAfterSeconds);

/** Starting two browsers beside others takes its time. */
const AROUND_MS = 90_000;

/** Every request has all the time there is. */
async function connectPatiently({ chrome, openPage }: FirefoxExtension, { baseUrl }: Sandbox): Promise<void> {
  const options = await openPage('options.html');
  await fillServer(options, { baseUrl, key: 'sk-lifetime' });
  await options.locator('details > summary').click();
  await options.locator('aria/Longest wait in seconds[role="spinbutton"]').fill('900');
  await press(options, 'Save and allow access');
  await (await permissionDoorhanger(chrome)).allow();
  await waitForStatus(options, 'Saved. Depict may talk to');
  await options.close();
}

async function orderAll(firefox: FirefoxExtension, way: Way, prompts: readonly string[]): Promise<void> {
  const panel = await firefox.openPage('sidepanel.html');
  if (way === 'streamed') {
    await panel.locator('summary').click();
    await panel.locator('input[type="checkbox"]').click();
  }
  for (const prompt of prompts) {
    await panel.locator('textarea').fill(prompt);
    await press(panel, 'Generate');
    await waitForNewestJob(jobsIn(panel), 'running');
  }
  // Nothing but the requests may keep the background awake.
  await panel.close();
}

// Each way has a Firefox of its own, so that neither keeps the background alive for the other.
test.concurrent.for(WAYS)(
  `slow: %s answers after ${extent.answersAfterSeconds.join(' and ')} s reach the history`,
  { timeout: LONGEST_SECONDS * 1000 + AROUND_MS },
  async (way, { expect, onTestFinished }) => {
    const sandbox = await startSandbox();
    onTestFinished(() => sandbox.close());
    // Less than Firefox's own 30 s: else the alarm that comes every 30 s could carry the background over them, and
    // the test would pass without any keep-alive.
    const preferences = { 'extensions.background.idle.timeout': 25_000 };
    const firefox = await launchFirefox({ preferences });
    onTestFinished(() => firefox.close());
    await connectPatiently(firefox, sandbox);
    const prompts = extent.answersAfterSeconds.map((seconds) =>
      slowPrompt(`After ${seconds} s`, way, seconds),
    );
    await orderAll(firefox, way, prompts);

    await waitForAnswers(sandbox, prompts.length, LONGEST_SECONDS * 1000 + AROUND_MS / 3);
    const gallery = await firefox.openPage('gallery.html');
    for (const prompt of prompts) await waitForPicture(gallery, prompt);
    expect(sandbox.generations(), 'nothing is sent twice').toHaveLength(prompts.length);
    noteResult(
      `Firefox, ${way}: answers after ${extent.answersAfterSeconds.join(' and ')} s are in the history`,
    );
    expect(await firefox.console.take(), "the extension's console").toEqual([]);
  },
);
