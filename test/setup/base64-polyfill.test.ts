import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromBase64 } from './base64-polyfill';

it.each([
  ['an empty text', '', []],
  ['a full chunk', 'AAEC', [0, 1, 2]],
  ['a padded chunk of two digits', '/w==', [255]],
  ['two digits without padding', '/w', [255]],
  ['a padded chunk of three digits', '+/8=', [251, 255]],
  ['three digits without padding', '+/8', [251, 255]],
  ['ASCII white space anywhere', ' AA\tE\r\nC\f', [0, 1, 2]],
])('decodes %s', (_, text, bytes) => {
  expect([...fromBase64(text)]).toEqual(bytes);
});

it('takes the url-safe digits only with their alphabet', () => {
  expect([...fromBase64('-_8', { alphabet: 'base64url' })]).toEqual([251, 255]);
  expect(() => fromBase64('-_8')).toThrow(SyntaxError);
  expect(() => fromBase64('+/8', { alphabet: 'base64url' })).toThrow(SyntaxError);
});

it.each(['A', 'AAAAA', 'A===', 'AA=', 'AAA==', '====', 'AAAA=', 'AA==AA', 'AA*A', 'AAé=', 'AA\u00A0AA'])(
  'refuses %j',
  (text) => {
    expect(() => fromBase64(text)).toThrow(SyntaxError);
  },
);

it('gives back all bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const buffer = Buffer.from(bytes);
      expect([...fromBase64(buffer.toString('base64'))]).toEqual([...bytes]);
      expect([...fromBase64(buffer.toString('base64url'), { alphabet: 'base64url' })]).toEqual([...bytes]);
    }),
  );
});
