import { decodeBase64, type DecodePicture } from './decode-base64';
import { parseJson } from './json-value';
import { joinBytes, type Chunk } from './read-body';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** From this length on a string is looked at as a picture; no prompt, address or error gets near it. */
const SHORTEST_PICTURE = 16_384;

/** How a string begins that names its format before the base64. */
const DATA_PREFIX = /^data:[^,]{0,100},/i;

/** A JSON body whose pictures were decoded while it came. */
export interface ReadJson {
  /** `undefined` when the body is no JSON. */
  readonly body: unknown;
  /** The text, with a name in place of each picture. */
  readonly text: string;
  /** The bytes of a base64 string of the body, whether or not it was decoded before. */
  readonly decode: DecodePicture;
}

/** Whether what follows these bytes is escaped: an odd number of backslashes stands at their end. */
function endsInEscape(pieces: readonly Chunk[]): boolean {
  let backslashes = 0;
  for (const piece of pieces.toReversed()) {
    const other = piece.findLastIndex((byte) => byte !== BACKSLASH);
    backslashes += piece.length - 1 - other;
    if (other >= 0) break;
  }
  return backslashes % 2 === 1;
}

/** Tells strings, each as a whole and without its quotes, from the rest of a JSON text that comes piece by piece. */
function createStringFinder(onString: (bytes: Chunk) => void, onRest: (bytes: Chunk) => void) {
  let pieces: Chunk[] = [];
  let inString = false;
  return {
    add(chunk: Chunk): void {
      let start = 0;
      for (let quote = chunk.indexOf(QUOTE); quote >= 0; quote = chunk.indexOf(QUOTE, quote + 1)) {
        if (!inString) {
          onRest(chunk.subarray(start, quote + 1));
          start = quote + 1;
          inString = true;
        } else if (!endsInEscape([...pieces, chunk.subarray(start, quote)])) {
          onString(joinBytes([...pieces, chunk.subarray(start, quote)]));
          pieces = [];
          start = quote;
          inString = false;
        }
      }
      if (inString) pieces.push(chunk.subarray(start));
      else onRest(chunk.subarray(start));
    },
    end: () => onRest(joinBytes(pieces)),
  };
}

/**
 * Reads a JSON body and decodes its pictures as they come, so that neither the text of all pictures nor its parsed copy
 * is ever in memory, and next to nothing is left to do when the last byte is there.
 */
export async function readJson(chunks: AsyncIterable<Chunk>): Promise<ReadJson> {
  const decoder = new TextDecoder();
  const parts: string[] = [];
  const pictures = new Map<string, Chunk>();
  // Not to be guessed, so that no server can write the name of a picture where it has none.
  const nonce = crypto.randomUUID();
  const keepText = (bytes: Chunk): void => {
    parts.push(decoder.decode(bytes, { stream: true }));
  };
  const finder = createStringFinder((bytes) => {
    const text = bytes.length < SHORTEST_PICTURE ? '' : new TextDecoder().decode(bytes);
    const picture = text === '' ? undefined : decodeBase64(text);
    if (!picture) {
      keepText(bytes);
      return;
    }
    const name = `${nonce}/${pictures.size}`;
    pictures.set(name, picture);
    parts.push(`${DATA_PREFIX.exec(text)?.[0] ?? ''}${name}`);
  }, keepText);
  for await (const chunk of chunks) finder.add(chunk);
  finder.end();
  parts.push(decoder.decode());
  const text = parts.join('');
  return {
    body: parseJson(text),
    text,
    decode: (encoded) => pictures.get(encoded.replace(DATA_PREFIX, '')) ?? decodeBase64(encoded),
  };
}
