import type { MessageKey } from '@/utils/i18n/translate';

/** What a key does in the viewer. */
export type ViewerAction =
  | 'left'
  | 'right'
  | 'up'
  | 'down'
  | 'zoomIn'
  | 'zoomOut'
  | 'fit'
  | 'actualSize'
  | 'fullScreen'
  | 'details'
  | 'favorite'
  | 'download'
  | 'copyPrompt'
  | 'newerVersion'
  | 'olderVersion'
  | 'remove';

/** Keys that do one thing, and the sentence that says which. */
export interface KeyWords<Action> {
  /** As `KeyboardEvent.key` names them; letters in lower case. */
  readonly keys: readonly string[];
  readonly action: Action;
  readonly words: MessageKey;
}

/** All keys of the viewer, in the order in which they are explained. Escape is the browser's own. */
export const VIEWER_KEYS: readonly KeyWords<ViewerAction>[] = [
  { keys: ['ArrowLeft'], action: 'left', words: 'viewerKeys.left' },
  { keys: ['ArrowRight'], action: 'right', words: 'viewerKeys.right' },
  { keys: ['ArrowUp'], action: 'up', words: 'viewerKeys.up' },
  { keys: ['ArrowDown'], action: 'down', words: 'viewerKeys.down' },
  { keys: ['+', '='], action: 'zoomIn', words: 'viewerKeys.zoomIn' },
  { keys: ['-', '_'], action: 'zoomOut', words: 'viewerKeys.zoomOut' },
  { keys: ['0'], action: 'fit', words: 'viewerKeys.fit' },
  { keys: ['1'], action: 'actualSize', words: 'viewerKeys.actualSize' },
  { keys: ['f'], action: 'fullScreen', words: 'viewerKeys.fullScreen' },
  { keys: ['i'], action: 'details', words: 'viewerKeys.details' },
  { keys: ['s'], action: 'favorite', words: 'viewerKeys.favorite' },
  { keys: ['d'], action: 'download', words: 'viewerKeys.download' },
  { keys: ['c'], action: 'copyPrompt', words: 'viewerKeys.copyPrompt' },
  { keys: ['['], action: 'newerVersion', words: 'viewerKeys.newerVersion' },
  { keys: [']'], action: 'olderVersion', words: 'viewerKeys.olderVersion' },
  { keys: ['Delete'], action: 'remove', words: 'viewerKeys.remove' },
];

/** Actions that holding a key down repeats. */
const REPEATED: ReadonlySet<ViewerAction> = new Set(['left', 'right', 'up', 'down', 'zoomIn', 'zoomOut']);

/** The part of a keyboard event that tells what is meant. */
export interface KeyPress {
  readonly key: string;
  readonly repeat: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly target: EventTarget;
}

/** What a press means; nothing where the key belongs to what is being written or slid, or to the browser. */
export function viewerAction(press: KeyPress): ViewerAction | undefined {
  const { key, repeat, altKey, ctrlKey, metaKey, shiftKey, target } = press;
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return undefined;
  // With another key these are the browser's: Alt and an arrow go back.
  if (altKey || ctrlKey || metaKey) return undefined;
  // On many keyboards a sign is written with Shift; letters and arrows then mean something else.
  const isSign = key.length === 1 && !/\p{L}/u.test(key);
  if (shiftKey && !isSign) return undefined;
  const wanted = key.length === 1 ? key.toLowerCase() : key;
  const action = VIEWER_KEYS.find(({ keys }) => keys.includes(wanted))?.action;
  return action !== undefined && repeat && !REPEATED.has(action) ? undefined : action;
}
