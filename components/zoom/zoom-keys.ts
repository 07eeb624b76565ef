import type { KeyWords } from '../widgets/key-press';

/** What a key does to the view of a picture. */
export type ZoomAction = 'left' | 'right' | 'up' | 'down' | 'zoomIn' | 'zoomOut' | 'fit' | 'actualSize';

/** Keys that move the view, wherever a picture can be looked at closely. */
export const ZOOM_KEYS: readonly KeyWords<ZoomAction>[] = [
  { keys: ['ArrowLeft'], action: 'left', words: 'viewerKeys.left', repeats: true },
  { keys: ['ArrowRight'], action: 'right', words: 'viewerKeys.right', repeats: true },
  { keys: ['ArrowUp'], action: 'up', words: 'viewerKeys.up', repeats: true },
  { keys: ['ArrowDown'], action: 'down', words: 'viewerKeys.down', repeats: true },
  { keys: ['+', '='], action: 'zoomIn', words: 'viewerKeys.zoomIn', repeats: true },
  { keys: ['-', '_'], action: 'zoomOut', words: 'viewerKeys.zoomOut', repeats: true },
  { keys: ['0'], action: 'fit', words: 'viewerKeys.fit' },
  { keys: ['1'], action: 'actualSize', words: 'viewerKeys.actualSize' },
];
