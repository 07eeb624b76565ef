import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createBase64Decoder } from '@/utils/api/decode-base64';

/** The bytes of a text that is added in pieces of this length. */
function decode(text: string, size = 7, limit = 1e6): readonly number[] | undefined {
  const decoder = createBase64Decoder(limit);
  for (let start = 0; start < text.length; start += size) decoder.add(text.slice(start, start + size));
  const bytes = decoder.finish();
  return bytes && [...bytes];
}

it.each([
  ['bare', '+/8=', [251, 255]],
  ['without padding', '+/8', [251, 255]],
  ['in the URL-safe alphabet', '-_8', [251, 255]],
  ['in the URL-safe alphabet with padding', '-_8=', [251, 255]],
  ['in lines', 'AAEC\r\nAwQF\n', [0, 1, 2, 3, 4, 5]],
])('reads base64 %s', (_, text, bytes) => {
  expect(decode(text)).toEqual(bytes);
});

it.each([
  '',
  ' \n',
  '!',
  'A',
  'AA=A',
  'AA==AAEC',
  'no base64, as the comma shows',
  'https://a.example/b.png',
])('does not read %j', (text) => {
  expect(decode(text)).toBeUndefined();
});

it('reads back whatever bytes were written, however they are cut', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 1, maxLength: 300 }),
      fc.constantFrom<BufferEncoding[]>('base64', 'base64url'),
      fc.integer({ min: 1, max: 90 }),
      (bytes, encoding, size) => {
        expect(decode(Buffer.from(bytes).toString(encoding), size)).toEqual([...bytes]);
      },
    ),
  );
});

it('reads more than one block', () => {
  const bytes = Uint8Array.from({ length: 200_000 }, (_, index) => (index * 7) % 251);
  const text = Buffer.from(bytes).toString('base64');
  expect(Buffer.from(decode(text, 10_000) ?? []).equals(bytes)).toBe(true);
  expect(Buffer.from(decode(text.replace(/.{76}/g, '$&\r\n'), 10_000) ?? []).equals(bytes)).toBe(true);
});

it('keeps nothing of what is larger than the limit', () => {
  const text = Buffer.alloc(200_000).toString('base64');
  expect(decode(text, 1000, 199_999)).toBeUndefined();
  expect(decode(text, 1000, 200_000)).toHaveLength(200_000);
});

it('gives the bytes before a character that is no base64', () => {
  const decoder = createBase64Decoder();
  decoder.add('AAECAw==)');
  expect([...decoder.decoded()]).toEqual([0, 1, 2, 3]);
  expect(decoder.finish()).toBeUndefined();
});
