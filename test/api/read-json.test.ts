import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { decodeBase64 } from '@/utils/api/decode-base64';
import { readJson } from '@/utils/api/read-json';

async function* inPieces(text: string, size: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const bytes = new TextEncoder().encode(text);
  for (let start = 0; start < bytes.length; start += size) {
    yield await Promise.resolve(bytes.subarray(start, start + size));
  }
}

/** Long enough to be taken for a picture. */
const BYTES = Uint8Array.from({ length: 20_000 }, (_, index) => index % 251);
const BASE64 = Buffer.from(BYTES).toString('base64');

const replySchema = v.object({ data: v.array(v.object({ b64_json: v.string() })) });

/** What stands in the first entry of a reply, decoded. */
async function firstPicture(text: string, size = 1000): Promise<Uint8Array | undefined> {
  const { body, decode } = await readJson(inPieces(text, size));
  const { data } = v.parse(replySchema, body);
  return decode(data[0]?.b64_json ?? '');
}

const reply = (base64: string): string => JSON.stringify({ data: [{ b64_json: base64 }] });

describe('the pictures of a JSON body', () => {
  it.each([
    ['bare', reply(BASE64)],
    ['as a data address', reply(`data:image/png;base64,${BASE64}`)],
    ['url-safe', reply(BASE64.replaceAll('+', '-').replaceAll('/', '_'))],
    ['with escaped slashes', reply(BASE64).replaceAll('/', '\\/')],
    ['with line breaks', reply(BASE64.replace(/.{76}/g, '$&\n'))],
    [
      'after a text with escaped quotes',
      reply(BASE64).replace('{"data"', '{"said":"a \\"fox\\" \\\\","data"'),
    ],
  ])('are decoded, %s', async (_, text) => {
    expect(await firstPicture(text)).toEqual(BYTES);
  });

  it('are no longer in the text', async () => {
    const { text } = await readJson(inPieces(reply(BASE64), 777));
    expect(text.length).toBeLessThan(200);
  });

  it('that are none stay as they are', async () => {
    const long = 'no base64! '.repeat(3000);
    const { body } = await readJson(inPieces(JSON.stringify({ long, short: BASE64.slice(0, 100) }), 777));
    expect(body).toEqual({ long, short: BASE64.slice(0, 100) });
  });

  it('that are short are decoded when they are asked for', async () => {
    expect(await firstPicture(reply('AQID'))).toEqual(Uint8Array.of(1, 2, 3));
  });
});

it('reads any JSON as it is, however it is cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.json(), fc.integer({ min: 1, max: 50 }), async (json, size) => {
      expect((await readJson(inPieces(json, size))).body).toEqual(JSON.parse(json));
    }),
  );
});

it('tells the text of what is no JSON', async () => {
  const text = 'upstream "said" no \\';
  expect(await readJson(inPieces(text, 3))).toMatchObject({ body: undefined, text });
});

it('never takes the name of a picture from a server', async () => {
  const { decode } = await readJson(inPieces('{}', 2));
  expect(decode('00000000/0')).toEqual(decodeBase64('00000000/0'));
});
