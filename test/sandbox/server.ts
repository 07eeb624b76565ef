import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createApp } from './app';
import type { SandboxOptions } from './app-context';
import { FaultBoard, type FaultSetting } from './faults/fault-board';
import { PictureShelf } from './picture-shelf';
import { isGeneration, RequestLog, type LoggedRequest } from './request-log';

export type { FaultSetting, LoggedRequest, SandboxOptions };

/** A running sandbox. */
export interface Sandbox {
  readonly port: number;
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** What to enter as API base URL: the origin with `/v1`. */
  readonly baseUrl: string;
  /** Everything received but what /sandbox itself answers, oldest first, at most the last 10,000. */
  readonly requests: readonly LoggedRequest[];
  /** Those of `requests` that asked for pictures. */
  generations(): readonly LoggedRequest[];
  /** Forgets the requests so far. */
  clear(): void;
  /**
   * Lets requests for pictures meet a fault, in place of the one set before; `GET /sandbox/faults` lists them.
   *
   * @throws Refusal for a name that no fault has
   */
  setFault(setting: FaultSetting): void;
  /** Switches off the fault that was set, and lets counted directives start anew. */
  clearFaults(): void;
  /** Stops at once: open connections are cut, idle ones too. May be called more than once. */
  close(): Promise<void>;
}

/**
 * Starts an image server on this machine only.
 *
 * @throws the error of Node's `listen`, with code `EADDRINUSE` when the port is taken
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const log = new RequestLog();
  const faults = new FaultBoard();
  const app = createApp({ options, log, shelf: new PictureShelf(), faults });
  // Tests run in the same process and must keep their own Request and Response.
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
  const port = await listen(server, options.port ?? 0);
  const origin = `http://127.0.0.1:${port}`;
  return {
    port,
    origin,
    baseUrl: `${origin}/v1`,
    get requests() {
      return log.entries;
    },
    generations: () => log.entries.filter(isGeneration),
    clear: () => log.clear(),
    setFault: (setting) => faults.set(setting),
    clearFaults: () => faults.clear(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      if (typeof address === 'object' && address !== null) resolve(address.port);
      else reject(new Error('The server has no port.'));
    });
  });
}
