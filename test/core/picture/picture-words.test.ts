import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inflate } from '@/utils/archive/inflate';
import type { ImageType } from '@/utils/core/picture/image-type';
import { nameWords, pictureWords } from '@/utils/core/picture/picture-words';
import {
  chunk,
  png,
  text,
  international,
  xmp,
  packed,
  exif,
  jpeg,
  EXIF,
  withExif,
  webp,
  utf16,
} from '../../fixtures/picture-texts';

const UNICODE = Buffer.from('UNICODE\0');
const FOX = '雪中的狐狸 a fox';
const SETTINGS = `${FOX}\nNegative prompt: ugly\nSteps: 20, Model: flux-dev, Seed: 1`;

const GRAPH = {
  '3': { class_type: 'KSampler', inputs: { positive: ['12', 0], negative: ['7', 0], seed: 1 } },
  '4': { class_type: 'CheckpointLoaderSimple', inputs: { ckpt_name: 'demo-xl.safetensors' } },
  '6': { class_type: 'CLIPTextEncode', inputs: { text: ['9', 0], clip: ['4', 1] } },
  '7': { class_type: 'CLIPTextEncode', inputs: { text: 'ugly' } },
  '9': { class_type: 'PrimitiveString', inputs: { value: FOX } },
  '12': { class_type: 'FluxGuidance', inputs: { conditioning: ['6', 0], guidance: 3 } },
};

/** The same graph as ComfyUI shows it. */
const WORKFLOW = {
  nodes: [
    { id: 3, type: 'KSampler', inputs: [{ name: 'positive', link: 1 }], widgets_values: [7, 'randomize'] },
    { id: 4, type: 'CheckpointLoaderSimple', widgets_values: ['demo-xl.safetensors'] },
    { id: 7, type: 'CLIPTextEncode', inputs: [{ name: 'clip', link: 9 }], widgets_values: ['ugly'] },
    { id: 6, type: 'CLIPTextEncode', inputs: [{ name: 'clip', link: 9 }], widgets_values: [FOX] },
  ],
  links: [
    [1, 6, 0, 3, 1, 'CONDITIONING'],
    [9, 4, 1, 6, 0, 'CLIP'],
  ],
};

const wordsIn = (bytes: Uint8Array, type: ImageType = 'image/png') => pictureWords(bytes, type, inflate);

describe('the words in a PNG', () => {
  it.each([
    ['Description in Latin-1', png(text('Description', 'Une forêt')), { prompt: 'Une forêt' }],
    ['Description in any script', png(international('Description', '雪中的狐狸')), { prompt: '雪中的狐狸' }],
    [
      'parameters with settings behind them',
      png(text('parameters', 'a fox\nNegative prompt: ugly\nSteps: 20, Model: flux-dev, Seed: 1')),
      { prompt: 'a fox', model: 'flux-dev' },
    ],
    [
      'UTF-8 where the format says Latin-1',
      png(chunk('tEXt', Buffer.from(`parameters\0${SETTINGS}`))),
      { prompt: FOX, model: 'flux-dev' },
    ],
    ['packed words', png(packed('parameters', SETTINGS)), { prompt: FOX, model: 'flux-dev' }],
    [
      'packed words in any script',
      png(
        chunk(
          'iTXt',
          Buffer.concat([
            Buffer.from('parameters\0'),
            Buffer.of(1, 0, 0, 0),
            deflateSync(Buffer.from(SETTINGS)),
          ]),
        ),
      ),
      { prompt: FOX, model: 'flux-dev' },
    ],
    [
      'a graph of ComfyUI',
      png(text('prompt', JSON.stringify(GRAPH).replace(FOX, 'a fox'))),
      { prompt: 'a fox', model: 'demo-xl' },
    ],
    [
      'a graph with numbers that are none',
      png(text('prompt', JSON.stringify(GRAPH).replace(FOX, 'a fox').replace('"seed":1', '"seed":NaN'))),
      { prompt: 'a fox', model: 'demo-xl' },
    ],
    [
      'nothing but the workflow of ComfyUI',
      png(international('workflow', JSON.stringify(WORKFLOW))),
      { prompt: FOX, model: 'demo-xl' },
    ],
    [
      'a workflow that is none',
      png(text('workflow', '{"nodes":[null,1,{"type":"x"},{"type":"y","inputs":3}],"links":[3,[]]}')),
      {},
    ],
    [
      'a graph without words, and a title',
      png(text('prompt', '{"3":{"inputs":{}}}'), text('title', 'A fox')),
      { prompt: 'A fox' },
    ],
    [
      'InvokeAI 3',
      png(text('invokeai_metadata', JSON.stringify({ positive_prompt: 'a fox', model: { name: 'demo' } }))),
      { prompt: 'a fox', model: 'demo' },
    ],
    [
      'InvokeAI 2',
      png(
        text(
          'sd-metadata',
          JSON.stringify({ model_weights: 'demo', image: { prompt: [{ prompt: 'a fox', weight: 1 }] } }),
        ),
      ),
      { prompt: 'a fox', model: 'demo' },
    ],
    [
      'InvokeAI 1',
      png(text('Dream', '"a fox" -s 50 -S 7 -W 512 -H 512 -C 7.5 -A k_lms')),
      { prompt: 'a fox' },
    ],
    [
      'Fooocus',
      png(text('parameters', JSON.stringify({ prompt: 'a fox', base_model: 'demo' }))),
      { prompt: 'a fox', model: 'demo' },
    ],
    [
      'SwarmUI',
      png(text('parameters', JSON.stringify({ sui_image_params: { prompt: 'a fox', model: 'demo' } }))),
      { prompt: 'a fox', model: 'demo' },
    ],
    [
      'NovelAI',
      png(
        text('Title', 'AI generated image'),
        text('Description', 'a fox'),
        text('Comment', '{"prompt":"a fox","steps":28}'),
      ),
      { prompt: 'a fox' },
    ],
    [
      'Midjourney',
      png(text('Description', 'a fox --v 6 Job ID: 123e4567-e89b-12d3-a456-426614174000')),
      { prompt: 'a fox --v 6' },
    ],
    ['a comment of a program for photos', png(text('Comment', 'Created with GIMP')), {}],
    [
      'EXIF',
      png(chunk('eXIf', exif('MM', {}, Buffer.concat([UNICODE, utf16(SETTINGS, true)])))),
      { prompt: FOX, model: 'flux-dev' },
    ],
    ['packed words that are damaged', png(chunk('zTXt', Buffer.from('parameters\0\0no zlib'))), {}],
    ['packed words without end', png(packed('parameters', 'a'.repeat(3_000_000))), {}],
    ['nothing', png(), {}],
    ['a chunk that is cut', png(text('Description', 'a fox')).subarray(0, 20), {}],
  ])('%s', async (_, bytes, words) => {
    expect(await wordsIn(bytes)).toEqual(words);
  });

  it('are the ones of the report about UTF-8', async () => {
    const bytes = readFileSync('test/fixtures/reports/c-utf8-in-text-chunk.png');
    expect(await wordsIn(bytes)).toEqual({ prompt: '月下的猫，水彩 テスト', model: 'demo-xl' });
  });
});

describe('the words in EXIF', () => {
  it.each([
    ['UTF-16, high byte first', Buffer.concat([UNICODE, utf16(SETTINGS, true)])],
    ['UTF-16, low byte first', Buffer.concat([UNICODE, utf16(SETTINGS)])],
    ['UTF-16 with a byte order mark', Buffer.concat([UNICODE, utf16(`\uFEFF${SETTINGS}`)])],
    ['UTF-8 that is called Unicode', Buffer.concat([UNICODE, Buffer.from(SETTINGS)])],
    ['UTF-8 that is called ASCII', Buffer.concat([Buffer.from('ASCII\0\0\0'), Buffer.from(SETTINGS)])],
    [
      'UTF-8 without a name, and zeros behind it',
      Buffer.concat([Buffer.alloc(8), Buffer.from(`${SETTINGS}\0\0\0`)]),
    ],
  ])('are read as %s', async (_, comment) => {
    const words = { prompt: FOX, model: 'flux-dev' };
    for (const order of ['II', 'MM'] as const) {
      const tiff = exif(order, {}, comment);
      expect(await wordsIn(withExif(tiff), 'image/jpeg')).toEqual(words);
      expect(await wordsIn(webp(tiff), 'image/webp')).toEqual(words);
      expect(await wordsIn(webp(Buffer.concat([EXIF, tiff])), 'image/webp')).toEqual(words);
      for (const header of [EXIF, Buffer.alloc(4)]) {
        for (const length of [60, 400_000]) {
          const start = Buffer.concat([Buffer.from('\0\0\0\x1cftypavifMMII'), Buffer.alloc(length)]);
          expect(await wordsIn(Buffer.concat([start, header, tiff]), 'image/avif')).toEqual(words);
        }
      }
      const filled = jpeg([0xff, Buffer.alloc(0)], [0xe1, Buffer.concat([EXIF, tiff])]);
      expect(
        await wordsIn(
          filled.filter((_byte, at) => at !== 4 && at !== 5),
          'image/jpeg',
        ),
      ).toEqual(words);
    }
  });

  it.each<[string, Readonly<Record<number, Buffer>>, object]>([
    ['the description', { 0x010e: Buffer.from('a fox\0') }, { prompt: 'a fox' }],
    ['the comment of Windows', { 0x9c9c: utf16('a fox\0') }, { prompt: 'a fox' }],
    [
      'the graph of ComfyUI',
      { 0x0110: Buffer.from(`prompt:${JSON.stringify(GRAPH)}\0`) },
      { prompt: FOX, model: 'demo-xl' },
    ],
    ['a camera', { 0x010f: Buffer.from('Canon\0'), 0x0110: Buffer.from('EOS R5\0') }, {}],
  ])('of %s', async (_, fields, words) => {
    expect(await wordsIn(withExif(exif('II', fields)), 'image/jpeg')).toEqual(words);
  });

  it('may be in the comment of a JPEG, unless a program for photos wrote it', async () => {
    expect(await wordsIn(jpeg([0xfe, Buffer.from(SETTINGS)]), 'image/jpeg')).toMatchObject({ prompt: FOX });
    expect(await wordsIn(jpeg([0xfe, Buffer.from('CREATOR: gd-jpeg v1.0')]), 'image/jpeg')).toEqual({});
  });
});

describe('the words in XMP', () => {
  it('are read from every format', async () => {
    const bytes = Buffer.concat([
      Buffer.from([0xff, 0xd8, 0xff]),
      Buffer.from(xmp('a fox &amp; a &#104;en')),
    ]);
    expect(await wordsIn(bytes, 'image/jpeg')).toEqual({ prompt: 'a fox & a hen' });
    const short = Buffer.from('<rdf:Description dc:description="a fox &quot;x&quot;"/>');
    expect(await wordsIn(short, 'image/gif')).toEqual({ prompt: 'a fox "x"' });
  });

  it('are looked for at the end, too', async () => {
    const bytes = Buffer.concat([Buffer.alloc(600_000), Buffer.from(xmp('a late fox'))]);
    expect(await wordsIn(bytes, 'image/webp')).toEqual({ prompt: 'a late fox' });
  });
});

it('no bytes make it fail', async () => {
  const samples = [
    png(text('parameters', SETTINGS), packed('prompt', JSON.stringify(GRAPH))),
    withExif(exif('II', { 0x010e: Buffer.from('a fox') }, Buffer.concat([UNICODE, utf16(SETTINGS)]))),
    webp(exif('MM', {}, Buffer.concat([UNICODE, utf16(SETTINGS, true)]))),
  ];
  const change = fc.tuple(fc.nat(2000), fc.nat(255));
  const types = fc.constantFrom<ImageType>(
    'image/png',
    'image/jpeg',
    'image/webp',
    'image/avif',
    'image/gif',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...samples),
      types,
      fc.array(change),
      fc.nat(4000),
      async (sample, type, changes, length) => {
        const bytes = Uint8Array.from(sample.subarray(0, length));
        for (const [at, byte] of changes) if (bytes.length > 0) bytes[at % bytes.length] = byte;
        const words = await wordsIn(bytes, type);
        expect(words.prompt ?? 'x').not.toBe('');
        expect((words.prompt ?? '').length).toBeLessThanOrEqual(100_000);
      },
    ),
    { numRuns: 500 },
  );
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
