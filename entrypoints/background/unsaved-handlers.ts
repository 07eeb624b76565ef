import type { Handlers } from '@/utils/messaging/protocol';
import { handOverFiles } from '@/utils/messaging/file-hand-over';
import type { Parts } from './parts';

type UnsavedHandlers = Pick<Handlers, 'listUnsaved' | 'handOverUnsaved' | 'discardUnsaved'>;

/** Intents about pictures that storage did not take. */
export function createUnsavedHandlers({ unsaved }: Pick<Parts, 'unsaved'>): UnsavedHandlers {
  return {
    listUnsaved: () => Promise.resolve(unsaved.list()),
    handOverUnsaved({ jobId, channel }) {
      handOverFiles(channel, unsaved.files(jobId));
      return Promise.resolve(null);
    },
    discardUnsaved({ jobId }) {
      unsaved.discard(jobId);
      return Promise.resolve(null);
    },
  };
}
