import type { AnnounceChange } from '../core/change';
import type { KnowledgeStore } from '../core/ports';
import { knowNothing, learn, type ServerKnowledge } from '../core/server-knowledge';
import { storageFailure, type OpenDatabase } from './database';

/** What is known of a server. */
export async function readKnowledge(open: OpenDatabase, providerId: string): Promise<ServerKnowledge> {
  return (await (await open()).get('knowledge', providerId)) ?? knowNothing(providerId);
}

/** What is known of all servers. */
export async function readAllKnowledge(open: OpenDatabase): Promise<readonly ServerKnowledge[]> {
  return (await open()).getAll('knowledge');
}

/** What was found out about servers, in IndexedDB. Only the background makes one. */
export function createKnowledgeStore(
  open: OpenDatabase,
  announce: AnnounceChange,
): KnowledgeStore & { forget(providerId: string): Promise<void> } {
  return {
    read: (providerId) => readKnowledge(open, providerId),
    async learn(providerId, lesson) {
      try {
        const transaction = (await open()).transaction('knowledge', 'readwrite');
        const known = (await transaction.store.get(providerId)) ?? knowNothing(providerId);
        await Promise.all([transaction.store.put(learn(known, lesson)), transaction.done]);
      } catch (thrown) {
        throw storageFailure(thrown);
      }
      announce({ servers: true });
    },
    forget: async (providerId) => (await open()).delete('knowledge', providerId),
  };
}
