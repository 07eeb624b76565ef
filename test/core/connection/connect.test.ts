import { describe, expect, it } from 'vitest';
import { checkSetup, connect, type ConnectionPorts } from '@/utils/core/connection/connect';
import type { Connection } from '@/utils/core/ports';
import { createProvider } from '@/utils/core/server/provider';
import { DEFAULT_SETTINGS } from '@/utils/core/server/settings';

const LOCAL = 'http://127.0.0.1:8787/v1';

interface World {
  readonly baseUrl?: string;
  /** Keys by the origin they were entered for. */
  readonly keys?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly granted?: readonly string[];
}

const DDDAI = 'https://dddai.dev/v1';

const providerAt = (baseUrl: string) => createProvider('p', { baseUrl, timeoutSeconds: 60 });

function makePorts({ baseUrl = DDDAI, keys = {}, headers, granted = [baseUrl] }: World): ConnectionPorts {
  return {
    readSettings: () =>
      Promise.resolve({ ...DEFAULT_SETTINGS, providers: [providerAt(baseUrl)], providerId: 'p' }),
    readCredential(_, origin) {
      const key = keys[origin];
      return Promise.resolve({ ...(key !== undefined && { key }), ...(headers && { headers }) });
    },
    hasAccess: (address) => Promise.resolve(granted.includes(address)),
  };
}

const connectIn = (world: World): Promise<Connection> =>
  connect(makePorts(world), providerAt(world.baseUrl ?? DDDAI));

const KEYS = { 'https://dddai.dev': 'sk-1' };

describe('connect', () => {
  it('gives the server with the key of its origin', async () => {
    const keys = { ...KEYS, 'https://other.example': 'sk-2' };
    expect(await connectIn({ keys })).toEqual({
      ready: true,
      server: { baseUrl: DDDAI, key: 'sk-1', timeoutMs: 60_000 },
    });
  });

  it.each<[string, World, 'key' | 'access']>([
    ['a key', {}, 'key'],
    ['a key of this origin, not of another', { keys: { 'https://other.example': 'sk-2' } }, 'key'],
    ['a key of this port', { baseUrl: 'https://dddai.dev:8443/v1', keys: KEYS }, 'key'],
    ['access', { keys: KEYS, granted: [] }, 'access'],
    ['access to a server without key', { baseUrl: LOCAL, granted: [] }, 'access'],
    ['the settings page, where the address is none', { baseUrl: 'no address' }, 'key'],
  ])('waits for %s', async (_, world, waitingFor) => {
    expect(await connectIn(world)).toEqual({ ready: false, waitingFor });
  });

  it.each([
    ['no key', {}, { baseUrl: LOCAL, timeoutMs: 60_000 }],
    ['a key', { 'http://127.0.0.1:8787': 'sk-3' }, { baseUrl: LOCAL, key: 'sk-3', timeoutMs: 60_000 }],
  ])('calls a server on this computer with %s', async (_, keys, server) => {
    expect(await connectIn({ baseUrl: LOCAL, keys })).toEqual({ ready: true, server });
  });
});

it('calls a server that wants its key in a header of another name', async () => {
  const headers = { 'api-key': 'k' };
  expect(await connectIn({ headers })).toMatchObject({ ready: true, server: { headers } });
});

describe('checkSetup', () => {
  it.each<[World, object]>([
    [{ keys: KEYS }, { host: 'dddai.dev' }],
    [{}, { host: 'dddai.dev', missing: 'key' }],
    [
      { keys: KEYS, granted: [] },
      { host: 'dddai.dev', missing: 'access' },
    ],
    [
      { baseUrl: LOCAL, granted: [] },
      { host: '127.0.0.1:8787', missing: 'access' },
    ],
    [{ baseUrl: 'no address' }, { host: 'no address', missing: 'key' }],
  ])('of %j tells %j', async (world, setup) => {
    const { host, missing, providerId, readyServers } = await checkSetup(makePorts(world));
    expect({ host, ...(missing && { missing }) }).toEqual(setup);
    expect(readyServers).toEqual(missing ? [] : [{ id: providerId, name: host }]);
  });

  it('names the servers that can be called, the chosen one first', async () => {
    const providers = [
      createProvider('local', { baseUrl: LOCAL }),
      createProvider('keyless', { baseUrl: 'https://keyless.example/v1' }),
      providerAt(DDDAI),
    ];
    const ports: ConnectionPorts = {
      ...makePorts({ keys: KEYS, granted: [DDDAI, LOCAL, 'https://keyless.example/v1'] }),
      readSettings: () => Promise.resolve({ ...DEFAULT_SETTINGS, providers, providerId: 'p' }),
    };
    const { readyServers } = await checkSetup(ports);
    expect(readyServers.map(({ id }) => id)).toEqual(['p', 'local']);
  });
});
