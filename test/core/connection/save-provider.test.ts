import { expect, it } from 'vitest';
import { saveProvider, withoutProvider, type ProviderForm } from '@/utils/core/connection/save-provider';
import type { Credential } from '@/utils/core/server/credential';
import { createProvider } from '@/utils/core/server/provider';
import { DEFAULT_SETTINGS, type Settings } from '@/utils/core/server/settings';

const FIRST = createProvider('first', { name: 'First', baseUrl: 'https://dddai.dev/v1' });

const BEFORE: Settings = {
  providers: [FIRST],
  providerId: 'first',
  parameters: { model: 'gpt-image-1', quality: 'high' },
  afterMenuClick: 'edit',
  notifications: false,
  fileNameTemplate: '{prompt} {id}',
};

function makeForm(changes: Partial<ProviderForm> = {}): ProviderForm {
  const { id: _, baseUrl, headerNames: __, ...manners } = FIRST;
  return { ...manners, providerId: 'first', address: baseUrl, ...changes };
}

/** What is saved after the form was sent. */
async function save(changes: Partial<ProviderForm>, saved: Credential = {}) {
  let settings = BEFORE;
  const credentials: object[] = [];
  const forgotten: string[] = [];
  const lessons: [string, string][] = [];
  const saving = saveProvider(
    {
      readSettings: () => Promise.resolve(settings),
      changeSettings: (change) => Promise.resolve(void (settings = change(settings))),
      readCredential: (_, origin) => Promise.resolve(origin === 'https://dddai.dev' ? saved : {}),
      saveCredential: (id, origin, credential) =>
        Promise.resolve(void credentials.push({ id, origin, ...credential })),
      forget: (id) => Promise.resolve(void forgotten.push(id)),
      learn: (id, lesson) => Promise.resolve(void lessons.push([id, lesson.type])),
    },
    makeForm(changes),
  );
  const fault: unknown = await saving.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return { settings, credentials, forgotten, lessons, fault };
}

it('keeps address and model, and leaves the other settings', async () => {
  const { settings, forgotten } = await save({ address: 'api.example', model: 'dall-e-3' });
  expect(settings).toEqual({
    ...BEFORE,
    providers: [{ ...FIRST, baseUrl: 'https://api.example/v1', model: 'dall-e-3' }],
    parameters: { model: 'dall-e-3', quality: 'high' },
  });
  expect(forgotten, 'what was found out at the old address').toEqual(['first']);
});

it('tries again what a server refused, when it is saved at the same address', async () => {
  const { forgotten, lessons } = await save({ name: 'Renamed' });
  expect({ forgotten, lessons }).toEqual({ forgotten: [], lessons: [['first', 'saved']] });
});

it('adds a new server with its key and chooses it', async () => {
  const second = { providerId: 'second', address: 'api.example', key: 'sk-2', model: 'flux' };
  const { settings, forgotten } = await save(second);
  expect(settings.providers.map(({ id }) => id)).toEqual(['first', 'second']);
  expect(settings).toMatchObject({ providerId: 'second', parameters: { model: 'flux' } });
  expect(forgotten).toEqual([]);
});

it('adds a new server without the key it needs, and keeps the chosen one', async () => {
  const { settings } = await save({ providerId: 'second', address: 'api.example', model: 'flux' });
  expect(settings.providers.map(({ id }) => id)).toEqual(['first', 'second']);
  expect(settings).toMatchObject({ providerId: 'first', parameters: BEFORE.parameters });
});

it('chooses a new server on this computer, which needs no key', async () => {
  const { settings } = await save({ providerId: 'second', address: 'http://localhost:8080/v1' });
  expect(settings.providerId).toBe('second');
});

it('binds key and headers to the origin they were entered for', async () => {
  const { credentials, settings } = await save({
    address: 'https://api.example:8443/v1/',
    key: 'sk-1',
    headers: { 'api-key': 'k' },
  });
  expect(credentials).toEqual([
    { id: 'first', origin: 'https://api.example:8443', key: 'sk-1', headers: { 'api-key': 'k' } },
  ]);
  expect(settings.providers[0]?.headerNames).toEqual(['api-key']);
  expect(JSON.stringify(settings)).not.toContain('sk-1');
});

it('leaves the saved key when none is entered, and adds headers to it', async () => {
  expect((await save({ address: 'api.example' })).credentials).toEqual([]);
  const { credentials } = await save({ headers: { a: 'b' } }, { key: 'sk-old' });
  expect(credentials).toMatchObject([{ key: 'sk-old', headers: { a: 'b' } }]);
});

it('saves nothing when the address is none', async () => {
  const { settings, credentials, fault } = await save({ address: 'http://api.example', key: 'sk-1' });
  expect(fault).toMatchObject({ failure: { kind: 'wrongEndpoint' } });
  expect({ settings, credentials }).toEqual({ settings: BEFORE, credentials: [] });
});

it('takes a server away and chooses another, but never the last', () => {
  const second = createProvider('second', { model: 'flux' });
  const two = { ...BEFORE, providers: [FIRST, second] };
  expect(withoutProvider(two, 'first')).toMatchObject({
    providers: [second],
    providerId: 'second',
    parameters: { model: 'flux' },
  });
  expect(withoutProvider(two, 'second')).toEqual(BEFORE);
  const three = { ...two, providers: [FIRST, second, createProvider('third', {})] };
  expect(withoutProvider(three, 'first', ['third'])).toMatchObject({ providerId: 'third' });
  expect(withoutProvider(BEFORE, 'first')).toEqual(BEFORE);
});

it('begins with a server that can be called', async () => {
  const [provider = FIRST] = DEFAULT_SETTINGS.providers;
  const { settings } = await save({ address: provider.baseUrl });
  expect(settings.providers[0]?.baseUrl).toBe(provider.baseUrl);
});
