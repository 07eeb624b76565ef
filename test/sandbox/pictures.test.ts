import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from './server';
import { generatePictures, inspect } from './testing';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const small = { model: 'dall-e-2', size: '256x256', response_format: 'b64_json' };
const gpt = { model: 'gpt-image-2', prompt: 'three balloons' };

async function draw(body: object): Promise<Buffer> {
  const [picture, ...more] = await generatePictures(sandbox, body);
  if (!picture || more.length > 0) throw new Error('Expected one picture.');
  return picture;
}

/** The scene above the caption, as pixels: what remains when words and numbers on the plate do not count. */
function upperHalf(picture: Buffer): Promise<Buffer> {
  return sharp(picture).extract({ left: 0, top: 0, width: 256, height: 128 }).raw().toBuffer();
}

it.each([
  ['256x256', 'dall-e-2', 256, 256],
  ['1792x1024', 'dall-e-3', 1792, 1024],
  ['1024x1536', 'gpt-image-1', 1024, 1536],
  ['1536x864', 'gpt-image-2', 1536, 864],
  ['480x1440', 'gpt-image-2.6-flare', 480, 1440],
  ['3840x2160', 'gpt-image-2.5-sunburst', 3840, 2160],
])('draws exactly %s for %s', async (size, model, width, height) => {
  const format = model.startsWith('dall-e') ? { response_format: 'b64_json' } : {};
  const picture = await draw({ model, prompt: 'a quiet city', size, ...format });
  expect(await inspect(picture)).toEqual({ format: 'png', width, height, cornerAlpha: 255 });
});

it.each(['png', 'jpeg', 'webp'])('encodes as %s', async (format) => {
  const picture = await draw({ ...gpt, output_format: format });
  expect(await inspect(picture)).toMatchObject({ format, width: 1024, height: 1024 });
});

it.each(['png', 'webp'])('leaves the background of a transparent %s clear', async (format) => {
  const picture = await draw({ ...gpt, background: 'transparent', output_format: format });
  expect(await inspect(picture)).toMatchObject({ format, cornerAlpha: 0 });
});

it.each(['jpeg', 'webp'])('makes a %s smaller when more compression is asked for', async (format) => {
  const coarse = await draw({ ...gpt, output_format: format, output_compression: 10 });
  const fine = await draw({ ...gpt, output_format: format, output_compression: 95 });
  expect(coarse.length).toBeLessThan(fine.length / 2);
});

it('draws every picture of one reply differently', async () => {
  const pictures = await generatePictures(sandbox, { ...small, prompt: 'a fox', n: 10 });
  const scenes = await Promise.all(pictures.map(upperHalf));
  expect(new Set(scenes.map((scene) => scene.toString('base64'))).size).toBe(10);
});

it('draws the same picture for the same prompt, and another for another', async () => {
  const first = await draw({ ...small, prompt: 'a fox' });
  const again = await draw({ ...small, prompt: 'a fox' });
  const other = await draw({ ...small, prompt: 'a fox.' });
  expect(again.equals(first)).toBe(true);
  expect((await upperHalf(other)).equals(await upperHalf(first))).toBe(false);
});

describe('prompts that are hard to draw', () => {
  it.each([
    ['Chinese', '一只狐狸在下雪的森林里安静地睡着了，远处有一座亮着灯的小木屋。'],
    ['Arabic', 'مدينة قديمة تحت ضوء القمر'],
    ['Hebrew with English', 'שועל dreams בשלג'],
    ['emoji', '🦊👩‍👩‍👧‍👦🏳️‍🌈'],
    ['markup', '</text></svg> & <b onload="x">\'quoted\' ]]>'],
    ['a lone surrogate', 'before \ud83e after \udd8a'],
    ['control characters', 'a\u0000b\u0007c\u001b[31m\ufffe\uffff'],
    ['blanks alone', ' \n\t '],
    ['combining marks', `a${'\u0301'.repeat(300)}`],
    ['one long word', 'x'.repeat(1000)],
  ])('draws %s', async (_, prompt) => {
    expect(await inspect(await draw({ ...small, prompt }))).toMatchObject({ width: 256, height: 256 });
  });

  it('draws 32,000 characters', async () => {
    const prompt = 'It was the best of times. '.repeat(1300).slice(0, 32_000);
    expect(await inspect(await draw({ ...gpt, prompt }))).toMatchObject({ width: 1024, height: 1024 });
  });
});
