/** What takes the characters of one string of a JSON text as they come. */
export interface StringSink {
  add(text: string): void;
}

/** A place in a string from which on a sink takes its characters. */
export interface SinkStart {
  readonly sink: StringSink;
  /** Characters at the front of the string that are not for the sink. */
  readonly skip: number;
}

/** Decides by the first characters of a string whether a sink takes it; `undefined` keeps it as text. */
export type OpenSink = (head: string) => SinkStart | undefined;

/** As much of a string as is needed to decide what it is: a `data:` prefix and the first bytes of a picture. */
const HEAD_LENGTH = 256;

/** Longest text that is kept of a string, in characters; longer than any prompt or address. */
const TEXT_LIMIT = 40_000;

/** The characters of one string. */
export interface StringCapture {
  /** Adds unescaped characters. */
  add(text: string): void;
  /** Decides by what is here, as nothing of the string may follow. */
  decide(): void;
  /** The string is complete: its text, or `undefined` where a sink took it. */
  finish(): string | undefined;
  readonly sink: StringSink | undefined;
  /** Whether nothing more of the string is kept. */
  readonly isFull: boolean;
}

/** Captures one string: a sink decides early whether it takes the characters, otherwise the first of them are kept. */
export function createStringCapture(open: OpenSink): StringCapture {
  let text = '';
  let isDecided = false;
  let sink: StringSink | undefined;

  function decide(): void {
    if (isDecided) return;
    isDecided = true;
    const start = open(text);
    if (!start) return;
    sink = start.sink;
    sink.add(text.slice(start.skip));
    text = '';
  }

  return {
    add(piece) {
      const head = isDecided ? 0 : HEAD_LENGTH - text.length;
      if (head > 0) text += piece.slice(0, head);
      if (text.length >= HEAD_LENGTH) decide();
      if (piece.length <= head) return;
      if (sink) sink.add(piece.slice(head));
      else if (text.length < TEXT_LIMIT) text += piece.slice(head, head + TEXT_LIMIT - text.length);
    },
    decide,
    finish() {
      decide();
      return sink ? undefined : text;
    },
    get sink() {
      return sink;
    },
    get isFull() {
      return sink === undefined && text.length >= TEXT_LIMIT;
    },
  };
}
