import { eightBitText, TEXT_BYTES } from './text-bytes';

/** A text in a PNG, and whether it has to be unpacked first (zlib). */
export interface PngText {
  readonly keyword: string;
  readonly bytes: Uint8Array;
  readonly isPacked: boolean;
}

/** Texts of one picture that are read. */
const MOST_TEXTS = 50;

const SIGNATURE_LENGTH = 8;

/** Calls back for each chunk of a PNG (PNG §5.3). One that is cut ends the list. */
export function* pngChunks(bytes: Uint8Array): Generator<readonly [kind: string, data: Uint8Array]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = SIGNATURE_LENGTH; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    if (at + 12 + length > bytes.length) return;
    yield [String.fromCharCode(...bytes.subarray(at + 4, at + 8)), bytes.subarray(at + 8, at + 8 + length)];
    at += 12 + length;
  }
}

/** `zTXt`: keyword, zero, method of compression (PNG §11.3.3.3). */
function packedText(keyword: string, data: Uint8Array, at: number): PngText {
  return { keyword, bytes: data.subarray(at + 1), isPacked: true };
}

/** `iTXt`: keyword, zero, whether and how it is compressed, language, zero, translated keyword, zero (PNG §11.3.3.4). */
function internationalText(keyword: string, data: Uint8Array, at: number): PngText | undefined {
  const languageEnd = data.indexOf(0, at + 2);
  const keywordEnd = languageEnd < 0 ? -1 : data.indexOf(0, languageEnd + 1);
  if (keywordEnd < 0) return undefined;
  return { keyword, bytes: data.subarray(keywordEnd + 1), isPacked: data[at] === 1 };
}

function textOf(kind: string, data: Uint8Array): PngText | undefined {
  const keyEnd = data.indexOf(0);
  if (keyEnd <= 0 || data.length > TEXT_BYTES) return undefined;
  const keyword = eightBitText(data.subarray(0, keyEnd)).toLowerCase();
  if (kind === 'tEXt') return { keyword, bytes: data.subarray(keyEnd + 1), isPacked: false };
  return kind === 'zTXt'
    ? packedText(keyword, data, keyEnd + 1)
    : internationalText(keyword, data, keyEnd + 1);
}

const TEXT_KINDS: ReadonlySet<string> = new Set(['tEXt', 'zTXt', 'iTXt']);

/** The texts of a PNG, in their order. */
export function pngTexts(bytes: Uint8Array): readonly PngText[] {
  const texts: PngText[] = [];
  for (const [kind, data] of pngChunks(bytes)) {
    const text = TEXT_KINDS.has(kind) ? textOf(kind, data) : undefined;
    if (text) texts.push(text);
    if (texts.length >= MOST_TEXTS) break;
  }
  return texts;
}
