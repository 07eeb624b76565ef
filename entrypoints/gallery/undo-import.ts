import type { UndoneCounts, UndoRows } from '@/utils/core/archive/import-batch';
import { undoParts } from '@/utils/core/archive/undo-parts';
import { ask } from '@/utils/messaging/client';
import { offer } from '@/utils/messaging/offer';

/** Takes an import back through the background, part by part; what is done already is found so, and not done twice. */
export async function undoImport(rows: UndoRows): Promise<UndoneCounts> {
  const undone = { removed: 0, putBack: 0, changed: 0 };
  for (const part of undoParts(rows)) {
    const { removed, putBack, changed } = await offer(part, (channel) =>
      ask({ type: 'undoImport', channel }),
    );
    undone.removed += removed;
    undone.putBack += putBack;
    undone.changed += changed;
  }
  return undone;
}
