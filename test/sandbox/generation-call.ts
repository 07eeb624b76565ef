import { once } from 'node:events';
import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import { checkAuthorization } from './api/authorization';
import type { ReplyTools } from './api/image-item';
import type { GenerationRequest } from './api/parse-generation';
import { badRequest } from './api/refusal';
import type { AppContext, AppEnv } from './app-context';
import type { Dialect } from './dialects/dialect';
import type { PictureOrder } from './drawing/picture';
import { parseJson } from './parse-json';
import type { LoggedRequest } from './request-log';

/** Long enough for a browser on a busy machine to read a picture, in milliseconds. */
const READING_MS = 800;

/** One request for pictures, with the ordinary means to answer it. Faults build on these. */
export class GenerationCall {
  readonly #c: Context<AppEnv>;
  readonly #context: AppContext;

  constructor(c: Context<AppEnv>, context: AppContext) {
    this.#c = c;
    this.#context = context;
  }

  get received(): LoggedRequest {
    return this.#c.get('entry');
  }

  get path(): string {
    return this.#c.req.path;
  }

  get dialect(): Dialect {
    return this.#c.get('dialect');
  }

  get signal(): AbortSignal {
    return this.#c.get('gone');
  }

  /** The origin that was called. */
  get origin(): string {
    return new URL(this.#c.req.url).origin;
  }

  /** The sandbox by the other name of this machine, which is another origin to a browser. */
  get localhostOrigin(): string {
    return `http://localhost:${new URL(this.#c.req.url).port}`;
  }

  get tools(): ReplyTools {
    const folder = `${this.origin}/${this.dialect.pictureFolder}`;
    return {
      publish: (order) => `${folder}/${this.keep(order)}`,
      signal: this.signal,
      created: Math.floor(Date.now() / 1000),
      latencyMs: this.#context.options.latencyMs ?? 0,
    };
  }

  /** A text field of the body, however wrong the rest of it is. */
  field(name: string): string | undefined {
    const value = this.#fields.get(name);
    return typeof value === 'string' ? value : undefined;
  }

  /** Whether the body has a field. */
  has(name: string): boolean {
    return this.#fields.has(name);
  }

  get #fields(): ReadonlyMap<string, unknown> {
    const { body } = this.received;
    return new Map<string, unknown>(typeof body === 'object' && body !== null ? Object.entries(body) : []);
  }

  /** Keeps a picture for whoever fetches it, and returns its file name. */
  keep(order: PictureOrder): string {
    return this.#context.shelf.add(order);
  }

  /** @throws Refusal for a wrong key, and for a body that is not taken */
  async parse(): Promise<GenerationRequest> {
    checkAuthorization(this.#c.req.header('authorization'), this.#context.options.key);
    return this.dialect.read(await readJson(this.#c));
  }

  /** The answer that the request would get without any fault. */
  async answer(): Promise<Response> {
    return this.dialect.answer(await this.parse(), this.tools);
  }

  /** From here on the sandbox is another kind of server to this call. */
  speak(dialect: Dialect): void {
    this.#c.set('dialect', dialect);
  }

  /** Never answers; settles when the client has gone. */
  async waitForEnd(): Promise<Response> {
    if (!this.signal.aborted) await once(this.signal, 'abort');
    return RESPONSE_ALREADY_SENT;
  }

  /** Sends an answer with any headers, also wrong ones, and cuts the connection. */
  async sendAndDisconnect(headers: Readonly<Record<string, string>>, bytes: Uint8Array): Promise<Response> {
    const { outgoing } = this.#c.env;
    outgoing.writeHead(200, headers);
    await new Promise((resolve) => outgoing.write(bytes, resolve));
    await this.waitForReader();
    return this.disconnect();
  }

  /**
   * Gives the client time to read what was written: Chromium drops what its page has not read yet when a connection
   * breaks (docs/browser-notes.md).
   */
  async waitForReader(): Promise<void> {
    await delay(READING_MS, undefined, { signal: this.signal });
  }

  /** Cuts the connection, but not before what was written has left. */
  async disconnect(): Promise<Response> {
    const { outgoing } = this.#c.env;
    await nextTurn();
    if (outgoing.socket?.writableNeedDrain) await once(outgoing.socket, 'drain', { signal: this.signal });
    outgoing.destroy();
    return this.waitForEnd();
  }
}

/** @throws Refusal unless the body is JSON and says so */
async function readJson(c: Context<AppEnv>): Promise<unknown> {
  const type = c.req.header('content-type');
  if (!/^application\/json\s*(?:;|$)/i.test(type ?? '')) {
    const message = `The body must be sent with content-type application/json, not ${type ?? 'without any'}.`;
    throw badRequest('unsupported_content_type', null, message);
  }
  const body = parseJson(await c.req.text());
  if (body === undefined) throw badRequest(null, null, 'The body is not valid JSON.');
  return body;
}
