import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeBase64 } from '@/utils/api/decode-base64';

it.each([
  ['bare', '+/8=', [251, 255]],
  ['without padding', '+/8', [251, 255]],
  ['url-safe', '-_8', [251, 255]],
  ['url-safe with padding', '-_8=', [251, 255]],
  ['in lines', 'AAEC\r\nAwQF\n', [0, 1, 2, 3, 4, 5]],
  ['as a data: address', 'data:image/png;base64,+/8=', [251, 255]],
  ['as a data: address without a type', 'data:;base64,AAEC', [0, 1, 2]],
])('reads base64 %s', (_, text, bytes) => {
  expect([...(decodeBase64(text) ?? [])]).toEqual(bytes);
});

it.each([
  '',
  ' \n',
  'data:',
  'data:image/png;base64,',
  '!',
  'A',
  'AA=',
  'no base64, as the comma shows',
  'https://a.example/b.png',
])('does not read %j', (text) => {
  expect(decodeBase64(text)).toBeUndefined();
});

it('reads back whatever bytes were written', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 1, maxLength: 300 }),
      fc.constantFrom<BufferEncoding[]>('base64', 'base64url'),
      fc.constantFrom('', 'data:image/webp;base64,'),
      (bytes, encoding, prefix) => {
        const text = prefix + Buffer.from(bytes).toString(encoding);
        expect([...(decodeBase64(text) ?? [])]).toEqual([...bytes]);
      },
    ),
  );
});
