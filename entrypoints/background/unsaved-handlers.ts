import type { Handlers } from '@/utils/messaging/protocol';
import { handOverFiles } from '@/utils/messaging/file-hand-over';
import type { Parts } from './parts';

type UnsavedHandlers = Pick<Handlers, 'checkStorage' | 'handOverUnsaved' | 'discardUnsaved'>;

/** Intents about pictures that storage did not take. */
export function createUnsavedHandlers({ unsaved, trouble, menuRefusal }: Parts): UnsavedHandlers {
  return {
    checkStorage() {
      const failure = trouble.current();
      const refused = menuRefusal.current();
      return Promise.resolve({
        unsaved: unsaved.list(),
        ...(failure && { failure }),
        ...(refused && { refused }),
      });
    },
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
