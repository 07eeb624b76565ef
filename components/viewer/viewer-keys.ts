import type { KeyWords } from '../widgets/key-press';
import { ZOOM_KEYS, type ZoomAction } from '../zoom/zoom-keys';

/** What a key does in the viewer. */
export type ViewerAction =
  | ZoomAction
  | 'fullScreen'
  | 'details'
  | 'favorite'
  | 'download'
  | 'copyPrompt'
  | 'newerVersion'
  | 'olderVersion'
  | 'remove';

/** All keys of the viewer, in the order in which they are explained. Escape is the browser's own. */
export const VIEWER_KEYS: readonly KeyWords<ViewerAction>[] = [
  ...ZOOM_KEYS,
  { keys: ['f'], action: 'fullScreen', words: 'viewerKeys.fullScreen' },
  { keys: ['i'], action: 'details', words: 'viewerKeys.details' },
  { keys: ['s'], action: 'favorite', words: 'viewerKeys.favorite' },
  { keys: ['d'], action: 'download', words: 'viewerKeys.download' },
  { keys: ['c'], action: 'copyPrompt', words: 'viewerKeys.copyPrompt' },
  { keys: ['['], action: 'newerVersion', words: 'viewerKeys.newerVersion' },
  { keys: [']'], action: 'olderVersion', words: 'viewerKeys.olderVersion' },
  { keys: ['Delete'], action: 'remove', words: 'viewerKeys.remove' },
];
