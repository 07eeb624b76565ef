import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listModels } from '@/utils/api/list-models';
import { createFakeFetch, piecewise } from '../fakes/fetch';
import { watchBlocks } from '../fakes/watch-blocks';
import { ask, together, type Asked } from './ask';

/** As long as a reply may take here, in milliseconds of the processor; what is quadratic takes many times as long. */
const TIME_LIMIT = 4000;

/** Longest time in which nothing else of the background runs, in milliseconds of the processor. */
const BLOCK_LIMIT = 600;

/** As much as may be stored of a reply besides its pictures, in characters. */
const STORED_LIMIT = 200_000;

const PIXEL = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

/** A body of this many repetitions between a beginning and an end, in pieces as a network gives them. */
function* repeated(first: string, part: string, times: number, last = ''): Generator<string> {
  yield first;
  const block = Math.max(1, Math.floor(65_536 / part.length));
  const piece = part.repeat(block);
  for (let left = times; left > 0; left -= block) yield left >= block ? piece : part.repeat(left);
  yield last;
}

interface Outcome extends Asked {
  readonly time: number;
  readonly block: number;
}

/** Asks a server that answers with these pieces, and watches how long that takes. */
async function survive(pieces: Iterable<string>, n = 1, status = 200): Promise<Outcome> {
  const watch = watchBlocks();
  const asked = await ask(() => piecewise(pieces, { status }), { n });
  const { longestMs: block, totalMs: time } = watch.stop();
  return { ...asked, time, block };
}

function countPictures({ events }: Asked): number {
  return events.reduce((sum, event) => sum + (event.kind === 'pictures' ? event.pictures.length : 0), 0);
}

/** All that would be stored besides the bytes of pictures. */
function stored({ events, failure }: Asked): string {
  return JSON.stringify([events, failure], (_, value: unknown) => (value instanceof Uint8Array ? '' : value));
}

/** The bounds that a request for one picture broke. */
function excessOf(outcome: Outcome): readonly string[] {
  const pictures = countPictures(outcome);
  const excess: Readonly<Record<string, boolean>> = {
    [`${outcome.time} ms`]: outcome.time >= TIME_LIMIT,
    [`a block of ${outcome.block} ms`]: outcome.block >= BLOCK_LIMIT,
    [`${stored(outcome).length} characters`]: stored(outcome).length >= STORED_LIMIT,
    [`${pictures} pictures`]: pictures > 6,
    'neither a picture nor a failure': pictures === 0 && outcome.failure === undefined,
  };
  return Object.keys(excess).filter((name) => excess[name]);
}

const ATTACKS: Readonly<Record<string, () => Iterable<string>>> = {
  'objects without end': () => repeated('{"data":[', '{},', 50_000_000),
  'lists within lists': () => repeated('{"data":', '[', 50_000_000),
  'objects within objects': () => repeated('', '{"a":', 20_000_000),
  'escaped quotes': () => repeated('{"data":[{"b64_json":"', '\\"', 8_000_000, '"}]}'),
  'escaped quotes without end': () => repeated('{"a":"', '\\"', 100_000_000),
  'escapes in pieces of two bytes': () =>
    Array.from({ length: 20_000 }, (_, place) => (place === 0 ? '"' : '\\"')),
  'white space without end': () => repeated('{"data":[', ' ', 100_000_000),
  'numbers without end': () => repeated('{"data":[', '1e308,', 30_000_000),
  'one number without end': () => repeated('{"created":', '9', 60_000_000),
  'keys without end': () => repeated('{', '"key":1,', 20_000_000),
  'the same key without end': () => repeated('{"data":', '[],"data":', 20_000_000),
  'lines of events without an empty one': () => repeated('', 'data:x\n', 20_000_000),
  'comments without end': () => repeated(': x\n\n', ': PING\n\n', 20_000_000),
  'empty events without end': () => repeated('', 'data: {}\n\n', 10_000_000),
  'an event name without end': () => repeated('event: ', 'x', 60_000_000),
  'a line without a colon': () => repeated('data: {}\n\n', 'x', 60_000_000),
  'a million items': () => repeated('{"data":[', '{"b64_json":"AA=="},', 700_000, '{}]}'),
  'addresses without end': () => repeated('{"data":[', '{"url":"https://a.example/1"},', 100_000, '{}]}'),
  'pictures without end': () => repeated('{"data":[', `{"b64_json":"${PIXEL}"},`, 60_000, '{}]}'),
  'errors without end': () => repeated('{"data":[', '{"error":{"message":"No."}},', 100_000, '{}]}'),
  'error events without end': () => repeated('', 'data: {"error":{"message":"No."}}\n\n', 100_000),
  'a revised prompt of megabytes': () =>
    repeated(`{"data":[{"b64_json":"${PIXEL}","revised_prompt":"`, 'fox ', 3_000_000, '"}]}'),
  'values of megabytes': () => repeated(`{"data":[{"b64_json":"${PIXEL}"}],"size":"`, 'x', 12_000_000, '"}'),
  'an address of megabytes': () => repeated('{"data":[{"url":"https://a.example/', 'x', 12_000_000, '"}]}'),
  'a page of megabytes': () => repeated('<html>', 'x', 12_000_000),
};

describe('a reply', () => {
  it.each(Object.keys(ATTACKS))('of %s is bounded in time and in what is stored', async (name) => {
    expect(excessOf(await survive(ATTACKS[name]?.() ?? []))).toEqual([]);
  });

  it.each(Object.keys(ATTACKS))('with an error status and %s is bounded, too', async (name) => {
    expect(excessOf(await survive(ATTACKS[name]?.() ?? [], 1, 500))).toEqual([]);
  });

  it('of more pictures than were asked for gives two more, and says how many were left out', async () => {
    const items = Array.from({ length: 50 }, () => ({ b64_json: PIXEL }));
    const outcome = await survive([JSON.stringify({ data: items })], 3);
    expect(countPictures(outcome)).toBe(5);
    expect(outcome.events.at(-1)).toMatchObject({ kind: 'summary', summary: { extraPictures: 45 } });
  });

  it('bounds what is said of a picture', async () => {
    const long = 'x'.repeat(100_000);
    const body = {
      data: [{ b64_json: PIXEL, revised_prompt: long }, { url: `https://a.example/${long}` }],
      size: long,
      quality: long,
    };
    const { events } = await survive([JSON.stringify(body)], 2);
    const [pictures, summary] = together(events);
    expect(
      pictures?.kind === 'pictures' && pictures.pictures.map(({ revisedPrompt }) => revisedPrompt?.length),
    ).toEqual([40_000]);
    expect(summary).toMatchObject({ summary: { actual: { size: 'x'.repeat(60), quality: 'x'.repeat(60) } } });
  });
});

describe('a list of models', () => {
  const list = (data: unknown) => {
    const { fetch } = createFakeFetch(() => Response.json({ data }));
    return listModels(fetch, { baseUrl: 'https://api.example/v1', timeoutMs: 10_000 }, 10_000);
  };

  it('of a hundred thousand is cut, and keeps those that draw', async () => {
    const others = Array.from({ length: 30_000 }, (_, index) => ({ id: `chat-${index}` }));
    const models = await list([...others, { id: 'gpt-image-2' }]);
    expect(models).toHaveLength(500);
    expect(models[0]).toEqual({ id: 'gpt-image-2' });
  });

  it.each([
    ['short entries', (index: number) => ({ id: `model-${index}` })],
    [
      'full entries',
      (index: number) => ({ id: `model-${index}`, object: 'model', created: 1, owned_by: 'x' }),
    ],
    [
      'entries above the limit of bytes',
      (index: number) => ({ id: `model-${index}`, owned_by: 'x'.repeat(200) }),
    ],
  ])('of a hundred thousand %s is read up to the limits', async (_, entry) => {
    const models = await list(Array.from({ length: 100_000 }, (_entry, index) => entry(index)));
    expect(models).toHaveLength(500);
    expect(models[0]).toEqual({ id: 'model-0' });
  });

  it('leaves out names that are none', async () => {
    expect(await list([{ id: 'x'.repeat(101) }, { id: 'x'.repeat(100) }, { id: 7 }, null])).toEqual([
      { id: 'x'.repeat(100) },
    ]);
  });
});

it('reads any mixture of good and hostile parts in bounded time, and an honest reply after it', async () => {
  const anyPart = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    '"',
    '\\',
    ',',
    ':',
    '\n',
    '\n\n',
    'data: ',
    'event: error\n',
    'null',
    '1e999',
    '-',
    '\u0000',
    '\u202e',
    '🦊',
    '"b64_json":"',
    PIXEL,
    `"b64_json":"${PIXEL}"`,
    '"url":"https://a.example/1"',
    '"error":{"message":"No."}',
    '[DONE]',
    '"data":[',
    '"type":"image_generation.completed"',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(anyPart, fc.constantFrom(1, 1, 1, 2, 50, 3000)), { maxLength: 12 }),
      fc.integer({ min: 1, max: 3000 }),
      async (parts, size) => {
        const text = parts.map(([part, times]) => part.repeat(times)).join('');
        // Few enough pieces that the stream itself does not take the time.
        const length = Math.max(size, Math.ceil(text.length / 2000));
        function* pieces(): Generator<string> {
          for (let start = 0; start < text.length; start += length) yield text.slice(start, start + length);
        }
        expect(excessOf(await survive(pieces()))).toEqual([]);
        const honest = await survive([JSON.stringify({ data: [{ b64_json: PIXEL }] })]);
        expect([countPictures(honest), honest.failure]).toEqual([1, undefined]);
      },
    ),
    { numRuns: 150 },
  );
}, 30_000);
