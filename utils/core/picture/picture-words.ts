import { cleanPrompt } from '../text/prompt';
import type { ImageType } from './image-type';

/** What a picture says it was drawn from. */
export interface PictureWords {
  readonly prompt?: string;
  readonly model?: string;
}

/** Names under which programs write what a picture was drawn from (PNG 11.3.3; AUTOMATIC1111 writes `parameters`). */
const KEYWORDS = ['prompt', 'parameters', 'description', 'title'];

/** Bytes at the beginning and at the end in which XMP is looked for; programs write it near to either. */
const XMP_REACH = 256 * 1024;

/** More than any model takes. */
const LONGEST = 100_000;

const SIGNATURE_LENGTH = 8;

/** The texts in the chunks of a PNG by their lower-case keywords; compressed ones are left out. */
function pngTexts(bytes: Uint8Array): ReadonlyMap<string, string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const texts = new Map<string, string>();
  for (let at = SIGNATURE_LENGTH; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    const data = bytes.subarray(at + 8, Math.min(at + 8 + length, bytes.length));
    const kind = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const keyEnd = data.indexOf(0);
    if ((kind === 'tEXt' || kind === 'iTXt') && keyEnd > 0) {
      const keyword = new TextDecoder('latin1').decode(data.subarray(0, keyEnd)).toLowerCase();
      const text = kind === 'tEXt' ? latin1Text(data, keyEnd + 1) : internationalText(data, keyEnd + 1);
      if (text !== undefined) texts.set(keyword, text);
    }
    at += 12 + length;
  }
  return texts;
}

function latin1Text(data: Uint8Array, at: number): string {
  return new TextDecoder('latin1').decode(data.subarray(at));
}

/** Behind the keyword: whether and how it is compressed, language, translated keyword, and the words in UTF-8. */
function internationalText(data: Uint8Array, at: number): string | undefined {
  if (data[at] !== 0) return undefined;
  const languageEnd = data.indexOf(0, at + 2);
  const keywordEnd = languageEnd < 0 ? -1 : data.indexOf(0, languageEnd + 1);
  return keywordEnd < 0 ? undefined : new TextDecoder().decode(data.subarray(keywordEnd + 1));
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** `dc:description` of the XMP that stands as plain text in files of every format. */
function xmpDescription(bytes: Uint8Array): string | undefined {
  const ends = [bytes.subarray(0, XMP_REACH), bytes.subarray(Math.max(XMP_REACH, bytes.length - XMP_REACH))];
  for (const end of ends) {
    const text = new TextDecoder().decode(end);
    const found = /<dc:description>\s*<rdf:Alt>\s*<rdf:li[^>]*>([^<]*)<\/rdf:li>/.exec(text);
    if (found?.[1]) return found[1].replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
  }
  return undefined;
}

/** The words of a text that may go on with settings, or be a whole graph of nodes in JSON. */
function promptIn(text: string): PictureWords {
  if (/^\s*[{[]/.test(text)) return {};
  const [words = ''] = text.split(/\n(?:Negative prompt|Steps):/);
  const prompt = cleanPrompt(words).slice(0, LONGEST);
  const model = /\bModel: ([^,\n]{1,100})/.exec(text.slice(words.length))?.[1]?.trim();
  return { ...(prompt !== '' && { prompt }), ...(model !== undefined && { model }) };
}

/** What a picture's own bytes say of its words, as far as that can be read without unpacking anything. */
export function pictureWords(bytes: Uint8Array, type: ImageType): PictureWords {
  const texts = type === 'image/png' ? pngTexts(bytes) : new Map<string, string>();
  const candidates = [...KEYWORDS.map((keyword) => texts.get(keyword)), xmpDescription(bytes)];
  for (const text of candidates) {
    const words = text === undefined ? {} : promptIn(text);
    if (words.prompt !== undefined) return words;
  }
  return {};
}

/** The words in the name of a file, without its ending and the part of an id that Depict adds. */
export function nameWords(name: string): string {
  const words = name.replace(/\.[a-z0-9]{1,5}$/i, '').replace(/ [0-9a-f]{8}$/, '');
  return cleanPrompt(words) || cleanPrompt(name);
}
