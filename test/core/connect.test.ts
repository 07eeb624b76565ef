import { describe, expect, it } from 'vitest';
import { checkSetup, connect, type ConnectionPorts } from '@/utils/core/connect';
import { DEFAULT_SETTINGS } from '@/utils/core/settings';

const LOCAL = 'http://127.0.0.1:8787/v1';

interface World {
  readonly baseUrl?: string;
  /** Keys by the origin they were entered for. */
  readonly keys?: Readonly<Record<string, string>>;
  readonly granted?: readonly string[];
}

function makePorts({
  baseUrl = DEFAULT_SETTINGS.baseUrl,
  keys = {},
  granted = [baseUrl],
}: World): ConnectionPorts {
  return {
    readSettings: () => Promise.resolve({ ...DEFAULT_SETTINGS, baseUrl }),
    readKey: (origin) => Promise.resolve(keys[origin]),
    hasAccess: (address) => Promise.resolve(granted.includes(address)),
  };
}

const KEYS = { 'https://dddai.dev': 'sk-1' };

describe('connect', () => {
  it('gives the server with the key of its origin', async () => {
    const keys = { ...KEYS, 'https://other.example': 'sk-2' };
    expect(await connect(makePorts({ keys }))).toEqual({
      ready: true,
      server: { baseUrl: 'https://dddai.dev/v1', key: 'sk-1' },
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
    expect(await connect(makePorts(world))).toEqual({ ready: false, waitingFor });
  });

  it.each([
    ['no key', {}, { baseUrl: LOCAL }],
    ['a key', { 'http://127.0.0.1:8787': 'sk-3' }, { baseUrl: LOCAL, key: 'sk-3' }],
  ])('calls a server on this computer with %s', async (_, keys, server) => {
    expect(await connect(makePorts({ baseUrl: LOCAL, keys }))).toEqual({ ready: true, server });
  });
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
    expect(await checkSetup(makePorts(world))).toEqual(setup);
  });
});
