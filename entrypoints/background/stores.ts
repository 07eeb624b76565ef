import { reportFault } from '@/utils/browser/log';
import type { AnnounceChange } from '@/utils/core/change';
import { createCredentialStore } from '@/utils/storage/credential-store';
import { createDatabaseOpener } from '@/utils/storage/database';
import { createJobStore } from '@/utils/storage/job-store';
import { createKnowledgeStore } from '@/utils/storage/knowledge-store';
import { createPictureStore } from '@/utils/storage/picture-store';
import { createPreviewStore } from '@/utils/storage/preview-store';
import { createSettingsChanger } from '@/utils/storage/settings-changer';
import { retirePictures } from './retire-pictures';

/** Everything the background writes to, over one connection to the database, with one way to announce changes. */
export function createStores(tell: AnnounceChange) {
  // What is announced is written: a page that does not hear of it must not make the write look failed.
  const announce: AnnounceChange = (change) => {
    try {
      tell(change);
    } catch (thrown) {
      reportFault(thrown);
    }
  };
  const open = createDatabaseOpener();
  const pictures = createPictureStore(open, announce);
  return {
    open,
    announce,
    credentials: createCredentialStore(open),
    jobs: createJobStore(open, announce),
    knowledge: createKnowledgeStore(open, announce),
    pictures,
    /** Moves to the trash what the person's own rule says. */
    retire: () => retirePictures(pictures, Date.now),
    previews: createPreviewStore(open, announce, reportFault),
    changeSettings: createSettingsChanger(),
  };
}
