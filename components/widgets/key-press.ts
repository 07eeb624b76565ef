import type { MessageKey } from '@/utils/i18n/translate';

/** Keys that do one thing, and the sentence that says which. */
export interface KeyWords<Action> {
  /** As `KeyboardEvent.key` names them; letters in lower case. */
  readonly keys: readonly string[];
  readonly action: Action;
  readonly words: MessageKey;
  /** Whether holding the key down goes on doing it. */
  readonly repeats?: true;
}

/** The part of a keyboard event that tells what is meant. */
interface KeyPress {
  readonly key: string;
  readonly repeat: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly target: EventTarget;
}

/** What a press means; nothing where the key belongs to what is being written or slid, or to the browser. */
export function actionOf<Action>(table: readonly KeyWords<Action>[], press: KeyPress): Action | undefined {
  const { key, repeat, altKey, ctrlKey, metaKey, shiftKey, target } = press;
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return undefined;
  // With another key these are the browser's: Alt and an arrow go back.
  if (altKey || ctrlKey || metaKey) return undefined;
  // On many keyboards a sign is written with Shift; letters and arrows then mean something else.
  const isSign = key.length === 1 && !/\p{L}/u.test(key);
  if (shiftKey && !isSign) return undefined;
  const wanted = key.length === 1 ? key.toLowerCase() : key;
  const found = table.find(({ keys }) => keys.includes(wanted));
  return repeat && !found?.repeats ? undefined : found?.action;
}
