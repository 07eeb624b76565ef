import type { MessageReader } from './message-reader';

/** Reads the text of an event stream piece by piece. */
export interface EventReader {
  add(text: string): void;
  end(isBroken: boolean): void;
  /** Whether `[DONE]` came. */
  readonly isDone: boolean;
  /** Whether it came after all pictures, so that the rest is not read. */
  readonly isClosed: boolean;
  /** Characters so far, without those of pictures. */
  readonly restLength: number;
}

/** Longest name of a field or an event that is kept, in characters. */
const NAME_LIMIT = 200;

/** Ends the streams of OpenAI's chat API, and of relays (image-api §1.6). */
const DONE = '[DONE]';

const COLON = 0x3a;

/** Finds the next place of a character, from places that only grow: each part of a text is searched once. */
function createFinder(text: string, character: string): (from: number) => number {
  let next = -1;
  return (from) => {
    if (next >= from) return next;
    const found = text.indexOf(character, from);
    next = found < 0 ? Infinity : found;
    return next;
  };
}

/** What the rest of a line belongs to. */
type Field = 'name' | 'data' | 'event' | 'ignored';

/**
 * Reads server-sent events (HTML, §9.2.5 and §9.2.6) and hands on their data as it arrives: a library that gives whole
 * events would hold pictures back until the end of the line, and lose one that the connection cuts short. A line that
 * is JSON counts as data without its prefix.
 * @param message reads the data of the events
 * @param isComplete whether all pictures are here, so that nothing after `[DONE]` is of interest
 */
export function createEventReader(message: MessageReader, isComplete: () => boolean): EventReader {
  let isInMessage = false;
  let eventName = '';
  let field: Field = 'name';
  /** The beginning of the line: of the name of its field, or of its data. */
  let start = '';
  let isValueStart = false;
  let isAfterReturn = false;
  let isLineEmpty = true;
  let isDone = false;
  let isClosed = false;
  let others = 0;

  function give(text: string): void {
    if (isClosed || text === '' || (!isInMessage && text.trim() === '')) return;
    if (!isInMessage) message.begin(eventName === '' ? undefined : eventName);
    isInMessage = true;
    message.add(text);
  }

  function endMessage(isBroken: boolean): void {
    if (isInMessage) message.end(isBroken);
    isInMessage = false;
    eventName = '';
  }

  function value(text: string): void {
    if (text === '') return;
    const own = isValueStart && text.startsWith(' ') ? text.slice(1) : text;
    isValueStart = false;
    if (field === 'event') eventName += own.slice(0, NAME_LIMIT - eventName.length);
    if (field !== 'data') {
      others += text.length;
      return;
    }
    if (start.length >= DONE.length) {
      give(own);
      return;
    }
    start += own;
    if (start.length < DONE.length) return;
    if (start.startsWith(DONE)) {
      isDone = true;
      isClosed = isComplete();
      field = 'ignored';
    } else give(start);
  }

  function beginValue(name: string): void {
    isValueStart = true;
    start = '';
    if (name === 'data') {
      field = 'data';
      if (isInMessage) message.add('\n');
    } else if (name === 'event') {
      field = 'event';
      eventName = '';
    } else field = 'ignored';
  }

  /** Part of a line; a comment is counted only. */
  function segment(all: string, from: number, to: number): void {
    if (from === to) return;
    if (isLineEmpty && field === 'name' && all.charCodeAt(from) === COLON) field = 'ignored';
    if (field === 'ignored') {
      isLineEmpty = false;
      others += to - from;
      return;
    }
    const text = all.slice(from, to);
    isLineEmpty = false;
    if (field !== 'name') {
      value(text);
      return;
    }
    start += text.slice(0, NAME_LIMIT);
    const colon = start.indexOf(':');
    if (/^[[{"]/.test(start)) {
      const line = start + text.slice(NAME_LIMIT);
      beginValue('data');
      value(line);
    } else if (colon >= 0) {
      const line = start + text.slice(NAME_LIMIT);
      beginValue(start.slice(0, colon));
      value(line.slice(colon + 1));
    } else if (start.length > NAME_LIMIT) field = 'ignored';
  }

  function endLine(): void {
    if (field === 'data' && start.length < DONE.length) give(start);
    if (isLineEmpty) endMessage(false);
    field = 'name';
    start = '';
    isLineEmpty = true;
  }

  return {
    add(text) {
      let from = isAfterReturn && text.startsWith('\n') ? 1 : 0;
      if (text !== '') isAfterReturn = false;
      const feeds = createFinder(text, '\n');
      const returns = createFinder(text, '\r');
      for (;;) {
        const [feed, back] = [feeds(from), returns(from)];
        const end = Math.min(feed, back);
        if (end === Infinity) break;
        segment(text, from, end);
        endLine();
        from = end + 1;
        if (end === back && from === text.length) isAfterReturn = true;
        else if (end === back && feed === from) from += 1;
      }
      segment(text, from, text.length);
    },
    end(isBroken) {
      if (field === 'data' && start.length < DONE.length) give(start);
      endMessage(isBroken);
    },
    get isDone() {
      return isDone;
    },
    get isClosed() {
      return isClosed;
    },
    get restLength() {
      return others + message.restLength;
    },
  };
}
