import { cleanPrompt } from '../text/prompt';
import { exifTexts } from './exif-texts';
import type { ImageType } from './image-type';
import { pngTexts } from './png-texts';
import { eightBitText } from './text-bytes';
import { isStructured, toolWords, type PictureWords } from './tool-words';

/**
 * Unpacks bytes that zlib packed.
 * @returns `undefined` where they cannot be unpacked, or are too long
 */
export type Inflate = (packed: Uint8Array) => Promise<Uint8Array | undefined>;

/**
 * Keywords under which programs write into a PNG, those that say most first: AUTOMATIC1111, Fooocus and SwarmUI;
 * InvokeAI 3, 2 and 1; ComfyUI; NovelAI; and the ones of PNG §11.3.3.2.
 */
const KEYWORDS = [
  'parameters',
  'invokeai_metadata',
  'sd-metadata',
  'dream',
  'prompt',
  'workflow',
  'comment',
  'description',
  'usercomment',
  'title',
] as const;

/** Bytes at the beginning and at the end in which XMP is looked for; programs write it near to either. */
const XMP_REACH = 256 * 1024;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function withoutEntities(text: string): string {
  return text
    .replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (whole, hex?: string, decimal?: string) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}

/** `dc:description` of the XMP that stands as plain text in files of every format, in either way to write it. */
function xmpDescription(bytes: Uint8Array): string | undefined {
  const ends = [bytes.subarray(0, XMP_REACH), bytes.subarray(Math.max(XMP_REACH, bytes.length - XMP_REACH))];
  for (const end of ends) {
    const text = new TextDecoder().decode(end);
    const found =
      /<dc:description>\s*<rdf:Alt>\s*<rdf:li[^>]{0,200}>([^<]*)<\/rdf:li>/.exec(text) ??
      /\bdc:description="([^"]*)"/.exec(text);
    if (found?.[1]) return withoutEntities(found[1]);
  }
  return undefined;
}

/** The texts of a PNG that say what it was drawn from, those that say most first. */
async function* pngCandidates(bytes: Uint8Array, inflate: Inflate): AsyncGenerator<string> {
  const texts = pngTexts(bytes);
  for (const wanted of KEYWORDS) {
    for (const { bytes: raw, isPacked } of texts.filter(({ keyword }) => keyword === wanted)) {
      const plain = isPacked ? await inflate(raw) : raw;
      const text = plain && eightBitText(plain);
      if (text !== undefined && (wanted !== 'comment' || isStructured(text))) yield text;
    }
  }
}

async function* candidates(bytes: Uint8Array, type: ImageType, inflate: Inflate): AsyncGenerator<string> {
  if (type === 'image/png') yield* pngCandidates(bytes, inflate);
  yield* exifTexts(bytes, type);
  const description = xmpDescription(bytes);
  if (description !== undefined) yield description;
}

/** What a picture's own bytes say of its words. Never rejects because of the bytes. */
export async function pictureWords(
  bytes: Uint8Array,
  type: ImageType,
  inflate: Inflate,
): Promise<PictureWords> {
  let model: string | undefined;
  for await (const text of candidates(bytes, type, inflate)) {
    const words = toolWords(text);
    model ??= words.model;
    if (words.prompt !== undefined) return { ...(model !== undefined && { model }), ...words };
  }
  return {};
}

/** The words in the name of a file, without its ending and the part of an id that Depict adds. */
export function nameWords(name: string): string {
  const words = name.replace(/\.[a-z0-9]{1,5}$/i, '').replace(/ [0-9a-f]{8}$/, '');
  return cleanPrompt(words) || cleanPrompt(name);
}
