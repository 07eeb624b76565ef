import { parseServerAddress } from './base-url';
import type { WaitingFor } from './job';
import type { Connection } from './ports';
import type { Settings } from './settings';

/** What decides whether the chosen server may be called. */
export interface ConnectionPorts {
  readonly readSettings: () => Promise<Settings>;
  /** The key entered for an origin. */
  readonly readKey: (origin: string) => Promise<string | undefined>;
  readonly hasAccess: (address: string) => Promise<boolean>;
}

/** What is missing before pictures can be made; nothing when `missing` is absent. */
export interface SetupState {
  readonly missing?: WaitingFor;
  readonly host: string;
}

/** What to tell a person of the chosen server. */
export async function checkSetup(ports: ConnectionPorts): Promise<SetupState> {
  const { baseUrl } = await ports.readSettings();
  const connection = await connect(ports);
  const host = URL.parse(baseUrl)?.host ?? baseUrl;
  return connection.ready ? { host } : { host, missing: connection.waitingFor };
}

/**
 * The server to call, or what is still missing. A key is wanted wherever the line is encrypted; servers on this
 * computer or the local network often have none.
 */
export async function connect(ports: ConnectionPorts): Promise<Connection> {
  const { baseUrl } = await ports.readSettings();
  const parsed = parseServerAddress(baseUrl);
  if (!parsed.ok) return { ready: false, waitingFor: 'key' };
  const { origin, transport } = parsed.address;
  const key = await ports.readKey(origin);
  if (key === undefined && transport === 'encrypted') return { ready: false, waitingFor: 'key' };
  if (!(await ports.hasAccess(baseUrl))) return { ready: false, waitingFor: 'access' };
  return { ready: true, server: { baseUrl, ...(key !== undefined && { key }) } };
}
