import { expect, it } from 'vitest';
import { withExchange, type Exchange } from '@/utils/api/send';
import { FailureError } from '@/utils/core/failure/failure';
import { createFakeFetch, silence } from '../fakes/fetch';

const ADDRESS = 'https://api.example:8443/v1/models';

/** Does some work with a server that answers so. */
function exchange<Value>(
  answer: () => Response | Promise<Response>,
  work: (exchange: Exchange) => Promise<Value>,
  timeoutMs = 5000,
): Promise<Value> {
  const { fetch } = createFakeFetch(answer);
  return withExchange({ fetch, address: ADDRESS, timeoutMs, now: Date.now }, work);
}

const here = (): Response => new Response('here');

it('gives what was read', async () => {
  expect(await exchange(here, async ({ send }) => (await send(ADDRESS, {})).text())).toBe('here');
});

it('gives up a server that does not answer', async () => {
  await expect(exchange(silence, ({ send }) => send(ADDRESS, {}), 1)).rejects.toMatchObject({
    failure: { kind: 'timedOut', host: 'api.example:8443' },
  });
});

it('gives up a server that stops in the middle of its answer', async () => {
  const endless = (): Response =>
    new Response(new ReadableStream({ pull: () => new Promise(() => undefined) }));
  const work = async ({ send }: Exchange): Promise<string> => (await send(ADDRESS, {})).text();
  await expect(exchange(endless, work, 1)).rejects.toMatchObject({ failure: { kind: 'timedOut' } });
});

it('lets a failure of the reader through', async () => {
  const failure = new FailureError({ kind: 'noPicture' });
  await expect(exchange(here, () => Promise.reject(failure))).rejects.toBe(failure);
});
