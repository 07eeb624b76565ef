import { describe, expect, it } from 'vitest';
import { createPictureInspector } from '@/utils/browser/inspect-picture';
import { replaceGlobal } from '../fakes/replace-global';

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

const inspectPicture = createPictureInspector();

interface Decoder {
  readonly width?: number;
  readonly height?: number;
  /** What decoding ends with in place of a picture. */
  readonly fault?: Error;
}

/** A browser that decodes every picture to this size; tells what it was given and whether it let go of it. */
function useDecoder({ width = 1024, height = 1536, fault }: Decoder = {}) {
  const seen = { types: [] as string[], closed: 0 };
  replaceGlobal('createImageBitmap', (blob: Blob) => {
    seen.types.push(blob.type);
    const close = (): void => void (seen.closed += 1);
    return fault ? Promise.reject(fault) : Promise.resolve({ width, height, close });
  });
  replaceGlobal(
    'OffscreenCanvas',
    class {
      readonly size: string;
      constructor(canvasWidth: number, canvasHeight: number) {
        this.size = `${canvasWidth}x${canvasHeight}`;
      }
      getContext = () => ({ drawImage: () => undefined });
      convertToBlob = ({ type }: { type: string }) => Promise.resolve(new Blob([this.size], { type }));
    },
  );
  return seen;
}

describe('a picture', () => {
  it('is known by its bytes: type, size in pixels, digest', async () => {
    const seen = useDecoder();
    expect(await inspectPicture(PNG)).toMatchObject({
      type: 'image/png',
      width: 1024,
      height: 1536,
      sha256: '4c4b6a3be1314ab86138bef4314dde022e600960d8689a2c8f8631802d20dab6',
    });
    expect(seen).toEqual({ types: ['image/png'], closed: 1 });
  });

  it.each([
    ['portrait', 1024, 1536, 213, 320],
    ['landscape', 3840, 2160, 320, 180],
    ['small', 256, 200, 256, 200],
    ['very wide', 4000, 1, 320, 1],
  ])('has a thumbnail within 320 pixels, never enlarged: %s', async (_, width, height, small, tall) => {
    useDecoder({ width, height });
    const { thumbnail } = await inspectPicture(PNG);
    expect([thumbnail?.width, thumbnail?.height]).toEqual([small, tall]);
    expect(new TextDecoder().decode(thumbnail?.bytes)).toBe(`${small}x${tall}`);
  });
});

describe('what is no picture', () => {
  it.each([
    ['a drawing that can carry scripts', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['a web page', '<!doctype html>'],
    ['nothing', ''],
  ])('is refused before it is decoded: %s', async (_, text) => {
    const seen = useDecoder();
    await expect(inspectPicture(new TextEncoder().encode(text))).rejects.toMatchObject({
      failure: { kind: 'unsupportedPicture' },
    });
    expect(seen.types).toEqual([]);
  });

  it('is refused when the browser cannot decode it', async () => {
    const fault = new DOMException('The source image could not be decoded.', 'InvalidStateError');
    useDecoder({ fault });
    await expect(inspectPicture(PNG)).rejects.toMatchObject({
      failure: { kind: 'unsupportedPicture' },
      cause: fault,
    });
  });
});

/** A PNG that is nothing but a header. */
function pngOf(width: number, height: number): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from(
    Buffer.from('89504e470d0a1a0a0000000d4948445200000000000000000100000000', 'hex'),
  );
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}

describe('a picture that takes too much memory', () => {
  it.each([
    ['too many pixels', 8001, 8000],
    ['very many pixels', 60_000, 60_000],
  ])('by %s is known by its header, and not decoded', async (_, width, height) => {
    const seen = useDecoder();
    const found = await inspectPicture(pngOf(width, height));
    expect(found).toMatchObject({ type: 'image/png', width, height, undecoded: true });
    expect(found).not.toHaveProperty('thumbnail');
    expect(seen.types).toEqual([]);
  });

  it('is decoded at exactly 64 megapixels', async () => {
    const seen = useDecoder({ width: 8000, height: 8000 });
    expect(await inspectPicture(pngOf(8000, 8000))).not.toHaveProperty('undecoded');
    expect(seen.types).toHaveLength(1);
  });

  it('is not decoded where that ended the background before', async () => {
    const seen = useDecoder();
    expect(await inspectPicture(pngOf(10, 20), false)).toMatchObject({
      width: 10,
      height: 20,
      undecoded: true,
    });
    expect(seen.types).toEqual([]);
  });

  it('by many bytes without a header that can be read is kept without its size', async () => {
    const seen = useDecoder();
    const bytes = new Uint8Array(8_000_001);
    bytes.set(PNG);
    expect(await inspectPicture(bytes)).toMatchObject({ width: 0, height: 0, undecoded: true });
    expect(seen.types).toEqual([]);
  });
});

it('has the size that was decoded where the header says another one', async () => {
  useDecoder({ width: 12, height: 34 });
  expect(await inspectPicture(pngOf(1000, 1000))).toMatchObject({ width: 12, height: 34 });
});

it('is decoded beside others only as far as 64 megapixels in all go', async () => {
  let open = 0;
  let most = 0;
  useDecoder();
  replaceGlobal('createImageBitmap', async () => {
    open += 1;
    most = Math.max(most, open);
    await new Promise((resolve) => setImmediate(resolve));
    open -= 1;
    return { width: 1, height: 1, close: () => undefined };
  });
  await Promise.all(Array.from({ length: 6 }, () => inspectPicture(pngOf(5000, 5000))));
  expect(most).toBe(2);
});
