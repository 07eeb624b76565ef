import { createEscapeDecoder } from './json-escape';
import {
  createJsonTree,
  createValueBudget,
  type Bracket,
  type JsonFrame,
  type JsonTreeHandler,
} from './json-tree';
import { createStringCapture, type SinkStart, type StringCapture } from './string-capture';

/** What is done with a JSON text while it is read. */
export interface JsonHandler extends JsonTreeHandler {
  /** Decides by the first characters of a string whether a sink takes it instead of the tree. */
  openSink(head: string, key: string | undefined, frame: JsonFrame | undefined): SinkStart | undefined;
  /** The string in the last sink has ended; `isComplete` is false where the text broke off inside it. */
  closeSink(isComplete: boolean): void;
  /** Every text of the result passes through this, keys included. */
  clean(text: string): string;
  /** Whether the beginning of a string that broke off is kept; by default only complete values are. */
  readonly keepsBrokenText?: boolean;
}

/** Reads a JSON text piece by piece. */
export interface JsonReader {
  add(text: string): void;
  /** The text has ended, or broke off: closes what is open. */
  end(isBroken: boolean): void;
  /** Whether an object, a list or a string is open. */
  readonly isOpen: boolean;
  /** Characters so far, without those that went into sinks; infinite where there are more values than are kept. */
  readonly restLength: number;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0xfeff;
}

/** The letter of an escaped line break. */
function isLineBreak(code: number): boolean {
  return code === 0x6e || code === 0x72;
}

/** `"`, `,`, `:`, or a square or curly bracket. */
function isStructure(code: number): boolean {
  return (
    code === QUOTE ||
    code === 0x2c ||
    code === 0x3a ||
    code === 0x5b ||
    code === 0x5d ||
    code === 0x7b ||
    code === 0x7d
  );
}

function isBracket(character: string): character is Bracket {
  return character === '{' || character === '}' || character === '[' || character === ']';
}

/** The value of a word outside of quotes; `undefined` for what is no value of JSON. */
function valueOfWord(word: string): unknown {
  if (word === 'true' || word === 'false') return word === 'true';
  if (word === 'null') return null;
  const number = /^-?\d/.test(word) ? Number(word) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}

/** Where a string ends or is escaped, from `start` on. */
function endOfString(text: string, start: number): number {
  for (let index = start; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === QUOTE || code === BACKSLASH) return index;
  }
  return text.length;
}

/** The same for a string of which nothing is kept: where its last quote is, past all escaped ones. */
function endOfSkipped(text: string, start: number): number {
  let index = start;
  while (index < text.length && text.charCodeAt(index) !== QUOTE) {
    // A pair that is cut goes on as an escape with the next piece.
    if (text.charCodeAt(index) !== BACKSLASH) index += 1;
    else if (index + 1 < text.length) index += 2;
    else return index;
  }
  return index;
}

/** Where a word outside of quotes ends, from `start` on. */
function endOfWord(text: string, start: number): number {
  for (let index = start; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (isStructure(code) || isBlank(code)) return index;
  }
  return text.length;
}

/**
 * Reads JSON as it arrives, and goes on where a strict parser gives up: with text around the JSON, several values one
 * after the other, or an end in the middle. Time is linear in the length of the text, however it is cut; memory is
 * bounded by the limits of the tree and of its strings.
 */
export function createJsonReader(handler: JsonHandler, budget = createValueBudget()): JsonReader {
  const tree = createJsonTree(handler, budget);
  let escape = createEscapeDecoder();
  let restLength = 0;
  let capture: StringCapture | undefined;
  let mode: 'between' | 'string' | 'escape' | 'word' = 'between';

  function begin(next: 'string' | 'word'): void {
    const { frame, isKeyNext } = tree;
    // `null` is base64 by its letters: a word is known by its content alone.
    const key = next === 'word' ? undefined : tree.key;
    mode = next;
    capture = createStringCapture((head) => (isKeyNext ? undefined : handler.openSink(head, key, frame)));
  }

  function take(text: string): void {
    capture?.add(text);
    if (capture?.sink) restLength -= text.length;
  }

  function finish(isComplete: boolean): void {
    const wasWord = mode === 'word';
    const done = capture;
    capture = undefined;
    mode = 'between';
    if (!done) return;
    const text = done.finish();
    if (done.sink) {
      handler.closeSink(isComplete);
      tree.value(undefined);
    } else if (text === undefined || !(isComplete || handler.keepsBrokenText)) return;
    else if (tree.isKeyNext) tree.keyText(handler.clean(text));
    else tree.value(wasWord ? valueOfWord(text) : handler.clean(text));
  }

  function readString(text: string, start: number): number {
    const end = capture?.isFull ? endOfSkipped(text, start) : endOfString(text, start);
    if (end > start) take(text.slice(start, end));
    if (end === text.length) return end;
    if (text.charCodeAt(end) === BACKSLASH) {
      // Base64 in lines has an escape for each line, which no sink needs.
      if (capture?.sink && isLineBreak(text.charCodeAt(end + 1))) return end + 2;
      mode = 'escape';
    } else finish(true);
    return end + 1;
  }

  function readWord(text: string, start: number): number {
    const end = endOfWord(text, start);
    if (end > start) take(text.slice(start, end));
    if (end === text.length) return end;
    capture?.decide();
    // Base64 without quotes may be broken into lines.
    if (capture?.sink && isBlank(text.charCodeAt(end))) return end + 1;
    finish(true);
    return end;
  }

  function readEscape(text: string, index: number): number {
    const character = escape.add(text.charAt(index));
    if (character !== undefined) {
      mode = 'string';
      take(character);
    }
    return index + 1;
  }

  function readBetween(text: string, start: number): number {
    let index = start;
    while (index < text.length && isBlank(text.charCodeAt(index))) index += 1;
    if (index === text.length) return index;
    const code = text.charCodeAt(index);
    if (code === QUOTE) begin('string');
    else if (isStructure(code)) {
      const character = text.charAt(index);
      if (isBracket(character)) tree.bracket(character);
      else if (character === ':') tree.colon();
      else tree.comma();
    } else {
      begin('word');
      return index;
    }
    return index + 1;
  }

  const readers = { between: readBetween, string: readString, escape: readEscape, word: readWord };

  return {
    add(text) {
      if (tree.isFull) return;
      restLength += text.length;
      for (let index = 0; index < text.length;) index = readers[mode](text, index);
    },
    end(isBroken) {
      finish(mode === 'word' && !isBroken);
      escape = createEscapeDecoder();
      tree.end();
    },
    get isOpen() {
      return tree.frame !== undefined || mode === 'string' || mode === 'escape';
    },
    get restLength() {
      return tree.isFull ? Number.POSITIVE_INFINITY : restLength;
    },
  };
}
