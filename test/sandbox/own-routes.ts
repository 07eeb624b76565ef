import type { Context, Hono } from 'hono';
import * as v from 'valibot';
import { badRequest } from './api/refusal';
import type { AppContext, AppEnv } from './app-context';
import { drawPicture } from './drawing/picture';
import { listFaults } from './faults/table';
import { parseJson } from './parse-json';
import { pictureAccess } from './picture-access';
import { withoutKey } from './request-log';

const faultSetting = v.strictObject({
  name: v.string(),
  value: v.optional(v.union([v.string(), v.number()])),
  times: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
});

/**
 * `GET /pictures/<id>.<format>`: pictures that were answered as addresses. No key is needed, as with signed links.
 * Some folders below make it harder; see `picture-access.ts`.
 */
export function addPictureRoutes(app: Hono<AppEnv>, { options, shelf }: AppContext): void {
  const send = async (c: Context<AppEnv>, name: string): Promise<Response> => {
    const order = shelf.find(name);
    if (!order) return c.notFound();
    if (options.picturesAllowCors) c.header('access-control-allow-origin', '*');
    return c.body(await drawPicture(order), 200, { 'content-type': `image/${order.format}` });
  };
  app.get('/pictures/:name', (c) => send(c, c.req.param('name')));
  app.get('/generated-images/:name', (c) => send(c, c.req.param('name')));
  for (const [folder, access] of Object.entries(pictureAccess)) {
    app.get(`/pictures/${folder}/:name`, (c) => {
      const name = c.req.param('name');
      // As it was sent: a parsed address would be written anew.
      const query = /\?.*$/.exec(c.env.incoming.url ?? '')?.[0] ?? '';
      return access({ name, query, port: new URL(c.req.url).port }) ?? send(c, name);
    });
  }
}

/** `/sandbox/…`: what was received and what shall go wrong, for people and for tests in other processes. */
export function addSandboxRoutes(app: Hono<AppEnv>, { log, faults }: AppContext): void {
  app.get('/sandbox/requests', (c) => c.json(log.entries.map(withoutKey)));
  app.delete('/sandbox/requests', (c) => {
    log.clear();
    return c.body(null, 204);
  });
  app.get('/sandbox/faults', (c) => c.json(listFaults()));
  app.put('/sandbox/fault', async (c) => {
    const setting = v.safeParse(faultSetting, parseJson(await c.req.text()));
    if (!setting.success) {
      throw badRequest(
        'invalid_value',
        null,
        'Send JSON: {"name": …, "value"?: …, "times"?: a whole number}.',
      );
    }
    faults.set(setting.output);
    return c.body(null, 204);
  });
  app.delete('/sandbox/fault', (c) => {
    faults.clear();
    return c.body(null, 204);
  });
}
