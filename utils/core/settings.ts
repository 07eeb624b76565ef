import type { GenerationParameters } from './generation-parameters';
import { DEFAULT_MODEL } from './models';

/** What a click on the menu entry does: draw at once, or put the words into the side panel's prompt box. */
export type AfterMenuClick = 'draw' | 'edit';

/** Everything a person can set, except the key. */
export interface Settings {
  /** As normalised by `parseServerAddress`. */
  readonly baseUrl: string;
  /** Used by the menu entry, and shown first in the popup. `n` is left out: it is chosen anew for each prompt. */
  readonly parameters: Omit<GenerationParameters, 'n'>;
  readonly afterMenuClick: AfterMenuClick;
}

export const DEFAULT_SETTINGS: Settings = {
  baseUrl: 'https://dddai.dev/v1',
  parameters: { model: DEFAULT_MODEL },
  afterMenuClick: 'draw',
};
