import { ArchiveError } from '../core/archive/archive-defect';
import { MANIFEST_NAME } from '../core/archive/archive-format';
import { ARCHIVE_LIMITS } from '../core/archive/archive-limits';

/** A part of a manifest: a row of one of its lists, or a field; a list itself is told as an empty one when it ends. */
export type ManifestItem =
  | { readonly list: ManifestList; readonly row: unknown }
  | { readonly list: undefined; readonly field: string; readonly value: unknown };

export const MANIFEST_LISTS = ['jobs', 'pictures'] as const;

export type ManifestList = (typeof MANIFEST_LISTS)[number];

/** Splits the text of a manifest, however it is broken into lines. */
export interface ManifestSplitter {
  /** The items that are complete with this piece of the text. */
  add(piece: string): Generator<ManifestItem>;
  /** @throws ArchiveError where the text broke off */
  end(): void;
}

/** A field whose list is about to begin. */
const LIST_START = /^\s*"(jobs|pictures)"\s*:\s*$/;

/** Longest text that is looked at for such a field. */
const LONGEST_START = 100;

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [LIST_OPENS, LIST_CLOSES, OBJECT_OPENS, OBJECT_CLOSES] = [0x5b, 0x5d, 0x7b, 0x7d];

const unreadable = (cause?: unknown): ArchiveError =>
  new ArchiveError('manifestUnreadable', MANIFEST_NAME, { cause });

function refuseLong(text: string): void {
  if (text.length > ARCHIVE_LIMITS.rowLength) throw new ArchiveError('manifestTooLarge', MANIFEST_NAME);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    throw unreadable(thrown);
  }
}

function listIn(text: string): ManifestList | undefined {
  const name = text.length <= LONGEST_START ? LIST_START.exec(text)?.[1] : undefined;
  return MANIFEST_LISTS.find((list) => list === name);
}

/**
 * Makes a splitter. It holds the text of one item at a time, which has a bound, and leaves reading it to the browser's own
 * JSON parser. A manifest that is one long line is read like ours, which has one row on each line.
 * @throws ArchiveError `manifestUnreadable` where it is no JSON object; `manifestTooLarge` for an item above the bound
 */
export function createManifestSplitter(): ManifestSplitter {
  /** Text of the present item in earlier pieces. */
  let held = '';
  let depth = 0;
  let list: ManifestList | undefined;
  let isAfterList = false;
  let isInString = false;
  let isEscaped = false;
  let isEnded = false;

  function* items(text: string, isLast: boolean): Generator<ManifestItem> {
    refuseLong(text);
    // Nothing stands between the brackets of an empty list, and between a list and the field behind it.
    if (text.trim() === '' && (isLast || isAfterList)) return;
    if (isAfterList) throw unreadable();
    if (list) yield { list, row: parse(text) };
    else {
      const fields = parse(`{${text}}`);
      if (typeof fields !== 'object' || fields === null) throw unreadable();
      for (const [field, value] of Object.entries(fields)) yield { list: undefined, field, value };
    }
  }

  function open(text: string, code: number): boolean {
    depth += 1;
    if (depth === 1) {
      if (isEnded || code !== OBJECT_OPENS || text.trim() !== '') throw unreadable();
      return true;
    }
    if (depth > 2 || list || code !== LIST_OPENS) return false;
    list = listIn(text);
    return list !== undefined;
  }

  function* close(text: string): Generator<ManifestItem> {
    yield* items(text, true);
    if (list) yield { list: undefined, field: list, value: [] };
    isAfterList = list !== undefined;
    isEnded = !list;
    list = undefined;
  }

  return {
    *add(piece) {
      let start = 0;
      const textTo = (end: number): string => held + piece.slice(start, end);
      const startAfter = (at: number): void => {
        held = '';
        start = at + 1;
      };
      for (let at = 0; at < piece.length; at += 1) {
        const code = piece.charCodeAt(at);
        if (isInString) {
          isInString = isEscaped || code !== QUOTE;
          isEscaped = !isEscaped && code === BACKSLASH;
        } else if (code === QUOTE) isInString = true;
        else if (code === LIST_OPENS || code === OBJECT_OPENS) {
          if (open(depth < 2 ? textTo(at) : '', code)) startAfter(at);
        } else if (code === LIST_CLOSES || code === OBJECT_CLOSES) {
          depth -= 1;
          if (depth < 0) throw unreadable();
          if (depth === (list ? 1 : 0)) {
            yield* close(textTo(at));
            startAfter(at);
          }
        } else if (code === COMMA && depth === (list ? 2 : 1)) {
          yield* items(textTo(at), false);
          isAfterList = false;
          startAfter(at);
        }
      }
      held += piece.slice(start);
      refuseLong(held);
    },
    end() {
      if (!isEnded || held.trim() !== '') throw unreadable();
    },
  };
}
