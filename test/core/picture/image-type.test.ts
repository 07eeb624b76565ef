import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { detectImageType, fileExtension } from '@/utils/core/picture/image-type';
import { isWholePicture } from '@/utils/core/picture/whole-picture';

/** Bytes of a text whose characters stand for one byte each. */
const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

it.each([
  ['\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'image/png', 'png'],
  ['\xff\xd8\xff\xe0\0\x10JFIF', 'image/jpeg', 'jpg'],
  ['RIFF\x24\0\0\0WEBPVP8 ', 'image/webp', 'webp'],
  ['GIF89a\x01\0', 'image/gif', 'gif'],
  ['GIF87a\x01\0', 'image/gif', 'gif'],
  ['\0\0\0\x20ftypavif\0\0\0\0', 'image/avif', 'avif'],
  ['\0\0\0\x20ftypavis\0\0\0\0', 'image/avif', 'avif'],
  ['\0\0\0\x20ftypmif1\0\0\0\0avifmif1miafMA1B', 'image/avif', 'avif'],
  ['\0\0\0\x20ftypmif1\0\0\0\0mif1miafMA1Bavif', 'image/avif', 'avif'],
  ['\0\0\0\x1cftypmsf1\0\0\0\0msf1avisiso8', 'image/avif', 'avif'],
  ['RIFF\x24\0\0\0WEBPICCP', 'image/webp', 'webp'],
  ['\xff\xd8\xff\xdb\0\x43', 'image/jpeg', 'jpg'],
] as const)('knows %j as %s', (text, type, extension) => {
  expect(detectImageType(bytesOf(text))).toBe(type);
  expect(fileExtension(type)).toBe(extension);
});

it('knows an AVIF that names its own brand as a compatible one only', () => {
  const bytes = new Uint8Array(readFileSync('test/fixtures/reports/c-mif1.avif'));
  expect(detectImageType(bytes)).toBe('image/avif');
  expect(isWholePicture(bytes)).toBe(true);
  expect(isWholePicture(bytes.subarray(0, -1))).toBe(false);
});

it.each([
  ['nothing', ''],
  ['an SVG, which can carry scripts', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ['an XML', '<?xml version="1.0"?><svg/>'],
  ['a web page', '<!doctype html>'],
  ['JSON', '{"error":"x"}'],
  ['half a PNG signature', '\x89PNG\r\n'],
  ['a sound in RIFF', 'RIFF\x24\0\0\0WAVEfmt '],
  ['RIFF that ends early', 'RIFF\x24\0\0\0WEB'],
  ['a film', '\0\0\0\x20ftypmp42'],
  ['HEIC', '\0\0\0\x1cftypheic\0\0\0\0mif1heicmiaf'],
  ['HEIC with the major brand of both', '\0\0\0\x18ftypmif1\0\0\0\0mif1heic'],
  ['a brand behind the list of brands', '\0\0\0\x14ftypmif1\0\0\0\0mif1avif'],
  ['a minor version that reads like a brand', '\0\0\0\x14ftypmif1avifmif1'],
  ['a signature that is not at the beginning', ' \x89PNG\r\n\x1a\n'],
])('does not take %s for a picture', (_, text) => {
  expect(detectImageType(bytesOf(text))).toBeUndefined();
});
