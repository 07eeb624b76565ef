import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_SETTINGS, type Settings } from '@/utils/core/settings';
import { readSettings, watchSettings, writeSettings } from '@/utils/storage/settings-store';

const CHOSEN: Settings = {
  baseUrl: 'http://localhost:8787/v1',
  parameters: { model: 'dall-e-3', size: '1792x1024', quality: 'hd', style: 'vivid', user: 'me' },
  afterMenuClick: 'edit',
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
    ['only an address', { baseUrl: CHOSEN.baseUrl }, { baseUrl: CHOSEN.baseUrl }],
    ['an address that is none', { ...CHOSEN, baseUrl: 7 }, { ...CHOSEN, baseUrl: DEFAULT_SETTINGS.baseUrl }],
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
    await store({ baseUrl: 7 });
    stop();
    expect(seen).toEqual([DEFAULT_SETTINGS]);
  });
});
