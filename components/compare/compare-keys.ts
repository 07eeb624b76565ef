import type { KeyWords } from '../widgets/key-press';
import { ZOOM_KEYS, type ZoomAction } from '../zoom/zoom-keys';

/** What a key does while two pictures are compared. */
export type CompareAction = ZoomAction | 'swap' | 'slider';

/** All keys of the comparison, in the order in which they are explained. */
export const COMPARE_KEYS: readonly KeyWords<CompareAction>[] = [
  ...ZOOM_KEYS,
  { keys: ['x'], action: 'swap', words: 'compareKeys.swap' },
  { keys: ['v'], action: 'slider', words: 'compareKeys.slider' },
];
