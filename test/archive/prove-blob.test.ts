import { crc32 } from 'node:zlib';
import { expect, it } from 'vitest';
import { proveBlob } from '@/utils/archive/prove-blob';
import { digest, pngBytes } from './support';

it('tells what the bytes of a blob come to, and keeps nothing of them', async () => {
  const held: Uint8Array[] = [];
  const picture = pngBytes('a', 5000);
  const proof = await proveBlob(new Blob([picture]), (bytes) => {
    held.push(bytes);
    return digest(bytes);
  });
  expect(proof).toEqual({ crc: crc32(picture), sha256: await digest(picture) });
  expect(held.map(({ byteLength }) => byteLength)).toEqual([0]);
});

it('knows nothing of a blob that cannot be read', async () => {
  const blob = Object.assign(new Blob(), { arrayBuffer: () => Promise.reject(new DOMException('gone')) });
  expect(await proveBlob(blob, digest)).toBeUndefined();
});
