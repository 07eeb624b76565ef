import { describe, expect, it } from 'vitest';
import { addressOf, checkConnection, type ConnectionForm } from '@/utils/core/connection/check-connection';
import { FailureError } from '@/utils/core/failure/failure';
import type { Server } from '@/utils/core/ports';
import { makeFailure } from '../../fakes/image-api';

interface World {
  readonly access?: boolean;
  /** The key saved for https://api.example. */
  readonly savedKey?: string;
  readonly models?: readonly string[];
  readonly refusal?: FailureError;
}

/** The report, and the servers that were asked on the way. */
async function check(
  form: Partial<ConnectionForm>,
  { access = true, savedKey, models = [], refusal }: World = {},
) {
  const asked: Server[] = [];
  const report = await checkConnection(
    {
      hasAccess: () => Promise.resolve(access),
      readCredential: (_, origin) =>
        Promise.resolve(origin === 'https://api.example' && savedKey !== undefined ? { key: savedKey } : {}),
      listModels(server) {
        asked.push(server);
        return refusal ? Promise.reject(refusal) : Promise.resolve(models.map((id) => ({ id })));
      },
    },
    { providerId: 'p', address: 'https://api.example/v1', model: 'gpt-image-1', ...form },
  );
  return { ...report, asked };
}

const ACCESS = { subject: 'access', outcome: 'works' };

describe('checkConnection', () => {
  it('asks nothing of a server it may not call', async () => {
    const failure = { kind: 'accessMissing', host: 'api.example' };
    expect(await check({ key: 'sk-1' }, { access: false })).toEqual({
      checks: [{ subject: 'access', outcome: 'fails', failure }],
      models: [],
      asked: [],
    });
  });

  it('asks nothing without a key where one is wanted', async () => {
    const failure = { kind: 'noKey', host: 'api.example' };
    expect(await check({})).toEqual({
      checks: [ACCESS, { subject: 'key', outcome: 'fails', failure }],
      models: [],
      asked: [],
    });
  });

  it.each([
    [
      'the key of the form',
      { key: 'sk-form' },
      { baseUrl: 'https://api.example/v1', key: 'sk-form', timeoutMs: 20_000 },
    ],
    ['the saved key', {}, { baseUrl: 'https://api.example/v1', key: 'sk-saved', timeoutMs: 20_000 }],
    [
      'no key of another server',
      { address: 'localhost:8787' },
      { baseUrl: 'http://localhost:8787/v1', timeoutMs: 20_000 },
    ],
    [
      'the address as it will be called',
      { address: 'api.example/v1/images/generations' },
      { baseUrl: 'https://api.example/v1', key: 'sk-saved', timeoutMs: 20_000 },
    ],
  ])('uses %s', async (_, form, server) => {
    expect((await check(form, { savedKey: 'sk-saved' })).asked).toEqual([server]);
  });

  it('tells which models there are and whether the chosen one is among them', async () => {
    const models = ['dall-e-3', 'gpt-image-1'];
    expect(await check({ key: 'sk-1' }, { models })).toMatchObject({
      checks: [
        ACCESS,
        { subject: 'server', outcome: 'works' },
        { subject: 'key', outcome: 'works' },
        { subject: 'model', outcome: 'works' },
      ],
      models: models.map((id) => ({ id })),
    });
  });

  it('tells what the server refused', async () => {
    const { checks, models } = await check({ key: 'sk-1' }, { refusal: makeFailure('authentication') });
    expect(checks.at(-1)).toEqual({
      subject: 'key',
      outcome: 'fails',
      failure: { kind: 'authentication' },
    });
    expect(models).toEqual([]);
  });
});

describe('addressOf', () => {
  it('reads an address', () => {
    expect(addressOf('api.example').baseUrl).toBe('https://api.example/v1');
  });

  it.each([
    ['', 'empty'],
    ['http://api.example/v1', 'unencrypted'],
  ])('refuses %j with its problem', (text, detail) => {
    expect(() => addressOf(text)).toThrow(new FailureError({ kind: 'wrongEndpoint', detail }));
  });
});
