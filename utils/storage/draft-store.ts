import type { AnnounceChange } from '../core/change';
import type { KeptDraft } from '../core/job/draft';
import { withDatabase, type OpenDatabase } from './database';

/** There is one prompt box in a person's mind, so there is one draft, whichever page shows it. */
const KEY = 'composer';

/** The prompt being written; `undefined` when none ever was. */
export function readDraft(open: OpenDatabase): Promise<KeptDraft | undefined> {
  return withDatabase(open, (database) => database.get('drafts', KEY));
}

/** Replaces the draft. Written by the background only. */
export async function writeDraft(
  open: OpenDatabase,
  announce: AnnounceChange,
  kept: KeptDraft,
): Promise<void> {
  await withDatabase(open, (database) => database.put('drafts', kept, KEY));
  announce({ draft: true });
}
