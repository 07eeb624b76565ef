import type { ImageType } from './image-type';
import { pngChunks } from './png-texts';
import { eightBitText, TEXT_BYTES, userComment, withoutPadding } from './text-bytes';
import { isStructured } from './tool-words';

/** Fields of EXIF in which programs write what a picture was drawn from (Exif 3.0 §4.6; `XP…` are those of Windows). */
const FIELDS: Readonly<Record<number, (bytes: Uint8Array) => string>> = {
  0x010e: eightBitText, // ImageDescription
  0x010f: structuredText, // Make, where ComfyUI writes `workflow:{…}`, and a camera its maker
  0x0110: structuredText, // Model, where ComfyUI writes `prompt:{…}`
  0x9286: userComment,
  0x9c9b: littleEndianText, // XPTitle
  0x9c9c: littleEndianText, // XPComment
};

/** Where other programs write as well, only what a drawing program wrote. */
function structuredText(bytes: Uint8Array): string {
  const text = eightBitText(bytes);
  return isStructured(text) ? text : '';
}

function littleEndianText(bytes: Uint8Array): string {
  return new TextDecoder('utf-16le').decode(bytes);
}

const EXIF_DIRECTORY = 0x8769;

/** Entries of one directory that are read. */
const MOST_ENTRIES = 500;

const ENTRY_LENGTH = 12;

/** Bytes of one value by its type (TIFF 6.0 §2); other types hold no text. */
const VALUE_BYTES: Readonly<Record<number, number>> = { 1: 1, 2: 1, 4: 4, 7: 1 };

interface Tiff {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly littleEndian: boolean;
}

/** The fields of one directory, by tag: the bytes of the value, and the value as a number where it is one. */
function* entriesOf(
  { bytes, view, littleEndian }: Tiff,
  offset: number,
): Generator<readonly [tag: number, value: Uint8Array, number: number]> {
  if (offset + 2 > bytes.length) return;
  const count = Math.min(view.getUint16(offset, littleEndian), MOST_ENTRIES);
  for (let entry = 0; entry < count; entry += 1) {
    const at = offset + 2 + entry * ENTRY_LENGTH;
    if (at + ENTRY_LENGTH > bytes.length) return;
    const size =
      (VALUE_BYTES[view.getUint16(at + 2, littleEndian)] ?? 0) * view.getUint32(at + 4, littleEndian);
    const number = view.getUint32(at + 8, littleEndian);
    const start = size <= 4 ? at + 8 : number;
    if (size > 0 && size <= TEXT_BYTES && start + size <= bytes.length) {
      yield [view.getUint16(at, littleEndian), bytes.subarray(start, start + size), number];
    }
  }
}

/** The texts in a TIFF structure, which is what EXIF is: of its first directory, and of the one for EXIF. */
function tiffTexts(bytes: Uint8Array): readonly string[] {
  if (bytes.length < 8) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const order = view.getUint16(0);
  const littleEndian = order === 0x4949;
  if ((!littleEndian && order !== 0x4d4d) || view.getUint16(2, littleEndian) !== 42) return [];
  const tiff = { bytes, view, littleEndian };
  const texts: string[] = [];
  const read = (offset: number): number | undefined => {
    let directory: number | undefined;
    for (const [tag, value, number] of entriesOf(tiff, offset)) {
      const field = FIELDS[tag];
      if (field) texts.push(withoutPadding(field(value)));
      if (tag === EXIF_DIRECTORY) directory = number;
    }
    return directory;
  };
  const directory = read(view.getUint32(4, littleEndian));
  if (directory !== undefined) read(directory);
  return texts;
}

const EXIF_HEADER = [0x45, 0x78, 0x69, 0x66, 0, 0] as const;

function startsWithHeader(bytes: Uint8Array, at = 0): boolean {
  return EXIF_HEADER.every((byte, place) => bytes[at + place] === byte);
}

/** APP1 segments of a JPEG up to its first scan (T.81 §B.1.1.4), and its comments. */
function* jpegSegments(bytes: Uint8Array): Generator<readonly [marker: number, data: Uint8Array]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1] ?? 0;
    // Any marker may have fill bytes before it (T.81 §B.1.1.2).
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = view.getUint16(at + 2);
    if (marker === 0xda || length < 2) return;
    yield [marker, bytes.subarray(at + 4, at + 2 + length)];
    at += 2 + length;
  }
}

function jpegTexts(bytes: Uint8Array): readonly string[] {
  const texts: string[] = [];
  for (const [marker, data] of jpegSegments(bytes)) {
    if (marker === 0xe1 && startsWithHeader(data))
      texts.push(...tiffTexts(data.subarray(EXIF_HEADER.length)));
    if (marker === 0xfe) texts.push(structuredText(data));
  }
  return texts;
}

/** The chunk `EXIF` of a WebP, with or without the header of JPEG (WebP container, "Metadata"). */
function webpTexts(bytes: Uint8Array): readonly string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 12; at + 8 <= bytes.length;) {
    const length = view.getUint32(at + 4, true);
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (String.fromCharCode(...bytes.subarray(at, at + 4)) === 'EXIF') {
      return tiffTexts(startsWithHeader(data) ? data.subarray(EXIF_HEADER.length) : data);
    }
    at += 8 + length + (length % 2);
  }
  return [];
}

/** Where EXIF can begin in an AVIF: the first byte of `II` or `MM`, which name its byte order. */
const ORDER_BYTES = [0x49, 0x4d] as const;

/**
 * The first EXIF in an AVIF that holds texts. Encoders write it before or behind the picture, with or without the
 * header of JPEG, so that it is found by the beginning of TIFF.
 */
function avifTexts(bytes: Uint8Array): readonly string[] {
  for (const order of ORDER_BYTES) {
    for (let at = bytes.indexOf(order); at >= 0; at = bytes.indexOf(order, at + 1)) {
      if (bytes[at + 1] !== order) continue;
      const texts = tiffTexts(bytes.subarray(at));
      if (texts.length > 0) return texts;
    }
  }
  return [];
}

function pngExif(bytes: Uint8Array): readonly string[] {
  for (const [kind, data] of pngChunks(bytes)) if (kind === 'eXIf') return tiffTexts(data);
  return [];
}

const READERS: Readonly<Record<ImageType, (bytes: Uint8Array) => readonly string[]>> = {
  'image/png': pngExif,
  'image/jpeg': jpegTexts,
  'image/webp': webpTexts,
  'image/avif': avifTexts,
  'image/gif': () => [],
};

/** The texts in the EXIF of a picture, and in the comments of a JPEG. */
export function exifTexts(bytes: Uint8Array, type: ImageType): readonly string[] {
  return READERS[type](bytes);
}
