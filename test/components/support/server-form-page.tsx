import { render, screen } from '@testing-library/react';
import { vi } from 'vitest';
import type { ServerFormCallbacks } from '@/components/settings/server-form';
import { ServerSettings } from '@/components/settings/server-settings';
import { createProvider, type Provider } from '@/utils/core/server/provider';
import { DEFAULT_SETTINGS } from '@/utils/core/server/settings';

/** The server whose form is shown unless a test changes it. */
export const PROVIDER = createProvider('first', {
  name: 'Mine',
  baseUrl: 'https://api.example/v1',
  model: 'gpt-image-2',
});

/** What a test may put in place of the usual. */
export interface ServerFormOptions extends Partial<ServerFormCallbacks> {
  readonly provider?: Partial<Provider>;
}

/** The form's view of the world: usually there is no key yet, access is granted and nothing is known. */
export function createServerFormCallbacks(changes: Partial<ServerFormCallbacks> = {}) {
  return {
    saveAndAllow: vi.fn<ServerFormCallbacks['saveAndAllow']>(
      changes.saveAndAllow ?? (() => Promise.resolve(true)),
    ),
    test: vi.fn<ServerFormCallbacks['test']>(
      changes.test ?? (() => Promise.resolve({ checks: [], models: [] })),
    ),
    hasKey: vi.fn<ServerFormCallbacks['hasKey']>(changes.hasKey ?? (() => Promise.resolve(false))),
    listModels: vi.fn<ServerFormCallbacks['listModels']>(changes.listModels ?? (() => Promise.resolve([]))),
  };
}

/** Shows the form of the only server. */
export function renderServerForm({ provider, ...changes }: ServerFormOptions = {}) {
  const on = createServerFormCallbacks(changes);
  const providers = [{ ...PROVIDER, ...provider }];
  const settings = { ...DEFAULT_SETTINGS, providers, providerId: PROVIDER.id };
  render(
    <ServerSettings
      settings={settings}
      on={{ ...on, remove: () => Promise.resolve(), move: () => undefined }}
    />,
  );
  return on;
}

/** The controls of the form, by the names a person knows them by. */
export const form = {
  name: () => screen.getByRole('textbox', { name: 'Name' }),
  address: () => screen.getByRole('textbox', { name: 'API base URL' }),
  key: () => screen.getByLabelText('API key'),
  model: () => screen.getByRole('combobox', { name: 'Model' }),
  save: () => screen.getByRole('button', { name: 'Save and allow access' }),
  test: () => screen.getByRole('button', { name: 'Test connection' }),
  status: () => screen.getByRole('status'),
  consent: () => screen.getByRole('checkbox', { name: 'Use it all the same' }),
  base64: () => screen.getByRole('combobox', { name: 'Ask for base64' }),
  onePicture: () => screen.getByRole('checkbox', { name: 'Draws one picture at a time' }),
  concurrency: () => screen.getByRole('spinbutton', { name: 'Requests at once' }),
  timeout: () => screen.getByRole('spinbutton', { name: 'Longest wait in seconds' }),
  extraBody: () => screen.getByRole('textbox', { name: 'Extra JSON' }),
  headers: () => screen.getByRole('textbox', { name: 'Extra headers' }),
};

/** What is said below a box: a hint, or what is wrong with it. */
export function wordsBelow(box: HTMLElement): string | undefined {
  return document.getElementById(box.getAttribute('aria-describedby') ?? '')?.textContent;
}
