import type { WaitingFor } from '../job/job';
import type { Connection } from '../ports';
import { parseServerAddress } from '../server/base-url';
import type { Credential } from '../server/credential';
import { providerName, type Provider } from '../server/provider';
import { providerFor, type Settings } from '../server/settings';

/** What decides whether a server may be called. */
export interface ConnectionPorts {
  readonly readSettings: () => Promise<Settings>;
  /** What was entered for a provider, and for no other origin than this one. */
  readonly readCredential: (providerId: string, origin: string) => Promise<Credential>;
  readonly hasAccess: (address: string) => Promise<boolean>;
}

/** What is missing before pictures can be made; nothing when `missing` is absent. */
export interface SetupState {
  readonly missing?: WaitingFor;
  /** What the person calls the server. */
  readonly host: string;
}

/** What to tell a person of a server, the chosen one unless another is meant. */
export async function checkSetup(ports: ConnectionPorts, providerId?: string): Promise<SetupState> {
  const settings = await ports.readSettings();
  const provider = providerFor(settings, providerId);
  const connection = await connect(ports, provider);
  const host = providerName(provider);
  return connection.ready ? { host } : { host, missing: connection.waitingFor };
}

/** Whether a server can be called without a key: one on this computer or the local network, or one that wants headers. */
export function keyIsOptional(transport: string, { headers = {} }: Credential): boolean {
  return transport !== 'encrypted' || Object.keys(headers).length > 0;
}

/**
 * The server to call, or what is still missing. A key is wanted wherever the line is encrypted; servers on this
 * computer or the local network often have none.
 */
export async function connect(
  { readCredential, hasAccess }: Pick<ConnectionPorts, 'readCredential' | 'hasAccess'>,
  { id, baseUrl, timeoutSeconds }: Provider,
): Promise<Connection> {
  const parsed = parseServerAddress(baseUrl);
  if (!parsed.ok) return { ready: false, waitingFor: 'key' };
  const { origin, transport } = parsed.address;
  const [credential, allowed] = await Promise.all([readCredential(id, origin), hasAccess(baseUrl)]);
  if (credential.key === undefined && !keyIsOptional(transport, credential)) {
    return { ready: false, waitingFor: 'key' };
  }
  if (!allowed) return { ready: false, waitingFor: 'access' };
  return { ready: true, server: { baseUrl, ...credential, timeoutMs: timeoutSeconds * 1000 } };
}
