import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ImageType } from '@/utils/core/picture/image-type';
import { isWholePicture } from '@/utils/core/picture/whole-picture';
import { drawPictures } from '../../fixtures/whole-pictures';

const TYPES: readonly ImageType[] = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif'];

let pictures: Readonly<Record<ImageType, Uint8Array<ArrayBuffer>>>;

beforeAll(async () => {
  pictures = await drawPictures();
});

describe.each(TYPES)('%s', (type) => {
  it('is whole with its last byte', () => {
    expect(isWholePicture(pictures[type])).toBe(true);
  });

  it('is not whole without it', () => {
    const bytes = pictures[type];
    for (const missing of [1, 2, 5, Math.floor(bytes.length / 2)]) {
      expect(isWholePicture(bytes.subarray(0, bytes.length - missing))).toBe(false);
    }
  });
});

it('is said of a PNG with other bytes behind its end', () => {
  const bytes = Uint8Array.from([...pictures['image/png'], 0, 0, 0]);
  expect(isWholePicture(bytes)).toBe(true);
});

it('is said of an AVIF with a 64-bit size', () => {
  const box = Buffer.concat([
    Buffer.from('00000001', 'hex'),
    Buffer.from('free'),
    Buffer.from('0000000000000014', 'hex'),
  ]);
  const bytes = Uint8Array.from([...pictures['image/avif'], ...box, 1, 2, 3, 4]);
  expect(isWholePicture(bytes)).toBe(true);
  expect(isWholePicture(bytes.subarray(0, -1))).toBe(false);
});

it('is never said of other bytes', () => {
  for (const bytes of [[], [1, 2, 3], [0x3b], [0xff, 0xd9]]) {
    expect(isWholePicture(Uint8Array.from(bytes))).toBe(false);
  }
});

it('is decided for every beginning of a picture with any bytes behind it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...TYPES),
      fc.nat(),
      fc.uint8Array({ maxLength: 40 }),
      (type, length, behind) => {
        const whole = pictures[type];
        const start = whole.subarray(0, length % (whole.length + 1));
        expect(isWholePicture(Uint8Array.from([...start, ...behind]))).toBeTypeOf('boolean');
      },
    ),
  );
});
