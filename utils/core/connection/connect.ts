import type { WaitingFor } from '../job/job';
import type { Connection } from '../ports';
import { parseServerAddress } from '../server/base-url';
import type { Credential } from '../server/credential';
import { providerName, type Provider } from '../server/provider';
import { chosenProvider, providerFor, type Settings } from '../server/settings';

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
  readonly providerId: string;
  /** The servers that can be called as things stand, the chosen one first. */
  readonly readyServers: readonly ReadyServer[];
}

/** A server that can be called as things stand. */
export interface ReadyServer {
  readonly id: string;
  /** What the person calls it. */
  readonly name: string;
}

/** What to tell a person of a server, the chosen one unless another is meant. */
export async function checkSetup(ports: ConnectionPorts, providerId?: string): Promise<SetupState> {
  const settings = await ports.readSettings();
  const provider = providerFor(settings, providerId);
  const connection = await connect(ports, provider);
  return {
    host: providerName(provider),
    providerId: provider.id,
    readyServers: await findReadyServers(ports, settings),
    ...(!connection.ready && { missing: connection.waitingFor }),
  };
}

async function findReadyServers(ports: ConnectionPorts, settings: Settings): Promise<readonly ReadyServer[]> {
  const chosen = chosenProvider(settings);
  const providers = [chosen, ...settings.providers.filter(({ id }) => id !== chosen.id)];
  const connections = await Promise.all(providers.map((provider) => connect(ports, provider)));
  return providers
    .filter((_, place) => connections[place]?.ready)
    .map((provider) => ({ id: provider.id, name: providerName(provider) }));
}

/**
 * Whether a server can be called with this key and these headers: one on this computer or the local network, and one
 * with own headers, need no key.
 */
export function keySuffices(transport: string, { key, headers = {} }: Credential): boolean {
  return key !== undefined || transport !== 'encrypted' || Object.keys(headers).length > 0;
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
  if (!keySuffices(transport, credential)) return { ready: false, waitingFor: 'key' };
  if (!allowed) return { ready: false, waitingFor: 'access' };
  return { ready: true, server: { baseUrl, ...credential, timeoutMs: timeoutSeconds * 1000 } };
}
