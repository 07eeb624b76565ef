import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createProvider } from '@/utils/core/server/provider';
import { DEFAULT_SETTINGS, type Settings } from '@/utils/core/server/settings';
import { readSettings, watchSettings, writeSettings } from '@/utils/storage/settings-store';

const CHOSEN: Settings = {
  providers: [
    createProvider('local', {
      name: 'Here',
      baseUrl: 'http://localhost:8787/v1',
      model: 'dall-e-3',
      extraBody: { seed: 7 },
      headerNames: ['api-key'],
      concurrency: 4,
    }),
  ],
  providerId: 'local',
  parameters: { model: 'dall-e-3', size: '1792x1024', quality: 'hd', style: 'vivid', user: 'me' },
  afterMenuClick: 'edit',
  notifications: true,
  fileNameTemplate: '{date} {prompt}',
  monthlyLimit: 12.5,
};

/** Puts something there that this version did not write. */
async function store(settings: unknown): Promise<void> {
  await fakeBrowser.storage.local.set({ settings });
}

describe('settings', () => {
  it('are the defaults at first', async () => {
    expect(await readSettings()).toEqual(DEFAULT_SETTINGS);
  });

  it('are read as they were written', async () => {
    await writeSettings(CHOSEN);
    expect(await readSettings()).toEqual(CHOSEN);
  });

  it.each<[string, unknown, Partial<Settings>]>([
    ['a text', 'settings', {}],
    ['a list', [], {}],
    ['a number', 7, {}],
    ['an empty object', {}, {}],
    [
      'servers that are none',
      { ...CHOSEN, providers: [], providerId: 'gone' },
      { ...CHOSEN, providers: DEFAULT_SETTINGS.providers, providerId: DEFAULT_SETTINGS.providerId },
    ],
    ['a server that is gone', { ...CHOSEN, providerId: 'gone' }, CHOSEN],
    ['a limit that is none', { ...CHOSEN, monthlyLimit: 'much' }, { ...CHOSEN, monthlyLimit: Infinity }],
    ['an unknown choice', { ...CHOSEN, afterMenuClick: 'dance' }, { ...CHOSEN, afterMenuClick: 'draw' }],
    ['no model', { ...CHOSEN, parameters: {} }, { ...CHOSEN, parameters: DEFAULT_SETTINGS.parameters }],
    [
      'parameters that are none',
      { ...CHOSEN, parameters: null },
      { ...CHOSEN, parameters: DEFAULT_SETTINGS.parameters },
    ],
    ['fields of another version', { ...CHOSEN, theme: 'dark' }, CHOSEN],
  ])('with %s in storage are the default for what cannot be read', async (_, stored, settings) => {
    await store(stored);
    expect(await readSettings()).toEqual({ ...DEFAULT_SETTINGS, ...settings });
  });

  it('of a version that knew one server are those of that server, under the id its key is filed under', async () => {
    await store({
      baseUrl: 'https://api.example:8443/v1',
      parameters: { model: 'dall-e-3', quality: 'hd' },
      afterMenuClick: 'edit',
      notifications: true,
    });
    expect(await readSettings()).toEqual({
      providers: [
        createProvider('https://api.example:8443', {
          name: 'api.example:8443',
          baseUrl: 'https://api.example:8443/v1',
          model: 'dall-e-3',
        }),
      ],
      providerId: 'https://api.example:8443',
      parameters: { model: 'dall-e-3', quality: 'hd' },
      afterMenuClick: 'edit',
      notifications: true,
      fileNameTemplate: DEFAULT_SETTINGS.fileNameTemplate,
    });
  });

  it('tell of changes until nobody listens', async () => {
    const seen: Settings[] = [];
    const stop = watchSettings((settings) => void seen.push(settings));
    await writeSettings(CHOSEN);
    stop();
    await writeSettings(DEFAULT_SETTINGS);
    expect(seen).toEqual([CHOSEN]);
  });

  it('tell of broken changes as they will be read', async () => {
    const seen: Settings[] = [];
    const stop = watchSettings((settings) => void seen.push(settings));
    await store({ providers: 7 });
    stop();
    expect(seen).toEqual([DEFAULT_SETTINGS]);
  });
});
