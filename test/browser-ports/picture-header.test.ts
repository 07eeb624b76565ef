import * as fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readPixelSize } from '@/utils/browser/picture-header';
import { detectImageType, type ImageType } from '@/utils/core/picture/image-type';

const FORMATS = ['png', 'jpeg', 'webp', 'gif', 'avif'] as const;

async function draw(format: (typeof FORMATS)[number], width: number, height: number) {
  const image = sharp({ create: { width, height, channels: 3, background: '#407030' } });
  return new Uint8Array(await image.toFormat(format).toBuffer());
}

const sizeOf = (bytes: Uint8Array<ArrayBuffer>) => {
  const type = detectImageType(bytes);
  return type && readPixelSize(bytes, type);
};

describe('the size of a picture', () => {
  it.each(FORMATS)('is read from the header of a real %s', async (format) => {
    expect(sizeOf(await draw(format, 37, 21))).toEqual({ width: 37, height: 21 });
  });

  it('is read from a header whose picture is not there', () => {
    const png = Uint8Array.from(
      Buffer.from('89504e470d0a1a0a0000000d494844520000ea600000ea600100000000', 'hex'),
    );
    expect(sizeOf(png)).toEqual({ width: 60_000, height: 60_000 });
  });

  it('of a GIF counts a first image that is larger than its canvas', () => {
    const gif = Buffer.from('474946383961010001000000002c00000000d859d859000000', 'hex');
    expect(sizeOf(Uint8Array.from(gif))).toEqual({ width: 23_000, height: 23_000 });
  });

  it('of a JPEG is found behind a megabyte of profiles', async () => {
    const jpeg = await draw('jpeg', 20, 10);
    const segment = Buffer.concat([Buffer.from('ffe2ffff', 'hex'), Buffer.alloc(65_533)]);
    const profiles = Array.from({ length: 20 }, () => segment);
    const bytes = Buffer.concat([jpeg.subarray(0, 2), ...profiles, jpeg.subarray(2)]);
    expect(sizeOf(Uint8Array.from(bytes))).toEqual({ width: 20, height: 10 });
  });

  it.each(FORMATS)('is unknown, and nothing is thrown, wherever a %s is cut or changed', async (format) => {
    const whole = await draw(format, 37, 21);
    fc.assert(
      fc.property(
        fc.nat(whole.length),
        fc.nat(Math.min(whole.length - 1, 200)),
        fc.nat(255),
        (end, at, value) => {
          const bytes = whole.slice(0, end);
          bytes[at] = value;
          const size = readPixelSize(bytes, `image/${format}` satisfies ImageType);
          expect(size === undefined || (size.width > 0 && size.height > 0)).toBe(true);
        },
      ),
    );
  });

  it.each([200_000, 30_000_000])('of an AVIF with a table of %i bytes is given up soon', (length) => {
    const entries = Buffer.alloc(length, 1);
    const box = (type: string, content: Buffer): Buffer => {
      const head = Buffer.alloc(8);
      head.writeUInt32BE(content.length + 8);
      head.write(type, 4, 'latin1');
      return Buffer.concat([head, content]);
    };
    const table = box('ipma', Buffer.concat([Buffer.from('0000000000ffffff', 'hex'), entries]));
    const meta = box('meta', Buffer.concat([Buffer.alloc(4), box('iprp', table)]));
    const avif = Buffer.concat([box('ftyp', Buffer.from('avif0000avif', 'latin1')), meta]);
    const bytes = new Uint8Array(avif);
    const began = performance.now();
    expect(sizeOf(bytes)).toBeUndefined();
    expect(performance.now() - began).toBeLessThan(1000);
  });
});
