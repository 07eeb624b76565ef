import { setTimeout as delay } from 'node:timers/promises';
import type { Context, Hono } from 'hono';
import { checkAuthorization } from './api/authorization';
import { generationReply } from './api/generation-reply';
import { modelList } from './api/models';
import { parseGeneration } from './api/parse-generation';
import { badRequest } from './api/refusal';
import type { AppContext, AppEnv } from './app-context';
import { parseJson } from './parse-json';

/** The part that speaks OpenAI's API, under /v1. */
export function addApiRoutes(app: Hono<AppEnv>, { options, shelf }: AppContext): void {
  app.get('/v1/models', (c) => {
    checkAuthorization(c.req.header('authorization'), options.key);
    return c.json(modelList());
  });

  app.on('POST', ['/v1/images/generations', '/v1/images/generations/'], async (c) => {
    checkAuthorization(c.req.header('authorization'), options.key);
    const request = parseGeneration(await readJson(c));
    const signal = c.get('gone');
    await delay(options.latencyMs ?? 0, undefined, { signal });
    const { origin } = new URL(c.req.url);
    const reply = await generationReply(request, {
      publish: (order) => `${origin}/pictures/${shelf.add(order)}`,
      signal,
      created: Math.floor(Date.now() / 1000),
    });
    return c.json(reply);
  });
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
