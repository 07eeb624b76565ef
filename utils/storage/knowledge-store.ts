import type { AnnounceChange } from '../core/change';
import type { KnowledgeStore } from '../core/ports';
import { knowNothing, learn } from '../core/server/server-knowledge';
import { write, type OpenDatabase } from './database';
import { readKnowledge } from './knowledge-reader';

/** What was found out about servers, in IndexedDB. Only the background makes one. */
export function createKnowledgeStore(
  open: OpenDatabase,
  announce: AnnounceChange,
): KnowledgeStore & { forget(providerId: string): Promise<void> } {
  return {
    read: (providerId) => readKnowledge(open, providerId),
    async learn(providerId, lesson) {
      await write(open, ['knowledge'], async (transaction) => {
        const store = transaction.objectStore('knowledge');
        const known = (await store.get(providerId)) ?? knowNothing(providerId);
        await store.put(learn(known, lesson));
      });
      announce({ servers: true });
    },
    forget: (providerId) =>
      write(open, ['knowledge'], (transaction) => transaction.objectStore('knowledge').delete(providerId)),
  };
}
