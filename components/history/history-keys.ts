import type { MessageKey } from '@/utils/i18n/translate';

/** Keys that do something, as they are written on keyboards, and the sentence that says what. */
export interface KeyHint {
  /** Any of these; parts that are pressed together have a `+` between them. */
  readonly keys: readonly string[];
  readonly words: MessageKey;
}

/** What keys do in the history. */
export const HISTORY_KEYS: readonly KeyHint[] = [
  { keys: ['/'], words: 'keys.search' },
  { keys: ['←', '→', '↑', '↓'], words: 'keys.move' },
  { keys: ['Home', 'End', 'Page Up', 'Page Down'], words: 'keys.jump' },
  { keys: ['Enter'], words: 'keys.open' },
  { keys: ['X'], words: 'keys.choose' },
  { keys: ['Shift+←', 'Shift+→', 'Shift+↑', 'Shift+↓'], words: 'keys.stretch' },
  { keys: ['Ctrl+A'], words: 'keys.all' },
  { keys: ['Esc'], words: 'keys.clear' },
  { keys: ['S'], words: 'keys.favorite' },
  { keys: ['T'], words: 'keys.tag' },
  { keys: ['C'], words: 'keys.copyPrompts' },
  { keys: ['D'], words: 'keys.download' },
  { keys: ['Delete'], words: 'keys.delete' },
  { keys: ['Ctrl+Z'], words: 'keys.undo' },
  { keys: ['?'], words: 'keys.sheet' },
];
