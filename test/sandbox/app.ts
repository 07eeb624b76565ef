import { Hono } from 'hono';
import type { AppContext, AppEnv } from './app-context';
import { errorBody, Refusal } from './api/refusal';
import { dialects } from './dialects/kinds';
import { apiHeaders, intercepted, logged, speaking } from './middleware';
import { addApiRoutes } from './api-routes';
import { addPictureRoutes, addSandboxRoutes } from './own-routes';

/** All that the sandbox answers, as one Hono app. */
export function createApp(context: AppContext): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const dialect = dialects[context.options.kind ?? 'openai'];
  app.use(speaking(dialect));
  for (const paths of ['/v1/*', '/pictures/*', '/generated-images/*', '/api/*']) {
    app.use(paths, logged(context.log), intercepted(context.options.intercept));
  }
  app.use('/v1/*', apiHeaders);
  addApiRoutes(app, context);
  addPictureRoutes(app, context);
  addSandboxRoutes(app, context);
  app.notFound((c) => {
    const message = `Invalid URL (${c.req.method} ${c.req.path})`;
    return c.json(errorBody({ message, type: 'invalid_request_error', param: null, code: null }), 404);
  });
  app.onError((error, c) => {
    if (error instanceof Refusal) {
      const { status, body } = c.get('dialect').refuse(error.details, c.get('requestId'));
      return Response.json(body, { status });
    }
    // A client that left is no fault of the server, and nobody reads the answer.
    if (c.env.incoming.complete && !c.env.outgoing.destroyed) console.error(error);
    const message = 'The sandbox itself failed. Its terminal says more.';
    return c.json(errorBody({ message, type: 'server_error', param: null, code: null }), 500);
  });
  return app;
}
