import { render, screen } from '@testing-library/react';
import { vi } from 'vitest';
import { ServerForm, type ServerFormCallbacks } from '@/components/server-form';
import { DEFAULT_SETTINGS, type Settings } from '@/utils/core/settings';

const SETTINGS: Settings = {
  ...DEFAULT_SETTINGS,
  baseUrl: 'https://api.example/v1',
  parameters: { model: 'gpt-image-1' },
};

/** What a test may put in place of the usual. */
export interface ServerFormOptions extends Partial<ServerFormCallbacks> {
  readonly settings?: Partial<Settings>;
}

/** Shows the form; usually there is no key yet, access is granted and the test reports nothing. */
export function renderServerForm({ settings, ...changes }: ServerFormOptions = {}) {
  const on = {
    saveAndAllow: vi.fn<ServerFormCallbacks['saveAndAllow']>(
      changes.saveAndAllow ?? (() => Promise.resolve(true)),
    ),
    test: vi.fn<ServerFormCallbacks['test']>(
      changes.test ?? (() => Promise.resolve({ checks: [], models: [] })),
    ),
    hasKey: vi.fn<ServerFormCallbacks['hasKey']>(changes.hasKey ?? (() => Promise.resolve(false))),
  };
  render(<ServerForm settings={{ ...SETTINGS, ...settings }} on={on} />);
  return on;
}

/** The controls of the form, by the names a person knows them by. */
export const form = {
  address: () => screen.getByRole('textbox', { name: 'API base URL' }),
  key: () => screen.getByLabelText('API key'),
  model: () => screen.getByRole('combobox', { name: 'Model' }),
  save: () => screen.getByRole('button', { name: 'Save and allow access' }),
  test: () => screen.getByRole('button', { name: 'Test connection' }),
  status: () => screen.getByRole('status'),
  consent: () => screen.getByRole('checkbox', { name: 'Use it all the same' }),
};
