/** One request as it reached the sandbox. The fields after `receivedAt` change until the exchange is over. */
export interface LoggedRequest {
  readonly method: string;
  /** Path and query, as sent. */
  readonly path: string;
  /** Names in lower case. The key is in here as it was sent; `GET /sandbox/requests` hides it. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON, else the text as received; empty text when there was none. */
  readonly body: unknown;
  /** Milliseconds since 1970, as all times here. */
  readonly receivedAt: number;
  /** When the answer was ready to be sent, or when the client went away before that. */
  readonly finishedAt: number | undefined;
  /** Undefined until an answer is ready, and for good when the client went away before. */
  readonly status: number | undefined;
  /** Whether the connection ended before the client had the whole answer. */
  readonly aborted: boolean;
  /** When the last byte of the answer had left for the client; undefined before, and where it was aborted. */
  readonly deliveredAt: number | undefined;
  /** The name of the fault that it met. */
  readonly fault: string | undefined;
}

/** The same entry for those who write it. */
export type LogEntry = { -readonly [Field in keyof LoggedRequest]: LoggedRequest[Field] };

/** Remembers the last requests in the order of arrival. */
export class RequestLog {
  readonly #capacity: number;
  #entries: LogEntry[] = [];

  constructor(capacity = 10_000) {
    this.#capacity = capacity;
  }

  get entries(): readonly LoggedRequest[] {
    return this.#entries;
  }

  /** Starts an entry; the oldest one goes when there are too many. */
  begin(arrived: Pick<LoggedRequest, 'method' | 'path' | 'headers' | 'body'>, now: number): LogEntry {
    const entry: LogEntry = {
      ...arrived,
      receivedAt: now,
      finishedAt: undefined,
      status: undefined,
      aborted: false,
      deliveredAt: undefined,
      fault: undefined,
    };
    this.#entries.push(entry);
    if (this.#entries.length > this.#capacity) this.#entries.shift();
    return entry;
  }

  /** A new list, so that one handed out earlier keeps what it had. */
  clear(): void {
    this.#entries = [];
  }
}

/** Whether a request asked for pictures. */
export function isGeneration(request: LoggedRequest): boolean {
  return request.method === 'POST' && /^\/v1\/images\/generations\/?(?:\?|$)/.test(request.path);
}

/** The entry as it may be shown: the Authorization header says only that there was one. */
export function withoutKey(request: LoggedRequest): LoggedRequest {
  if (request.headers['authorization'] === undefined) return request;
  return { ...request, headers: { ...request.headers, authorization: 'Bearer …' } };
}
