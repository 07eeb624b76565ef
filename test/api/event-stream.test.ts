import { describe, expect, it } from 'vitest';
import { piecewise } from '../fakes/fetch';
import { completed, preview, responseEvent, writeStream, type StreamFrame } from '../fixtures/event-streams';
import { ask, outline, summaryOf, type Asked } from './ask';

const HEADERS = { headers: { 'content-type': 'text/event-stream; charset=utf-8', 'x-request-id': 'req-1' } };
const DONE = completed({ b64_json: 'AAEC' });
const ECHO = { size: '1024x1024', quality: 'high', background: 'opaque', outputFormat: 'png' };

/** What comes of a server that streams this. */
function stream(frames: string | readonly (StreamFrame | string)[], n = 1): Promise<Asked> {
  return ask(() => new Response(typeof frames === 'string' ? frames : writeStream(frames), HEADERS), { n });
}

async function outlineOf(frames: string | readonly (StreamFrame | string)[]): Promise<readonly string[]> {
  const { events, failure } = await stream(frames);
  return failure ? [...outline(events), failure.kind] : outline(events);
}

describe('a stream', () => {
  it('gives previews, the picture and what it says at the end', async () => {
    const usage = { total_tokens: 12, input_tokens: 2, output_tokens: 10 };
    const { events } = await stream([
      preview(0, 'AA=='),
      preview(1, 'AQ=='),
      completed({ b64_json: 'AAEC', revised_prompt: 'a red fox', usage }),
    ]);
    expect(events).toEqual([
      { kind: 'preview', preview: { bytes: Uint8Array.of(0) } },
      { kind: 'preview', preview: { bytes: Uint8Array.of(1) } },
      {
        kind: 'pictures',
        pictures: [{ source: { kind: 'bytes', bytes: Uint8Array.of(0, 1, 2) }, revisedPrompt: 'a red fox' }],
      },
      {
        kind: 'summary',
        summary: {
          actual: ECHO,
          usage: { totalTokens: 12, inputTokens: 2, outputTokens: 10 },
          requestId: 'req-1',
        },
      },
    ]);
  });

  it('gives each of several pictures as it is finished, and adds up what they took', async () => {
    const usage = { total_tokens: 10, output_tokens: 8, cost: 0.25 };
    const { events } = await stream([
      completed({ b64_json: 'AA==', usage }),
      preview(0, 'AQ=='),
      completed({ url: 'https://images.example/a.png', usage: { ...usage, input_tokens: 2 } }),
    ]);
    expect(outline(events)).toEqual([
      'picture 0',
      'preview 1',
      'picture https://images.example/a.png',
      'summary',
    ]);
    expect(summaryOf(events)?.usage).toEqual({ totalTokens: 20, outputTokens: 16, inputTokens: 2 });
    expect(summaryOf(events)?.reportedCost).toBe(0.5);
  });

  it('may bring previews after the picture, in the order they come', async () => {
    expect(await outlineOf([DONE, preview(0, 'AA==')])).toEqual(['picture 0,1,2', 'preview 0', 'summary']);
  });

  const text = writeStream([preview(0, 'AA=='), DONE]);
  const wanted = ['preview 0', 'picture 0,1,2', 'summary'];

  it.each<[string, string]>([
    ['with line feeds', text],
    ['with carriage returns', text.replaceAll('\n', '\r')],
    ['with both', text.replaceAll('\n', '\r\n')],
    ['without the last blank line', text.trimEnd()],
    ['with carriage returns and without the last blank line', text.trimEnd().replaceAll('\n', '\r')],
    ['without names', text.replace(/^event: .*\n/gm, '')],
    ['with names only', text.replace(/"type":"[^"]+",/g, '')],
    ['without the space after the colon', text.replace(/^(event|data): /gm, '$1:')],
    ['with comments', `: PING\n\n${text.replaceAll('\n\n', '\n\n: PING\n\n')}`],
    ['with ids and times', `retry: 3000\nid: 1\n${text}`],
    ['with JSON on several lines', text.replace(/,"b64_json"/g, '\ndata: ,"b64_json"')],
    ['with blank lines before', `\n\n\r\n${text}`],
    ['with a byte order mark', `\uFEFF${text}`],
    ['that says when it is over', `${text}data: [DONE]\n\n`],
    ['with empty data', `data:\n\n${text}data: \n\n`],
    [
      'with what nobody knows',
      `${writeStream([{ data: { type: 'image_generation.queued', id: 'x' } }])}${text}`,
    ],
    ['with what is no JSON', `data: hello\n\n${text}data: {"type":"image_gener\n\n`],
  ])('is read %s', async (_, written) => {
    expect(await outlineOf(written)).toEqual(wanted);
  });

  it('is over with [DONE], even when the line stays open', async () => {
    let isCancelled = false;
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode(`${text}data: [DONE]\n\n`)),
      cancel() {
        isCancelled = true;
      },
    });
    const { events } = await ask(() => new Response(body, HEADERS));
    expect(outline(events)).toEqual(wanted);
    await expect.poll(() => isCancelled).toBe(true);
  });

  it.each(['application/json', 'text/plain', ''])('is known by its beginning, called %j', async (type) => {
    const headers = { 'content-type': type };
    const { events } = await ask(() => new Response(`\n${text}`, { headers }));
    expect(outline(events)).toEqual(wanted);
  });

  it('may be of the edits', async () => {
    const edits = text.replaceAll('image_generation', 'image_edit');
    expect(await outlineOf(edits)).toEqual(wanted);
  });

  it('may bring a whole reply as one event', async () => {
    const data = [{ b64_json: 'AA==' }, { url: '/a.png' }];
    const { events } = await stream([{ data: { created: 1, data, usage: { total_tokens: 3 } } }, '[DONE]']);
    expect(outline(events)).toEqual(['picture 0', 'picture https://api.example/a.png', 'summary']);
    expect(summaryOf(events)?.usage).toEqual({ totalTokens: 3 });
  });

  it('may bring a reply that says how well it went', async () => {
    const data = [{ b64_json: 'AAEC' }];
    expect(await outlineOf([{ data: { code: 0, message: 'success', data } }])).toEqual([
      'picture 0,1,2',
      'summary',
    ]);
  });

  it('may bring the pictures of the Responses API, and their list at the end', async () => {
    const item = {
      type: 'image_generation_call',
      status: 'completed',
      result: 'AAEC',
      revised_prompt: 'a red fox',
      size: '1024x1024',
    };
    const { events } = await stream([
      responseEvent('created', { response: { error: null, output: [] } }),
      responseEvent('image_generation_call.partial_image', { partial_image_b64: 'AA==' }),
      responseEvent('output_item.done', { item: { type: 'message' } }),
      responseEvent('output_item.done', { item }),
      responseEvent('completed', {
        response: {
          error: null,
          output: [{ type: 'message' }, item, { ...item, result: 'AQ==' }],
          usage: { total_tokens: 9 },
        },
      }),
    ]);
    expect(outline(events)).toEqual(['preview 0', 'picture 0,1,2', 'picture 1', 'summary']);
    expect(summaryOf(events)).toMatchObject({ actual: { size: '1024x1024' }, usage: { totalTokens: 9 } });
  });
});

describe('a stream that fails', () => {
  it.each<[string, unknown, object]>([
    [
      'an error as OpenAI writes it',
      {
        type: 'error',
        error: { type: 'image_generation_user_error', code: 'moderation_blocked', message: 'No.' },
      },
      { kind: 'contentBlocked', code: 'moderation_blocked', detail: 'No.', status: 200, requestId: 'req-1' },
    ],
    [
      'a flat error',
      { type: 'error', code: 'rate_limit_exceeded', message: 'Slow down.' },
      { kind: 'rateLimited', detail: 'Slow down.' },
    ],
    [
      'an error without type',
      { error: { message: 'No sk-secret here.' } },
      { kind: 'serverError', detail: 'No ••• here.' },
    ],
    ['a sentence', { error: 'out of memory' }, { kind: 'serverError', detail: 'out of memory' }],
    ['an error of a relay', { type: 'upstream_error', message: 'x' }, { kind: 'serverError', detail: 'x' }],
    ['no words', { type: 'error' }, { kind: 'serverError' }],
    ['no success', { success: false, message: '余额不足' }, { kind: 'quotaExhausted' }],
    ['a code and a message', { code: 'insufficient_quota', message: 'No.' }, { kind: 'quotaExhausted' }],
    ['a status as code', { error: { code: 429, message: 'No.' } }, { kind: 'rateLimited' }],
    [
      'a response that failed',
      { type: 'response.failed', response: { error: { code: 'server_error', message: 'Broke.' } } },
      { kind: 'serverError', code: 'server_error', detail: 'Broke.' },
    ],
    [
      'a refused parameter',
      { error: { code: 'unknown_parameter', message: "Unknown parameter: 'style'." } },
      { kind: 'invalidParameter', parameter: 'style' },
    ],
  ])('with %s keeps what came before', async (_, data, failure) => {
    const frames = [preview(0, 'AA=='), DONE, { data }, preview(1, 'AA==')];
    const asked = await stream(frames, 2);
    expect(outline(asked.events)).toEqual(['preview 0', 'picture 0,1,2', 'preview 0', 'summary']);
    expect(asked.failure).toMatchObject(failure);
    expect((await stream(frames)).failure).toBeUndefined();
  });

  it.each<[string, string | readonly (StreamFrame | string)[], readonly string[]]>([
    ['with previews only', [preview(0, 'AA==')], ['preview 0', 'incompleteStream']],
    ['without anything', '', ['incompleteStream']],
    ['with comments only', ': PING\n\n: PING\n\n', ['incompleteStream']],
    ['with [DONE] only', ['[DONE]'], ['incompleteStream']],
    [
      'in the middle of its picture',
      writeStream([preview(0, 'AA=='), DONE]).slice(0, -20),
      ['preview 0', 'incompleteStream'],
    ],
    ['with nothing that can be read', 'data: hello\n\ndata: there\n\n', ['unreadableReply']],
    ['with a picture that cannot be read', [completed({ b64_json: '!' })], ['unreadableReply']],
    ['with a picture that is withheld', [completed({ respect_moderation: false })], ['contentBlocked']],
    ['with an empty list', [{ data: { created: 1, data: [] } }], ['noPicture']],
    ['with a task', [{ data: { task_id: 'x' } }], ['asynchronousServer']],
  ])('ends %s', async (_, frames, wanted) => {
    expect(await outlineOf(frames)).toEqual(wanted);
  });

  it('breaks after a picture, which stays', async () => {
    const written = writeStream([preview(0, 'AA=='), DONE, preview(0, 'AA==')]).slice(0, -9);
    const answer = () => piecewise([written, new TypeError('terminated')], HEADERS);
    const two = await ask(answer, { n: 2 });
    expect(outline(two.events)).toEqual(['preview 0', 'picture 0,1,2', 'preview 0', 'summary']);
    expect(two.failure).toEqual({ kind: 'connectionBroken', host: 'api.example' });
    const one = await ask(answer);
    expect(outline(one.events)).toEqual(['preview 0', 'picture 0,1,2', 'preview 0', 'summary']);
    expect(one.failure).toBeUndefined();
  });

  it('is stopped by the person between two events', async () => {
    const controller = new AbortController();
    const reason = new Error('stopped by the person');
    function* pieces(): Generator<string> {
      yield writeStream([preview(0, 'AA==')]);
      controller.abort(reason);
      yield writeStream([DONE]);
    }
    const asked = await ask(() => piecewise(pieces(), HEADERS), { signal: controller.signal });
    expect(asked.thrown).toBe(reason);
  });
});
