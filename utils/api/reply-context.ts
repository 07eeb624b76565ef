import type { Server } from '../core/ports';
import { createCleaner, type CleanText } from './clean-text';
import { redact } from './redact';
import { secretsOf } from './request-headers';

/** What reading a reply needs besides its body. */
export interface ReplyContext {
  readonly status: number;
  readonly headers: Headers;
  /** The server's base address. */
  readonly url: string;
  /** Masked wherever the server echoes them. */
  readonly secrets: readonly string[];
  /** Masks them in every text of the reply, before anything reads it. */
  readonly clean: CleanText;
  /** When the reply came, in milliseconds since the epoch. */
  readonly at: number;
}

/** What is known of a reply before its body is read. */
export function contextOf({ status, headers }: Response, server: Server, at: number): ReplyContext {
  const secrets = secretsOf(server);
  return { status, headers, url: server.baseUrl, secrets, clean: createCleaner(secrets), at };
}

const REQUEST_ID_HEADERS = [
  'x-request-id',
  'x-oneapi-request-id',
  'x-litellm-call-id',
  'x-siliconcloud-trace-id',
  'cf-ray',
] as const;

/** The server's id for a request, for its support. */
export function requestIdOf({ headers, secrets }: Pick<ReplyContext, 'headers' | 'secrets'>) {
  for (const name of REQUEST_ID_HEADERS) {
    const value = headers.get(name);
    if (value) return redact(value, secrets);
  }
  return undefined;
}
