import { describe, expect, it } from 'vitest';
import { nameWords, pictureWords } from '@/utils/core/picture/picture-words';

function chunk(kind: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(kind), data, Buffer.alloc(4)]);
}

const png = (...chunks: readonly Buffer[]): Uint8Array =>
  Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks]);

const text = (keyword: string, words: string): Buffer =>
  chunk('tEXt', Buffer.concat([Buffer.from(`${keyword}\0`), Buffer.from(words, 'latin1')]));

const international = (keyword: string, words: string, compressed = 0): Buffer =>
  chunk(
    'iTXt',
    Buffer.concat([Buffer.from(`${keyword}\0`), Buffer.of(compressed, 0, 0, 0), Buffer.from(words)]),
  );

const xmp = (words: string): string =>
  `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${words}</rdf:li></rdf:Alt></dc:description>`;

describe('the words in a picture', () => {
  it.each([
    ['Description in Latin letters', png(text('Description', 'Une forêt')), { prompt: 'Une forêt' }],
    ['Description in any script', png(international('Description', '雪中的狐狸')), { prompt: '雪中的狐狸' }],
    [
      'parameters with settings behind them',
      png(text('parameters', 'a fox\nNegative prompt: ugly\nSteps: 20, Model: flux-dev, Seed: 1')),
      { prompt: 'a fox', model: 'flux-dev' },
    ],
    [
      'a graph of nodes',
      png(text('prompt', '{"3":{"inputs":{}}}'), text('title', 'A fox')),
      { prompt: 'A fox' },
    ],
    ['packed words', png(international('Description', 'x', 1)), {}],
    ['nothing', png(), {}],
    ['a chunk that is cut', png(text('Description', 'a fox')).subarray(0, 20), {}],
  ])('%s', (_, bytes, words) => {
    expect(pictureWords(bytes, 'image/png')).toEqual(words);
  });

  it('are read from the XMP of other formats', () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from(xmp('a fox &amp; a hen'))]);
    expect(pictureWords(bytes, 'image/jpeg')).toEqual({ prompt: 'a fox & a hen' });
  });

  it('are looked for at the end, too', () => {
    const bytes = Buffer.concat([Buffer.alloc(600_000), Buffer.from(xmp('a late fox'))]);
    expect(pictureWords(bytes, 'image/webp')).toEqual({ prompt: 'a late fox' });
  });
});

describe('the words in a name', () => {
  it.each([
    ['a fox in snow 1a2b3c4d.png', 'a fox in snow'],
    ['雪中的狐狸.webp', '雪中的狐狸'],
    ['IMG_2031.jpeg', 'IMG_2031'],
    ['.png', '.png'],
  ])('%s', (name, words) => {
    expect(nameWords(name)).toBe(words);
  });
});
