import { expect, it } from 'vitest';
import { REQUEST_TIMEOUT_MS, send } from '@/utils/api/send';
import { FailureError } from '@/utils/core/failure';
import { createFakeFetch, silence } from '../fakes/fetch';

const ADDRESS = 'https://api.example:8443/v1/models';

const readText = (response: Response): Promise<string> => response.text();

it('gives what was read', async () => {
  const { fetch } = createFakeFetch(() => new Response('here'));
  expect(await send(fetch, ADDRESS, {}, undefined, readText)).toBe('here');
});

it('gives up a server that does not answer', async () => {
  const { fetch } = createFakeFetch(silence);
  await expect(send(fetch, ADDRESS, {}, undefined, readText, 1)).rejects.toMatchObject({
    failure: { kind: 'timedOut', host: 'api.example:8443' },
  });
});

it('gives up a server that stops in the middle of its answer', async () => {
  const { fetch, calls } = createFakeFetch(() => new Response('x'));
  const readForever = (): Promise<string> =>
    new Promise((_, reject) => {
      const { signal } = calls[0]?.init ?? {};
      signal?.addEventListener('abort', () => reject(signal.reason));
    });
  await expect(send(fetch, ADDRESS, {}, undefined, readForever, 1)).rejects.toMatchObject({
    failure: { kind: 'timedOut' },
  });
});

it('waits five minutes, as the words for it say', () => {
  expect(REQUEST_TIMEOUT_MS).toBe(5 * 60_000);
});

it('lets a failure of the reader through', async () => {
  const { fetch } = createFakeFetch(() => new Response('x'));
  const failure = new FailureError({ kind: 'noPicture' });
  const refuse = (): Promise<never> => Promise.reject(failure);
  await expect(send(fetch, ADDRESS, {}, undefined, refuse)).rejects.toBe(failure);
});
