import { knowNothing, type ServerKnowledge } from '../core/server-knowledge';
import type { OpenDatabase } from './database';

/** What is known of a server. */
export async function readKnowledge(open: OpenDatabase, providerId: string): Promise<ServerKnowledge> {
  return (await (await open()).get('knowledge', providerId)) ?? knowNothing(providerId);
}

/** What is known of all servers. */
export async function readAllKnowledge(open: OpenDatabase): Promise<readonly ServerKnowledge[]> {
  return (await open()).getAll('knowledge');
}
