import type { GenerationParameters } from '../model/generation-parameters';
import type { Passage } from '../text/passage';

/** A prompt that is being written; kept so that a popup that closes loses nothing. */
export interface Draft {
  readonly prompt: string;
  /** Where the words came from; kept while the person edits them. */
  readonly passage?: Passage;
  /** Whether the page hides some of the words from its readers. */
  readonly hasHiddenText?: boolean;
  /** What was chosen for this prompt; absent where the settings still decide. */
  readonly parameters?: GenerationParameters;
  /** The server chosen for it. */
  readonly providerId?: string;
}

/** Whether a draft has words that would be lost if another one took its place. */
export function isReplacedBy(draft: Draft | undefined, next: Draft): draft is Draft {
  return draft !== undefined && draft.prompt.trim() !== '' && draft.prompt !== next.prompt;
}

/** Who writes a draft when a prompt of the history is reused. */
export const HISTORY_WRITER = 'history';

/** A draft as it is stored. */
export interface KeptDraft {
  readonly draft: Draft;
  /** The draft whose place it took, until the next one is typed. */
  readonly replaced?: Draft;
  /** Which page wrote it: what comes back to its writer is older than what is being typed there. */
  readonly writer: string;
}
