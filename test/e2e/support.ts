import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { requireBuiltExtension } from '../browser/extension-folder';
import { launchExtension, type LaunchOptions } from '../browser/launch-extension';
import type { LaunchedExtension } from '../browser/launched-extension';
import { servePassage, type PassageServer } from '../browser/main-job/serve-passage';
import { createNativeInput, type NativeInput } from '../browser/native-input';
import { screenshotDisplay } from '../browser/screenshot-display';
import { startVirtualDisplay, type VirtualDisplay } from '../browser/virtual-display';
import { startSandbox, type Sandbox, type SandboxOptions } from '../sandbox/server';

/** Where the pictures of failed tests go. */
const FAILURES = 'test-output/e2e';

export interface WorldOptions {
  readonly sandbox?: SandboxOptions;
  readonly launch?: Partial<Omit<LaunchOptions, 'display' | 'headless'>>;
}

/** Everything an end-to-end test touches: a display, a browser with the extension, a server, a page to read. */
export interface World {
  readonly display: string;
  readonly hands: NativeInput;
  readonly extension: LaunchedExtension;
  readonly sandbox: Sandbox;
  readonly passage: PassageServer;
  close(): Promise<void>;
}

async function startWorld({ sandbox, launch }: WorldOptions = {}): Promise<World> {
  const started: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const end of started.splice(0).toReversed()) await end();
  };
  const keep = <T>(part: T, end: () => Promise<void>): T => {
    started.push(end);
    return part;
  };
  try {
    const screen: VirtualDisplay = await startVirtualDisplay();
    keep(screen, () => screen.stop());
    const server = await startSandbox(sandbox);
    keep(server, () => server.close());
    const passage = await servePassage();
    keep(passage, () => passage.close());
    const extension = await launchExtension({
      extensionPath: requireBuiltExtension(),
      ...launch,
      display: screen.display,
    });
    keep(extension, () => extension.close());
    const hands = createNativeInput(screen.display);
    return { display: screen.display, hands, extension, sandbox: server, passage, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * One world for all tests of a file, or of the surrounding `describe`. The display is photographed when a test fails.
 *
 * @returns the way to the world, for use inside tests and hooks
 */
export function setUpWorld(options?: WorldOptions): () => World {
  let world: World | undefined;
  beforeAll(async () => {
    world = await startWorld(options);
  });
  afterAll(async () => {
    await world?.close();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail' || !world) return;
    mkdirSync(FAILURES, { recursive: true });
    const file = join(FAILURES, `${task.name.replaceAll(/\W+/g, '-')}.png`);
    await screenshotDisplay(world.display, file);
    console.log(`what the display showed: ${file}`);
  });
  return () => {
    if (!world) throw new Error('the world is there only inside tests and hooks');
    return world;
  };
}
