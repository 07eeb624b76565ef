import type { HttpBindings } from '@hono/node-server';
import type { PictureShelf } from './picture-shelf';
import type { LogEntry, LoggedRequest, RequestLog } from './request-log';

/** How a sandbox behaves. */
export interface SandboxOptions {
  /** The port on 127.0.0.1; 0, the default, picks a free one. */
  readonly port?: number;
  /** The only key to accept. Without it any key passes except those beginning with `wrong`. */
  readonly key?: string;
  /** How long a generation takes at least, in milliseconds; 0 by default. Refusals come at once. */
  readonly latencyMs?: number;
  /** Whether pages of other origins may read `GET /pictures/…`; image hosts often forbid it, so false. */
  readonly picturesAllowCors?: boolean;
  /**
   * The seam for faults: called for every request under /v1 and /pictures, preflights included, once its body has
   * arrived and before anything is checked. A Response it returns is sent as it is, without any header added;
   * while its promise is open, the client waits.
   */
  readonly intercept?: (request: LoggedRequest) => Response | undefined | Promise<Response | undefined>;
}

/** What all routes of one sandbox share. */
export interface AppContext {
  readonly options: SandboxOptions;
  readonly log: RequestLog;
  readonly shelf: PictureShelf;
}

/** Types for Hono: what Node adds to a request, and what earlier steps leave for later ones. */
export interface AppEnv {
  Bindings: HttpBindings;
  Variables: {
    entry: LogEntry;
    /** Aborted when the client goes away. */
    gone: AbortSignal;
  };
}
