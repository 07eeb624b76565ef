import { expect, it } from 'vitest';
import type { ServerForm } from '@/utils/core/check-connection';
import { saveServer } from '@/utils/core/save-server';
import { DEFAULT_SETTINGS, type Settings } from '@/utils/core/settings';

const BEFORE: Settings = {
  baseUrl: 'https://dddai.dev/v1',
  parameters: { model: 'gpt-image-1', quality: 'high' },
  afterMenuClick: 'edit',
};

/** What is saved after the form was sent. */
async function save(form: ServerForm) {
  let settings = BEFORE;
  const keys: Record<string, string> = {};
  const saving = saveServer(
    {
      readSettings: () => Promise.resolve(settings),
      writeSettings(written) {
        settings = written;
        return Promise.resolve();
      },
      saveKey(origin, key) {
        keys[origin] = key;
        return Promise.resolve();
      },
    },
    form,
  );
  const fault: unknown = await saving.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return { settings, keys, fault };
}

it('keeps address and model, and leaves the other settings', async () => {
  const { settings } = await save({ address: 'api.example', model: 'dall-e-3' });
  expect(settings).toEqual({
    baseUrl: 'https://api.example/v1',
    parameters: { model: 'dall-e-3', quality: 'high' },
    afterMenuClick: 'edit',
  });
});

it('binds the key to the origin it was entered for', async () => {
  const { keys } = await save({ address: 'https://api.example:8443/v1/', key: 'sk-1', model: 'dall-e-3' });
  expect(keys).toEqual({ 'https://api.example:8443': 'sk-1' });
});

it('leaves the saved key when none is entered', async () => {
  expect((await save({ address: 'api.example', model: 'dall-e-3' })).keys).toEqual({});
});

it('saves nothing when the address is none', async () => {
  const { settings, keys, fault } = await save({ address: 'http://api.example', key: 'sk-1', model: 'x' });
  expect(fault).toMatchObject({ failure: { kind: 'wrongEndpoint' } });
  expect({ settings, keys }).toEqual({ settings: BEFORE, keys: {} });
});

it('begins with a server that can be called', async () => {
  const { settings } = await save({ address: DEFAULT_SETTINGS.baseUrl, model: 'gpt-image-1' });
  expect(settings.baseUrl).toBe(DEFAULT_SETTINGS.baseUrl);
});
