import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonReply } from '../fakes/fetch';
import type { ReplyPicture } from '@/utils/core/request/image-reply';
import type { FailureKind } from '@/utils/core/failure/failure';
import { detectImageType } from '@/utils/core/picture/image-type';
import { ask, summaryOf, together, type Asked } from './ask';
import { hasRecordedReplies, readRecordedReply } from '../fixtures/recorded';

/** What comes of a reply with this body to a request for ten pictures. */
function reply(body: unknown): Promise<Asked> {
  return ask(() => jsonReply(body), { n: 10, server: { baseUrl: 'https://api.example/openai/v1' } });
}

async function picturesOf(body: unknown): Promise<readonly ReplyPicture[]> {
  const { events } = await reply(body);
  return together(events).flatMap((event) => (event.kind === 'pictures' ? event.pictures : []));
}

/** The sources of the pictures: bytes as numbers, addresses as text. */
async function sourcesOf(body: unknown): Promise<readonly (string | readonly number[])[]> {
  const pictures = await picturesOf(body);
  return pictures.map(({ source }) => (source.kind === 'bytes' ? Array.from(source.bytes) : source.address));
}

const SIGNED = 'https://images.example/a%20b.png?se=2023-06-01T15%3A42%3A20Z&sig=5%2BA6/z%3D&x=[1]';

const UNUSUAL = "https://images.example:443/a/../b.png?sig='5+A'|x";

describe('one picture', () => {
  it.each<[string, unknown, string | readonly number[]]>([
    ['base64', { b64_json: 'AAEC' }, [0, 1, 2]],
    ['base64 in url-safe letters', { b64_json: '-_8' }, [251, 255]],
    ['base64 with the beginning of a data: address', { b64_json: 'data:image/png;base64,AAEC' }, [0, 1, 2]],
    ['base64, and null for an address', { b64_json: 'AAEC', url: null, revised_prompt: null }, [0, 1, 2]],
    ['base64, which is preferred to an address', { b64_json: 'AAEC', url: SIGNED }, [0, 1, 2]],
    ['an address', { url: 'https://images.example/a.png' }, 'https://images.example/a.png'],
    [
      'an address with null for base64',
      { url: 'https://images.example/a.png', b64_json: null },
      'https://images.example/a.png',
    ],
    [
      'an address with empty base64',
      { url: 'https://images.example/a.png', b64_json: '' },
      'https://images.example/a.png',
    ],
    [
      'an address beside broken base64',
      { url: 'https://images.example/a.png', b64_json: '!' },
      'https://images.example/a.png',
    ],
    ['a signed address, untouched', { url: SIGNED }, SIGNED],
    ['an address that a browser would write otherwise', { url: UNUSUAL }, UNUSUAL],
    ['an address of plain http', { url: 'http://localhost:8080/a.png' }, 'http://localhost:8080/a.png'],
    ['an address without scheme', { url: '//images.example/a.png' }, 'https://images.example/a.png'],
    ['a path on the server itself', { url: '/files/a.png?x=%2B' }, 'https://api.example/files/a.png?x=%2B'],
    ['a data: address', { url: 'data:image/webp;base64,AAEC' }, [0, 1, 2]],
    ['a path without a beginning', { url: 'files/a.png' }, 'https://api.example/files/a.png'],
    ['a data: address in capitals', { url: 'DATA:image/png;base64,AAEC' }, [0, 1, 2]],
    ['an address in image_url', { image_url: 'https://a.example/1' }, 'https://a.example/1'],
    [
      'an address inside image_url',
      { image_url: { url: 'https://images.example/a.png' } },
      'https://images.example/a.png',
    ],
    ['nothing but the address', 'https://images.example/a.png', 'https://images.example/a.png'],
    ['nothing but a data: address', 'data:image/png;base64,AAEC', [0, 1, 2]],
  ])('is read from %s', async (_, entry, source) => {
    expect(await sourcesOf({ created: 1, data: [entry] })).toEqual([source]);
  });

  it('keeps its revised prompt; an empty one is none', async () => {
    const data = [
      { b64_json: 'AAEC', revised_prompt: 'a red fox' },
      { b64_json: 'AAEC', revised_prompt: '' },
      { b64_json: 'AAEC', revised_prompt: null },
    ];
    const pictures = await picturesOf({ data });
    expect(pictures.map((picture) => picture.revisedPrompt)).toEqual(['a red fox', undefined, undefined]);
    expect(pictures.map((picture) => 'revisedPrompt' in picture)).toEqual([true, false, false]);
  });
});

describe('several pictures', () => {
  it('keep their order', async () => {
    expect(
      await sourcesOf({ data: [{ b64_json: 'AA==' }, { url: 'https://a.example/1' }, { b64_json: 'AQ==' }] }),
    ).toEqual([[0], 'https://a.example/1', [1]]);
  });

  it('are read from images where data is missing', async () => {
    expect(await sourcesOf({ images: [{ url: 'https://a.example/1' }] })).toEqual(['https://a.example/1']);
    expect(await sourcesOf({ data: null, images: ['https://a.example/1'] })).toEqual(['https://a.example/1']);
  });

  it('are read once where they are written twice', async () => {
    const list = [{ url: 'https://a.example/1' }];
    expect(await sourcesOf({ images: list, data: list })).toEqual(['https://a.example/1']);
    expect(await sourcesOf({ images: list, data: [] })).toEqual(['https://a.example/1']);
  });

  it('do without those that are withheld', async () => {
    const data = [{ url: 'https://a.example/1', respect_moderation: false }, { b64_json: 'AQ==' }];
    expect(await sourcesOf({ data })).toEqual([[1]]);
  });

  it('do without those that cannot be read', async () => {
    expect(await sourcesOf({ data: [{ b64_json: '!' }, { b64_json: 'AQ==' }, {}, null] })).toEqual([[1]]);
  });
});

describe('no picture', () => {
  it.each<[string, unknown, FailureKind]>([
    ['an empty list', { created: 1, data: [] }, 'noPicture'],
    [
      'entries without anything',
      { data: [{ revised_prompt: 'x' }, {}, { b64_json: '', url: '' }, null, 7] },
      'noPicture',
    ],
    ['null', null, 'unreadableReply'],
    ['a text', 'data', 'unreadableReply'],
    ['an object of something else', { object: 'list' }, 'unreadableReply'],
    ['an error', { error: { message: 'x' } }, 'serverError'],
    ['nothing but broken base64', { data: [{ b64_json: '<html>' }] }, 'unreadableReply'],
    ['an address of another kind', { data: [{ url: 'ftp://a.example/1' }] }, 'unreadableReply'],
    ['a script', { data: [{ url: 'javascript:alert(1)' }] }, 'unreadableReply'],
    [
      'a drawing that can carry scripts',
      { data: [{ url: 'data:image/svg+xml;utf8,<svg/>' }] },
      'unreadableReply',
    ],
    [
      'only withheld ones',
      { data: [{ url: 'https://a.example/1', respect_moderation: false }] },
      'contentBlocked',
    ],
  ])('in a reply with %s', async (_, body, kind) => {
    const { events, failure } = await reply(body);
    expect(events).toEqual([]);
    expect(failure).toMatchObject({ kind });
  });
});

describe('what the server says of itself', () => {
  const data = [{ b64_json: 'AAEC' }];

  it('is kept', async () => {
    const { events } = await reply({
      data,
      size: '1024x1536',
      quality: 'medium',
      background: 'opaque',
      output_format: 'png',
      usage: {
        total_tokens: 2116,
        input_tokens: 4,
        output_tokens: 2112,
        input_tokens_details: { text_tokens: 4, image_tokens: 0 },
        output_tokens_details: { text_tokens: 12, image_tokens: 2100 },
      },
    });
    const summary = summaryOf(events);
    expect(summary?.actual).toEqual({
      size: '1024x1536',
      quality: 'medium',
      background: 'opaque',
      outputFormat: 'png',
    });
    expect(summary?.usage).toEqual({
      totalTokens: 2116,
      inputTokens: 4,
      outputTokens: 2112,
      inputTextTokens: 4,
      inputImageTokens: 0,
      outputTextTokens: 12,
      outputImageTokens: 2100,
    });
  });

  it.each([
    ['nothing', {}],
    ['nulls', { size: null, quality: null, usage: null }],
    ['empty texts', { size: '', output_format: ' ', usage: {} }],
    ['what cannot be', { size: 1024, usage: { total_tokens: -1, input_tokens: '4', output_tokens: null } }],
  ])('is absent, not zero, when it says %s', async (_, said) => {
    const { events } = await reply({ data, ...said });
    expect(summaryOf(events)).toEqual({ actual: {} });
  });
});

describe('usage', () => {
  it.each<[string, object, object]>([
    [
      'in the words of chat completions',
      { prompt_tokens: 4, completion_tokens: 9, total_tokens: 13, cost: 0.04 },
      { usage: { inputTokens: 4, outputTokens: 9, totalTokens: 13 }, reportedCost: 0.04 },
    ],
    [
      'in both words, one of them without numbers',
      {
        prompt_tokens: 4,
        completion_tokens: 9,
        input_tokens: 0,
        output_tokens: 0,
        input_tokens_details: null,
      },
      { usage: { inputTokens: 4, outputTokens: 9 } },
    ],
    [
      'in both words',
      { prompt_tokens: 1, completion_tokens: 2, input_tokens: 4, output_tokens: 9 },
      { usage: { inputTokens: 4, outputTokens: 9 } },
    ],
    [
      'with details in the other words',
      { prompt_tokens: 4, prompt_tokens_details: { text_tokens: 3, image_tokens: 1, cached_tokens: 0 } },
      { usage: { inputTokens: 4, inputTextTokens: 3, inputImageTokens: 1 } },
    ],
    [
      'with details that divide nothing',
      { output_tokens: 9, output_tokens_details: { text_tokens: 0, image_tokens: 0 } },
      { usage: { outputTokens: 9 } },
    ],
    ['that is nothing as unknown', { input_tokens: 0, output_tokens: 0, total_tokens: 0 }, {}],
    ['with a cost that cannot be', { cost: -1 }, {}],
    ['with a cost only', { cost: 0.02 }, { reportedCost: 0.02 }],
    ['with a cost of zero as unknown', { cost: 0 }, {}],
  ])('is read %s', async (_, usage, summary) => {
    const { events } = await reply({ data: [{ b64_json: 'AAEC' }], usage });
    expect(summaryOf(events)).toEqual({ actual: {}, ...summary });
  });
});

describe.skipIf(!hasRecordedReplies)('recorded replies', () => {
  it('with base64 give the very picture', async () => {
    const pictures = await picturesOf(JSON.parse(readRecordedReply('image_create_b64_json')));
    const source = pictures[0]?.source;
    const bytes = source?.kind === 'bytes' ? source.bytes : new Uint8Array();
    expect(pictures).toHaveLength(1);
    expect(detectImageType(bytes)).toBe('image/png');
    const digest = (from: Uint8Array): string => createHash('sha256').update(from).digest('hex');
    const written = /"b64_json":\s*"([^"]+)"/.exec(readRecordedReply('image_create_b64_json'))?.[1] ?? '';
    expect(digest(bytes)).toBe(digest(Buffer.from(written, 'base64')));
  });

  it('with a signed address give it as it is written', async () => {
    const text = readRecordedReply('image_create');
    const [address] = await sourcesOf(JSON.parse(text));
    expect(address).toMatch(/%3A.*%2B.*%3D/);
    expect(text).toContain(`"${String(address)}"`);
  });
});

it('takes any JSON without a fault', async () => {
  const anyEntry = fc.oneof(
    fc.jsonValue(),
    fc.record({ b64_json: fc.jsonValue(), url: fc.oneof(fc.webUrl(), fc.jsonValue()) }, { requiredKeys: [] }),
  );
  const anyBody = fc.oneof(
    fc.jsonValue(),
    fc.record({
      data: fc.oneof(fc.array(anyEntry), fc.jsonValue()),
      usage: fc.jsonValue(),
      size: fc.jsonValue(),
    }),
  );
  await fc.assert(
    fc.asyncProperty(anyBody, async (body) => {
      const pictures = await picturesOf(body);
      const isUsable = pictures.every(({ source }) =>
        source.kind === 'address' ? URL.canParse(source.address) : source.bytes.byteLength > 0,
      );
      expect(isUsable).toBe(true);
    }),
  );
});
