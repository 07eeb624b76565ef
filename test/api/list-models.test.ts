import { describe, expect, it } from 'vitest';
import { listModels } from '@/utils/api/list-models';
import { createFakeFetch, jsonReply, opaqueRedirect, silence, type FetchCall } from '../fakes/fetch';
import { openAiError } from '../fixtures/error-bodies';
import { hasRecordedReplies, readRecordedReply } from '../fixtures/recorded';

const SERVER = { baseUrl: 'https://api.example/v1', key: 'sk-secret', timeoutMs: 1 };

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
    expect(models).toEqual([{ id: 'dall-e-3' }, { id: 'gpt-image-1' }]);
    expect(call?.url).toBe('https://api.example/v1/models');
    expect(call?.init.method).toBe('GET');
    expect([...(call?.headers ?? [])]).toEqual([['authorization', 'Bearer sk-secret']]);
  });

  it.each([
    ['a list without the word object', { data: [{ id: 'sd-cpp-local' }] }, ['sd-cpp-local']],
    ['entries that are none', { data: [null, 'x', { id: 7 }, { id: '' }, { id: 'a' }] }, ['a']],
    ['an empty list', { data: [] }, []],
    ['a list under another name', { models: [{ name: 'a' }] }, ['a']],
    ['a bare list', [{ id: 'a' }, { id: 'b' }], ['a', 'b']],
    ['a list that says success', { success: true, data: [{ id: 'a' }] }, ['a']],
  ])('takes %s', async (_, body, models) => {
    expect((await list(() => jsonReply(body))).models.map(({ id }) => id)).toEqual(models);
  });

  it('asks with the headers of the person', async () => {
    const { fetch, calls } = createFakeFetch(() => jsonReply({ data: [] }));
    await listModels(fetch, { ...SERVER, headers: { 'api-key': 'azure' } }, 5000);
    expect(calls[0]?.headers.get('api-key')).toBe('azure');
    expect(calls[0]?.init.redirect).toBe('manual');
  });

  it.each<[string, object, object]>([
    ['the day it retires', { shutdown_date: '2026-12-01' }, { retiresOn: '2026-12-01' }],
    ['no day', { shutdown_date: null }, {}],
    ['a day that is none', { shutdown_date: '2026-02-30' }, {}],
    ['another way to write a day', { shutdown_date: 'Dec 1, 2026' }, {}],
    ['a moment', { shutdown_date: '2026-12-01T00:00:00Z' }, {}],
    [
      'what it can be asked for',
      { supported_endpoint_types: ['image-generation', 7, ''] },
      { endpointTypes: ['image-generation'] },
    ],
    ['what it can be asked for, wrongly', { supported_endpoint_types: 'image' }, {}],
  ])('tells of a model %s', async (_, said, told) => {
    const { models } = await list(() => jsonReply({ data: [{ id: 'a', ...said }] }));
    expect(models).toEqual([{ id: 'a', ...told }]);
  });

  it.each<[string, () => Response, object]>([
    ['a redirect', opaqueRedirect, { kind: 'redirected', host: 'api.example' }],
    [
      'a failure that calls itself a success',
      () => jsonReply({ success: false, message: '无效的令牌' }),
      { kind: 'authentication', detail: '无效的令牌' },
    ],
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
    expect(models).toContainEqual({ id: 'whisper-1' });
  });
});
