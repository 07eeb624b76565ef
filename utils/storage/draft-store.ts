import type { AnnounceChange } from '../core/change';
import type { Draft } from '../core/draft';
import { storageFailure, type OpenDatabase } from './database';

/** There is one prompt box in a person's mind, so there is one draft, whichever page shows it. */
const KEY = 'composer';

/** The prompt being written; `undefined` when nothing is. */
export async function readDraft(open: OpenDatabase): Promise<Draft | undefined> {
  return (await open()).get('drafts', KEY);
}

/** Replaces the draft; an empty prompt clears it. Written by the background only. */
export async function writeDraft(open: OpenDatabase, announce: AnnounceChange, draft: Draft): Promise<void> {
  try {
    const database = await open();
    await (draft.prompt === '' ? database.delete('drafts', KEY) : database.put('drafts', draft, KEY));
  } catch (thrown) {
    throw storageFailure(thrown);
  }
  announce({ draft: true });
}
