import { parseImportBatch, parseUndoRows } from '@/utils/archive/parse-batch';
import type { Handlers } from '@/utils/messaging/protocol';
import { takeOffer } from '@/utils/messaging/offer';
import { undoImport } from '@/utils/storage/import-undo';
import { importHistory } from '@/utils/storage/import-writer';
import type { Parts } from './parts';

type TransferHandlers = Pick<Handlers, 'importHistory' | 'undoImport'>;

/** Intents about what comes from archives. */
export function createTransferHandlers({ open, announce, now }: Parts): TransferHandlers {
  return {
    importHistory: async ({ channel }) =>
      importHistory(open, announce, parseImportBatch(await takeOffer(channel), now())),
    undoImport: async ({ channel }) =>
      undoImport(open, announce, parseUndoRows(await takeOffer(channel), now())),
  };
}
