import { randomUUID } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import type { AppEnv, SandboxOptions } from './app-context';
import type { Dialect } from './dialects/dialect';
import { parseJson } from './parse-json';
import type { RequestLog } from './request-log';

/** Settles in which dialect a request is answered, until a fault decides otherwise. */
export function speaking(dialect: Dialect) {
  return createMiddleware<AppEnv>(async (c, next) => {
    c.set('dialect', dialect);
    c.set('bare', false);
    c.set('requestId', `req_${randomUUID().replaceAll('-', '')}`);
    await next();
  });
}

/** Reads the body and keeps an entry of the exchange in the log. */
export function logged(log: RequestLog) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const gone = new AbortController();
    c.set('gone', gone.signal);
    c.env.outgoing.once('close', () => {
      if (!c.env.outgoing.writableFinished) gone.abort();
    });
    const text = await c.req.text();
    const { pathname, search } = new URL(c.req.url);
    const arrived = { method: c.req.method, path: pathname + search, headers: c.req.header() };
    const entry = log.begin({ ...arrived, body: parseJson(text) ?? text }, Date.now());
    c.set('entry', entry);
    c.env.outgoing.once('finish', () => (entry.deliveredAt = Date.now()));
    gone.signal.addEventListener('abort', () => {
      entry.aborted = true;
      entry.finishedAt = Date.now();
    });
    await next();
    if (entry.aborted) return;
    entry.status = c.res.status;
    entry.finishedAt = Date.now();
  });
}

/** Lets `intercept` answer in place of the sandbox. */
export function intercepted(intercept: SandboxOptions['intercept']) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const answer = await intercept?.(c.get('entry'));
    if (answer) return answer;
    await next();
    return undefined;
  });
}

/** What every answer of the API carries, errors included; also answers preflights. */
export const apiHeaders = createMiddleware<AppEnv>(async (c, next) => {
  if (c.req.method === 'OPTIONS') {
    // Echoed, because a `*` here would not cover Authorization.
    const wanted = c.req.header('access-control-request-headers') ?? '';
    c.header('access-control-allow-headers', wanted);
    c.header('access-control-allow-methods', 'GET, POST');
    c.header('access-control-allow-origin', '*');
    return c.body(null, 204);
  }
  await next();
  if (c.get('bare')) return undefined;
  c.header('access-control-allow-origin', '*');
  const headers = Object.entries(c.get('dialect').headers(c.get('requestId')));
  c.header('access-control-expose-headers', headers.map(([name]) => name).join(', '));
  for (const [name, value] of headers) c.header(name, value);
  c.header('openai-processing-ms', String(Date.now() - c.get('entry').receivedAt));
  return undefined;
});
