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
