import type { AnnounceChange } from '../core/change';
import type { KnowledgeStore } from '../core/ports';
import { knowNothing, learn } from '../core/server-knowledge';
import { withDatabase, type OpenDatabase } from './database';
import { readKnowledge } from './knowledge-reader';

/** What was found out about servers, in IndexedDB. Only the background makes one. */
export function createKnowledgeStore(
  open: OpenDatabase,
  announce: AnnounceChange,
): KnowledgeStore & { forget(providerId: string): Promise<void> } {
  return {
    read: (providerId) => readKnowledge(open, providerId),
    async learn(providerId, lesson) {
      await withDatabase(open, async (database) => {
        const transaction = database.transaction('knowledge', 'readwrite');
        const known = (await transaction.store.get(providerId)) ?? knowNothing(providerId);
        await Promise.all([transaction.store.put(learn(known, lesson)), transaction.done]);
      });
      announce({ servers: true });
    },
    forget: (providerId) => withDatabase(open, (database) => database.delete('knowledge', providerId)),
  };
}
