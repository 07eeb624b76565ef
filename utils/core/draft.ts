import type { GenerationParameters } from './generation-parameters';
import type { Passage } from './passage';

/** A prompt that is being written; kept so that a popup that closes loses nothing. */
export interface Draft {
  readonly prompt: string;
  /** Where the words came from; kept while the person edits them. */
  readonly passage?: Passage;
  /** What was chosen for this prompt; absent where the settings still decide. */
  readonly parameters?: GenerationParameters;
}
