import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { ServerSettings, type ServerSettingsCallbacks } from '@/components/settings/server-settings';
import { withoutProvider } from '@/utils/core/connection/save-provider';
import { FailureError } from '@/utils/core/failure/failure';
import { createProvider, type Provider } from '@/utils/core/server/provider';
import { DEFAULT_SETTINGS, type Settings } from '@/utils/core/server/settings';
import { createServerFormCallbacks, form } from '../support/server-form-page';

const ONE = createProvider('one', { name: 'One', baseUrl: 'https://one.example/v1' });
const TWO = createProvider('two', { baseUrl: 'http://localhost:8080/v1' });

/** Shows the servers, the first one in use; saving and removing have their effect. */
function renderServers(
  providers: readonly Provider[] = [ONE, TWO],
  changes: Partial<ServerSettingsCallbacks> = {},
) {
  let settings: Settings = { ...DEFAULT_SETTINGS, providers, providerId: 'one' };
  const show = (next: Settings): void => {
    settings = next;
    act(() => rerender(<ServerSettings settings={settings} on={on} />));
  };
  const on = {
    ...createServerFormCallbacks({
      saveAndAllow({ providerId: id, address: baseUrl, name }) {
        const added = createProvider(id, { baseUrl, name });
        show({ ...settings, providers: [...settings.providers, added], providerId: id });
        return Promise.resolve(true);
      },
      ...changes,
    }),
    move: vi.fn<ServerSettingsCallbacks['move']>(),
    remove: vi.fn<ServerSettingsCallbacks['remove']>(
      changes.remove ??
        ((id) => {
          show(withoutProvider(settings, id));
          return Promise.resolve();
        }),
    ),
  };
  const { rerender } = render(<ServerSettings settings={settings} on={on} />);
  return { ...on, show };
}

const list = (): HTMLElement => screen.getByRole('list', { name: 'Servers' });
const entries = (): readonly string[] =>
  within(list())
    .getAllByRole('button')
    .map(({ textContent }) => textContent.trim().replace(/\s+/g, ' '));
const entry = (name: RegExp): HTMLElement => within(list()).getByRole('button', { name });

async function press(name: string): Promise<void> {
  await userEvent.click(screen.getByRole('button', { name }));
}

async function add(preset: string): Promise<void> {
  await press('Add a server');
  await press(preset);
}

describe('the list of servers', () => {
  it('is not there while there is one', () => {
    renderServers([ONE]);
    expect(screen.queryByRole('list', { name: 'Servers' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Remove this server' })).toBeNull();
    expect(form.address()).toHaveProperty('value', 'https://one.example/v1');
  });

  it('tells name, host and which one is in use', () => {
    renderServers();
    expect(entries()).toEqual(['One one.example In use', 'localhost:8080']);
  });

  it('begins with the one in use, and shows one form at a time', async () => {
    renderServers();
    expect(entry(/One/).getAttribute('aria-current')).toBe('true');
    await userEvent.click(entry(/localhost/));
    expect(form.address()).toHaveProperty('value', 'http://localhost:8080/v1');
    expect(entry(/One/).getAttribute('aria-current')).toBe('false');
    expect(entry(/localhost/).getAttribute('aria-current')).toBe('true');
  });

  it('lets a person look at another without losing what was typed', async () => {
    renderServers();
    await userEvent.type(form.key(), 'sk-half');
    await userEvent.click(entry(/localhost/));
    expect(form.key()).toHaveProperty('value', '');
    await userEvent.click(entry(/One/));
    expect(form.key()).toHaveProperty('value', 'sk-half');
  });

  it('stays where it is when another server is put to use elsewhere', () => {
    const { show } = renderServers();
    show({ ...DEFAULT_SETTINGS, providers: [ONE, TWO], providerId: 'two' });
    expect(entries()).toEqual(['One one.example', 'localhost:8080 In use']);
    expect(form.name()).toHaveProperty('value', 'One');
  });
});

describe('Add a server', () => {
  it.each([
    ['dddai.dev', 'dddai.dev', 'https://dddai.dev/v1', 'gpt-image-1'],
    ['OpenAI', 'OpenAI', 'https://api.openai.com/v1', 'gpt-image-2'],
    ['A server on this computer', '', 'http://127.0.0.1:8080/v1', ''],
    ['Another server', '', '', ''],
  ])('begins %s', async (preset, name, address, model) => {
    renderServers([ONE]);
    await add(preset);
    expect(form.name()).toHaveProperty('value', name);
    expect(form.address()).toHaveProperty('value', address);
    expect(form.model()).toHaveProperty('value', model);
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'New server' }));
  });

  it('keeps nothing before it is saved', async () => {
    renderServers([ONE]);
    await add('Another server');
    expect(entries()).toEqual(['One one.example In use', 'New server Not saved yet']);
    await press('Do not add it');
    expect(screen.queryByRole('list', { name: 'Servers' })).toBeNull();
    expect(form.name()).toHaveProperty('value', 'One');
  });

  it('saves it under an id of its own, and stays with it', async () => {
    const on = renderServers([ONE]);
    await add('OpenAI');
    await userEvent.type(form.key(), 'sk-new');
    await userEvent.click(form.save());
    const saved = on.saveAndAllow.mock.calls[0]?.[0];
    expect(saved).toMatchObject({ name: 'OpenAI', key: 'sk-new' });
    expect(saved?.providerId).toMatch(/^[0-9a-f-]{36}$/);
    expect(entries()).toEqual(['One one.example', 'OpenAI api.openai.com In use']);
    expect(form.name()).toHaveProperty('value', 'OpenAI');
    expect(form.status().textContent).toContain('Saved. Depict may talk to api.openai.com.');
  });
});

describe('Remove this server', () => {
  const dialog = (): HTMLElement => screen.getByRole('dialog', { name: 'Remove localhost:8080?' });

  it('asks first, and says what goes and what stays', async () => {
    const { remove } = renderServers();
    await userEvent.click(entry(/localhost/));
    await press('Remove this server');
    expect(dialog().textContent).toContain('Its key goes with it. The pictures it drew stay.');
    await press('Keep it');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(remove).not.toHaveBeenCalled();
  });

  it('removes it and shows the one in use', async () => {
    const { remove } = renderServers();
    await userEvent.click(entry(/localhost/));
    await press('Remove this server');
    await userEvent.click(within(dialog()).getByRole('button', { name: 'Remove' }));
    expect(remove.mock.calls).toEqual([['two']]);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(form.name()).toHaveProperty('value', 'One');
    expect(screen.queryByRole('button', { name: 'Remove this server' })).toBeNull();
  });

  it('says why when that failed', async () => {
    const failure = new FailureError({ kind: 'storageUnavailable' });
    renderServers([ONE, TWO], { remove: () => Promise.reject(failure) });
    await userEvent.click(entry(/localhost/));
    await press('Remove this server');
    await userEvent.click(within(dialog()).getByRole('button', { name: 'Remove' }));
    expect(screen.getByRole('alert').textContent).toContain("The browser's storage does not work right now.");
  });
});
