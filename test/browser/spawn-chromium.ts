import { spawn } from 'node:child_process';
import { launchArguments } from './launch-arguments';
import { requireChromium } from './find-browser';

/** A browser that runs by itself: no debugger is attached to it or to anything in it. */
export interface SpawnedChromium {
  /** Asks it to end, as closing its last window does, and waits until it has. */
  end(): Promise<void>;
  /** Ends it and all its processes in one blow, as a power cut would, and waits until it is gone. */
  kill(): Promise<void>;
}

export interface SpawnOptions {
  /** The folder of the built extension. */
  readonly extensionPath: string;
  /** The profile, which stays. */
  readonly userDataDir: string;
  /** Further command line switches. */
  readonly args?: readonly string[];
}

/** Starts Chromium without a window. What it does is seen only from outside, such as by the server it calls. */
export function spawnChromium({ extensionPath, userDataDir, args = [] }: SpawnOptions): SpawnedChromium {
  const browser = spawn(
    requireChromium(),
    [
      '--headless=new',
      // As Playwright starts it: many machines of build servers have no sandbox for it.
      '--no-sandbox',
      ...launchArguments(extensionPath),
      `--user-data-dir=${userDataDir}`,
      ...args,
      'about:blank',
    ],
    // A process group of its own, so that all of it can be ended by its id.
    { stdio: 'ignore', detached: true },
  );
  const ended = new Promise<void>((resolve) => browser.once('close', () => resolve()));
  const signal = (name: NodeJS.Signals): void => {
    if (browser.pid === undefined || browser.exitCode !== null || browser.signalCode !== null) return;
    // The minus means the group.
    process.kill(name === 'SIGKILL' ? -browser.pid : browser.pid, name);
  };
  const killNow = (): void => signal('SIGKILL');
  process.once('exit', killNow);
  const stop = async (name: NodeJS.Signals): Promise<void> => {
    process.off('exit', killNow);
    signal(name);
    await ended;
  };
  return { end: () => stop('SIGTERM'), kill: () => stop('SIGKILL') };
}
