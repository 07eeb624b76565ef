import type { AnnounceChange } from '../core/change';
import { isReplacedBy, type KeptDraft } from '../core/job/draft';
import { withDatabase, type OpenDatabase } from './database';

/** There is one prompt box in a person's mind, so there is one draft, whichever page shows it. */
const KEY = 'composer';

/** The prompt being written; `undefined` when none ever was. */
export function readDraft(open: OpenDatabase): Promise<KeptDraft | undefined> {
  return withDatabase(open, (database) => database.get('drafts', KEY));
}

/** Puts another draft in the place of the one that is being written, which is kept beside it. */
export async function replaceDraft(
  open: OpenDatabase,
  announce: AnnounceChange,
  kept: KeptDraft,
): Promise<void> {
  const before = (await readDraft(open))?.draft;
  const replaced = isReplacedBy(before, kept.draft) ? { replaced: before } : {};
  await writeDraft(open, announce, { ...kept, ...replaced });
}

/** Keeps the draft as it is typed. Written by the background only. */
export async function writeDraft(
  open: OpenDatabase,
  announce: AnnounceChange,
  kept: KeptDraft,
): Promise<void> {
  await withDatabase(open, (database) => database.put('drafts', kept, KEY));
  announce({ draft: true });
}
