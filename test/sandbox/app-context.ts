import type { HttpBindings } from '@hono/node-server';
import type { Dialect } from './dialects/dialect';
import type { ServerKind } from './dialects/kinds';
import type { FaultBoard } from './faults/fault-board';
import type { PictureShelf } from './picture-shelf';
import type { LogEntry, LoggedRequest, RequestLog } from './request-log';

/** How a sandbox behaves. */
export interface SandboxOptions {
  /** The port on 127.0.0.1; 0, the default, picks a free one. */
  readonly port?: number;
  /** The only key to accept. Without it any key passes except those beginning with `wrong`. */
  readonly key?: string;
  /** Which kind of server to be; OpenAI by default. */
  readonly kind?: ServerKind;
  /** What `GET /api/pricing` answers; by default a small list where the kind of server has one, else 404. */
  readonly pricing?: unknown;
  /**
   * How long a generation takes at least, in milliseconds; 0 by default. A stream's frames are spread over it.
   * Refusals come at once.
   */
  readonly latencyMs?: number;
  /** Whether pages of other origins may read `GET /pictures/…`; image hosts often forbid it, so false. */
  readonly picturesAllowCors?: boolean;
  /**
   * The seam for what no fault by name does: called for every request that is logged, preflights included, once its
   * body has arrived and before anything is checked. A Response it returns is sent as it is, without any header added;
   * while its promise is open, the client waits.
   */
  readonly intercept?: (request: LoggedRequest) => Response | undefined | Promise<Response | undefined>;
}

/** What all routes of one sandbox share. */
export interface AppContext {
  readonly options: SandboxOptions;
  readonly log: RequestLog;
  readonly shelf: PictureShelf;
  readonly faults: FaultBoard;
}

/** Types for Hono: what Node adds to a request, and what earlier steps leave for later ones. */
export interface AppEnv {
  Bindings: HttpBindings;
  Variables: {
    entry: LogEntry;
    /** Aborted when the client goes away. */
    gone: AbortSignal;
    /** The kind of server that this request meets. */
    dialect: Dialect;
    /** Whether something in front of the API answered, so that the API's headers are not there. */
    bare: boolean;
    requestId: string;
  };
}
