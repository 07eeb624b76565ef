import type { Hono } from 'hono';
import { checkAuthorization } from './api/authorization';
import type { AppContext, AppEnv } from './app-context';
import { GenerationCall } from './generation-call';

/** The part that speaks OpenAI's API, under /v1, and what relays add to it, under /api. */
export function addApiRoutes(app: Hono<AppEnv>, context: AppContext): void {
  const { options, faults } = context;

  app.get('/v1/models', (c) => {
    checkAuthorization(c.req.header('authorization'), options.key);
    return Response.json(c.get('dialect').models());
  });

  app.on('POST', ['/v1/images/generations', '/v1/images/generations/'], async (c) => {
    if (c.get('dialect').redirectsSlash && c.req.path.endsWith('/')) {
      return new Response(null, { status: 307, headers: { location: c.req.path.slice(0, -1) } });
    }
    const call = new GenerationCall(c, context);
    const chosen = faults.choose(call.received);
    if (!chosen) return call.answer();
    const entry = c.get('entry');
    entry.fault = chosen.name;
    const answer = await chosen.fault.answer(call, chosen.value);
    c.set('bare', answer !== undefined && chosen.fault.bare === true);
    if (answer) return answer;
    entry.fault = undefined;
    return call.answer();
  });

  app.get('/api/pricing', (c) => {
    const priceList = options.pricing ?? c.get('dialect').priceList;
    return priceList === undefined ? c.notFound() : Response.json(priceList);
  });
}
