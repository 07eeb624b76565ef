import { knowNothing, type ServerKnowledge } from '../core/server/server-knowledge';
import { withDatabase, type OpenDatabase } from './database';

/** What is known of a server. */
export async function readKnowledge(open: OpenDatabase, providerId: string): Promise<ServerKnowledge> {
  const known = await withDatabase(open, (database) => database.get('knowledge', providerId));
  return known ?? knowNothing(providerId);
}

/** What is known of all servers. */
export function readAllKnowledge(open: OpenDatabase): Promise<readonly ServerKnowledge[]> {
  return withDatabase(open, (database) => database.getAll('knowledge'));
}
