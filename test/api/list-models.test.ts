import { describe, expect, it } from 'vitest';
import { listModels } from '@/utils/api/list-models';
import { createFakeFetch, jsonReply, silence, type FetchCall } from '../fakes/fetch';
import { openAiError } from '../fixtures/error-bodies';
import { hasRecordedReplies, readRecordedReply } from '../fixtures/recorded';

const SERVER = { baseUrl: 'https://api.example/v1', key: 'sk-secret' };

/** Lists the models of a server that answers so. */
async function list(answer: (call: FetchCall) => Response | Promise<Response>, timeoutMs = 5000) {
  const { fetch, calls } = createFakeFetch(answer);
  return { models: await listModels(fetch, SERVER, timeoutMs), call: calls[0] };
}

describe('listModels', () => {
  it('asks with the key and gives the ids', async () => {
    const { models, call } = await list(() =>
      jsonReply({ object: 'list', data: [{ id: 'dall-e-3', object: 'model' }, { id: 'gpt-image-1' }] }),
    );
    expect(models).toEqual(['dall-e-3', 'gpt-image-1']);
    expect(call?.url).toBe('https://api.example/v1/models');
    expect(call?.init.method).toBe('GET');
    expect([...(call?.headers ?? [])]).toEqual([['authorization', 'Bearer sk-secret']]);
  });

  it.each([
    ['a list without the word object', { data: [{ id: 'sd-cpp-local' }] }, ['sd-cpp-local']],
    ['entries that are none', { data: [null, 'x', { id: 7 }, { id: '' }, { id: 'a' }] }, ['a']],
    ['an empty list', { data: [] }, []],
  ])('takes %s', async (_, body, models) => {
    expect((await list(() => jsonReply(body))).models).toEqual(models);
  });

  it.each<[string, () => Response, object]>([
    [
      'a wrong key',
      () => jsonReply(openAiError({ code: 'invalid_api_key', message: 'Wrong: sk-secret' }), { status: 401 }),
      { kind: 'authentication', detail: 'Wrong: •••' },
    ],
    [
      'a server without a list',
      () => jsonReply(openAiError({}), { status: 404 }),
      { kind: 'wrongEndpoint', status: 404 },
    ],
    ['a web page', () => new Response('<html></html>'), { kind: 'wrongEndpoint', status: 200 }],
    ['something else', () => jsonReply({ data: 'none' }), { kind: 'unreadableReply' }],
  ])('refuses %s', async (_, answer, failure) => {
    await expect(list(answer)).rejects.toMatchObject({ failure });
  });

  it('gives up in the time it is given', async () => {
    await expect(list(silence, 1)).rejects.toMatchObject({ failure: { kind: 'timedOut' } });
  });

  it.skipIf(!hasRecordedReplies)('reads a recorded list', async () => {
    const { models } = await list(() => new Response(readRecordedReply('model_list')));
    expect(models).toHaveLength(112);
    expect(models).toContain('whisper-1');
  });
});
