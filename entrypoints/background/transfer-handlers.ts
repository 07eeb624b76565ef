import { parseImportBatch } from '@/utils/archive/parse-batch';
import type { Handlers } from '@/utils/messaging/protocol';
import { takeOffer } from '@/utils/messaging/offer';
import { importHistory, removeHistory } from '@/utils/storage/import-writer';
import type { Parts } from './parts';

type TransferHandlers = Pick<Handlers, 'importHistory' | 'undoImport'>;

/** Intents about what comes from archives. */
export function createTransferHandlers({ open, announce, now }: Parts): TransferHandlers {
  return {
    importHistory: async ({ channel }) =>
      importHistory(open, announce, parseImportBatch(await takeOffer(channel), now())),
    undoImport: async ({ jobIds, pictureIds }) => ({
      removed: await removeHistory(open, announce, { jobs: jobIds, pictures: pictureIds }),
    }),
  };
}
