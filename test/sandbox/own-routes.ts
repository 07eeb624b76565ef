import type { Hono } from 'hono';
import type { AppContext, AppEnv } from './app-context';
import { drawPicture } from './drawing/picture';
import { withoutKey } from './request-log';

/** `GET /pictures/<id>.<format>`: pictures that were answered as addresses. No key is needed, as with signed links. */
export function addPictureRoute(app: Hono<AppEnv>, { options, shelf }: AppContext): void {
  app.get('/pictures/:name', async (c) => {
    const order = shelf.find(c.req.param('name'));
    if (!order) return c.notFound();
    if (options.picturesAllowCors) c.header('access-control-allow-origin', '*');
    return c.body(await drawPicture(order), 200, { 'content-type': `image/${order.format}` });
  });
}

/** `/sandbox/requests`: what was received, for people and for tests in other processes. */
export function addSandboxRoutes(app: Hono<AppEnv>, { log }: AppContext): void {
  app.get('/sandbox/requests', (c) => c.json(log.entries.map(withoutKey)));
  app.delete('/sandbox/requests', (c) => {
    log.clear();
    return c.body(null, 204);
  });
}
