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

it('is never said of other bytes', () => {
  for (const bytes of [[], [1, 2, 3], [0x3b], [0xff, 0xd9]]) {
    expect(isWholePicture(Uint8Array.from(bytes))).toBe(false);
  }
});
