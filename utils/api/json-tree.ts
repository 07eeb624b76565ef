/** An open object or list of a JSON text. */
export interface JsonFrame {
  readonly kind: 'object' | 'list';
  /** Its name in the object around it; of a list's items, the name of the list. */
  readonly key: string | undefined;
  readonly parent: JsonFrame | undefined;
  /** What has arrived of it; values above the bounds are absent. */
  readonly value: Record<string, unknown> | unknown[];
}

/** What is done with the parts of a JSON text as they end. */
export interface JsonTreeHandler {
  /** An object or a list has ended, or the text has. */
  closeFrame(frame: JsonFrame): void;
  /** A value that is in no other is complete. */
  root(value: unknown): void;
}

export type Bracket = '{' | '}' | '[' | ']';

/** Builds the values of a JSON text from its tokens. */
export interface JsonTree {
  /** The innermost open object or list. */
  readonly frame: JsonFrame | undefined;
  /** The key of the value that comes next. */
  readonly key: string | undefined;
  /** Whether a text that comes next is a key. */
  readonly isKeyNext: boolean;
  bracket(bracket: Bracket): void;
  colon(): void;
  comma(): void;
  /** A text in the place of a key; it is one when a colon follows. */
  keyText(text: string): void;
  /** A complete value; `undefined` for one that is left out. */
  value(value: unknown): void;
  /** Closes all that is open. */
  end(): void;
  /** Whether there were more values than the budget allows. */
  readonly isFull: boolean;
}

/** Objects and lists within each other; deeper ones are skipped. No reply needs ten. */
const DEPTH_LIMIT = 64;

/** How many values may still be read. Messages of one reply share it. */
export interface ValueBudget {
  left: number;
}

/** As many values as an honest reply has never had: it has some hundred, and a long stream some ten thousand. */
const VALUE_LIMIT = 50_000;

/** A budget for one reply, or one list. */
export function createValueBudget(values = VALUE_LIMIT): ValueBudget {
  return { left: values };
}

interface OpenFrame extends JsonFrame {
  readonly parent: OpenFrame | undefined;
  /** The key of the value that comes next; `undefined` in an object before its key. */
  nextKey: string | undefined;
  candidate: string | undefined;
  /** Whether the budget allowed it when it began. What it holds counts for itself. */
  readonly isKept: boolean;
}

/** An object without a prototype, so that a key such as `__proto__` is a key like any other. */
function emptyObject(): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  Object.setPrototypeOf(object, null);
  return object;
}

/** Makes a builder that tolerates missing commas, brackets that do not match, and an end in the middle. */
export function createJsonTree(handler: JsonTreeHandler, budget: ValueBudget): JsonTree {
  let frame: OpenFrame | undefined;
  let depth = 0;
  let skipped = 0;

  const key = (): string | undefined => (frame?.kind === 'object' ? frame.nextKey : frame?.key);

  function spend(): boolean {
    budget.left -= 1;
    return budget.left >= 0;
  }

  function put(value: unknown, isInBudget: boolean): void {
    const isKept = isInBudget && value !== undefined;
    if (!frame) {
      if (value !== undefined) handler.root(value);
    } else if (Array.isArray(frame.value)) {
      if (isKept) frame.value.push(value);
    } else {
      if (isKept && frame.nextKey !== undefined) frame.value[frame.nextKey] = value;
      frame.nextKey = undefined;
    }
  }

  function open(kind: JsonFrame['kind']): void {
    if (depth >= DEPTH_LIMIT) {
      skipped += 1;
      return;
    }
    depth += 1;
    const value = kind === 'list' ? [] : emptyObject();
    frame = {
      kind,
      key: key(),
      parent: frame,
      value,
      nextKey: undefined,
      candidate: undefined,
      isKept: spend(),
    };
  }

  function closeTop(): void {
    if (!frame) return;
    const { value, parent, isKept } = frame;
    handler.closeFrame(frame);
    frame = parent;
    depth -= 1;
    put(value, isKept);
  }

  /** Closes the innermost frame of this kind with all that is open inside it; without one the bracket is ignored. */
  function close(kind: JsonFrame['kind']): void {
    if (skipped > 0) {
      skipped -= 1;
      return;
    }
    let match = frame;
    while (match && match.kind !== kind) match = match.parent;
    if (!match) return;
    while (frame !== match) closeTop();
    closeTop();
  }

  return {
    get frame() {
      return frame;
    },
    get key() {
      return key();
    },
    get isKeyNext() {
      return frame?.kind === 'object' && frame.nextKey === undefined;
    },
    bracket(bracket) {
      if (bracket === '{' || bracket === '[') open(bracket === '{' ? 'object' : 'list');
      else close(bracket === '}' ? 'object' : 'list');
    },
    colon() {
      if (frame?.candidate === undefined) return;
      frame.nextKey = frame.candidate;
      frame.candidate = undefined;
    },
    comma() {
      if (!frame) return;
      frame.nextKey = undefined;
      frame.candidate = undefined;
    },
    keyText(text) {
      if (frame) frame.candidate = text;
    },
    value: (value) => put(value, spend()),
    end() {
      skipped = 0;
      while (frame) closeTop();
    },
    get isFull() {
      return budget.left < 0;
    },
  };
}
