import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchFirefox, type FirefoxExtension, type FirefoxOptions } from '../browser/firefox/launch-firefox';
import { permissionDoorhanger } from '../browser/firefox/permission-doorhanger';
import { photographWindow } from '../browser/firefox/photograph';
import { fillServer, press, waitForStatus } from '../browser/firefox/server-form';
import { servePassage, type PassageServer } from '../browser/main-job/serve-passage';
import { startSandbox, type Sandbox, type SandboxOptions } from '../sandbox/server';

/** Where the pictures of failed tests go. */
const FAILURES = 'test-output/firefox';

/** How long `expect.poll` waits for a state; its own second is short for a loaded machine. */
export const PATIENCE = { timeout: 10_000 };

/** Everything a test in Firefox touches: the browser with the extension, a server, a page to read. */
export interface FirefoxWorld {
  readonly firefox: FirefoxExtension;
  readonly sandbox: Sandbox;
  readonly passage: PassageServer;
}

interface WorldOptions {
  readonly sandbox?: SandboxOptions;
  readonly firefox?: FirefoxOptions;
}

/**
 * One world for all tests of a file. After each test nothing may stand in the extension's console, and Firefox's
 * window is photographed when the test failed.
 *
 * @returns the way to the world, for use inside tests and hooks
 */
export function setUpFirefox(options: WorldOptions = {}): () => FirefoxWorld {
  const running: (() => Promise<void>)[] = [];
  let world: FirefoxWorld | undefined;
  beforeAll(async () => {
    const sandbox = await startSandbox(options.sandbox);
    running.push(() => sandbox.close());
    const passage = await servePassage();
    running.push(() => passage.close());
    const firefox = await launchFirefox(options.firefox);
    running.push(() => firefox.close());
    world = { firefox, sandbox, passage };
  });
  afterAll(async () => {
    for (const end of running.toReversed()) await end();
  });
  afterEach(async ({ task }) => {
    if (!world) return;
    const { firefox } = world;
    if (task.result?.state === 'fail') {
      mkdirSync(FAILURES, { recursive: true });
      const file = join(FAILURES, `${task.name.replaceAll(/\W+/g, '-')}.png`);
      await photographWindow(firefox.chrome, file);
      console.log(`what Firefox showed: ${file}`);
    }
    expect(await firefox.console.take(), "the extension's console").toEqual([]);
  });
  return () => {
    if (!world) throw new Error('the world is there only inside tests and hooks');
    return world;
  };
}

/** Goes through the options page as a person does, allows what Firefox asks, and leaves the page open. */
export async function connect(
  { firefox, sandbox }: Pick<FirefoxWorld, 'firefox' | 'sandbox'>,
  key = 'sk-firefox',
): Promise<Page> {
  const options = await firefox.openPage('options.html');
  await fillServer(options, { baseUrl: sandbox.baseUrl, key });
  await press(options, 'Save and allow access');
  await (await permissionDoorhanger(firefox.chrome)).allow();
  await waitForStatus(options, 'Saved. Depict may talk to');
  return options;
}
