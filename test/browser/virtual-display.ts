import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { findExecutable } from './find-executable';
import { WINDOW_SIZE } from './window-size';

export interface VirtualDisplay {
  /** The X display's name, such as `:99`. */
  readonly display: string;
  /** Ends the display and waits until it is gone. Does nothing the second time. */
  stop(): Promise<void>;
}

/**
 * Starts an X server without a screen on a display number that it finds free itself.
 *
 * @throws when Xvfb is not installed or ends before its display is ready
 */
export async function startVirtualDisplay(): Promise<VirtualDisplay> {
  const program = findExecutable('Xvfb');
  if (!program) throw new Error('Please install Xvfb, a display without a screen (Debian package: xvfb).');
  // Should this process be killed, the display ends by itself some time after the browser has gone.
  const selfEnding = ['-terminate', '60'];
  const screen = `${WINDOW_SIZE.width}x${WINDOW_SIZE.height}x24`;
  const server = spawn(
    program,
    ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', ...selfEnding],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      // Ctrl-C reaches the whole process group; the browser must be closed before its display.
      detached: true,
    },
  );
  const killNow = () => void server.kill('SIGKILL');
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  process.once('exit', killNow);

  const channel = server.stdio[3];
  if (!(channel instanceof Readable)) throw new Error('Xvfb has no channel to say its display on');
  const number = await Promise.race([
    once(channel, 'data').then(([chunk]: unknown[]) => String(chunk).trim()),
    once(server, 'exit').then(([code]: unknown[]) => {
      throw new Error(`Xvfb ended with code ${String(code)} before its display was ready`);
    }),
  ]);

  return {
    display: `:${number}`,
    async stop() {
      process.off('exit', killNow);
      server.kill();
      await ended;
    },
  };
}
