import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { OptionsPage, type OptionsPageProps } from '@/components/settings/options-page';
import type { SetupState } from '@/utils/core/connection/connect';
import type { Job } from '@/utils/core/job/job';
import type { DaySpending } from '@/utils/core/money/spending';
import { createProvider } from '@/utils/core/server/provider';
import { DEFAULT_SETTINGS, type Settings } from '@/utils/core/server/settings';
import { makeJobIn } from '../../fixtures/jobs';
import { makeSetup } from '../../fixtures/setup';
import { createFakeLive } from '../support/fake-live';
import { createServerFormCallbacks } from '../support/server-form-page';

/** Shows the page with nothing read yet. */
function renderOptions() {
  const settings = createFakeLive<Settings>();
  const jobs = createFakeLive<readonly Job[]>();
  const setup = createFakeLive<SetupState>();
  const move = vi.fn<OptionsPageProps['server']['move']>();
  const spending = createFakeLive<readonly DaySpending[]>([]);
  const on = {
    setMonthlyLimit: vi.fn<OptionsPageProps['setMonthlyLimit']>(() => Promise.resolve()),
    setAfterMenuClick: vi.fn<OptionsPageProps['setAfterMenuClick']>(() => Promise.resolve()),
    setNotifications: vi.fn<OptionsPageProps['setNotifications']>(() => Promise.resolve(true)),
    setFileNameTemplate: vi.fn<OptionsPageProps['setFileNameTemplate']>(() => Promise.resolve()),
    cancel: vi.fn<OptionsPageProps['cancel']>(),
    openGallery: vi.fn<OptionsPageProps['openGallery']>(),
    openDiagnostics: vi.fn<OptionsPageProps['openDiagnostics']>(),
  };
  const server = { ...createServerFormCallbacks(), remove: () => Promise.resolve(), move };
  const { container } = render(<OptionsPage {...{ settings, jobs, setup, spending, server }} {...on} />);
  return { settings, jobs, setup, move, container, ...on };
}

describe('the settings', () => {
  it('show nothing before they are read, so that no default stands for a choice', () => {
    const { container, settings } = renderOptions();
    expect(container.childElementCount).toBe(0);
    const mine = createProvider('mine', { baseUrl: 'https://mine.example/v1' });
    settings.show({ ...DEFAULT_SETTINGS, providers: [mine], providerId: 'mine' });
    expect(screen.getByRole('textbox', { name: 'API base URL' })).toHaveProperty(
      'value',
      'https://mine.example/v1',
    );
  });

  it('have one heading of the first order and exactly one status region', () => {
    const { settings } = renderOptions();
    settings.show(DEFAULT_SETTINGS);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Settings');
    expect(screen.getAllByRole('status')).toHaveLength(1);
  });

  it('say what stays on this computer', () => {
    const { settings } = renderOptions();
    settings.show(DEFAULT_SETTINGS);
    expect(screen.getByRole('heading', { name: 'Privacy' })).toBeTruthy();
  });

  it('have the monthly limit, which can be changed', async () => {
    const { settings, setMonthlyLimit } = renderOptions();
    settings.show({ ...DEFAULT_SETTINGS, monthlyLimit: 5 });
    const limit = screen.getByRole('textbox', { name: 'Ask me before a month costs more than (US dollars)' });
    expect(limit).toHaveProperty('value', '5');
    await userEvent.type(limit, '0{Enter}');
    expect(setMonthlyLimit.mock.calls).toEqual([[50]]);
  });

  it('lead to the history', async () => {
    const { settings, openGallery } = renderOptions();
    settings.show(DEFAULT_SETTINGS);
    await userEvent.click(screen.getByRole('button', { name: 'History' }));
    expect(openGallery).toHaveBeenCalledTimes(1);
  });

  it('lead under the hood', async () => {
    const { settings, openDiagnostics } = renderOptions();
    settings.show(DEFAULT_SETTINGS);
    await userEvent.click(screen.getByRole('button', { name: 'Look under the hood' }));
    expect(openDiagnostics).toHaveBeenCalledTimes(1);
  });

  it('keep what is being typed when something else changes them', async () => {
    const { settings } = renderOptions();
    settings.show(DEFAULT_SETTINGS);
    await userEvent.type(screen.getByLabelText('API key'), 'sk-half');
    settings.show({ ...DEFAULT_SETTINGS, afterMenuClick: 'edit' });
    expect(screen.getByLabelText('API key')).toHaveProperty('value', 'sk-half');
  });
});

describe('the choice of what a right-click does', () => {
  /** The choice with this name. */
  function radio(name: string): HTMLElement {
    const group = screen.getByRole('group', { name: 'After a right-click on selected words' });
    return within(group).getByRole('radio', { name });
  }

  it.each([
    ['draw', 'Draw at once', 'Let me edit the prompt first'],
    ['edit', 'Let me edit the prompt first', 'Draw at once'],
  ] as const)('shows that it is to %s', (afterMenuClick, chosen, other) => {
    const { settings } = renderOptions();
    settings.show({ ...DEFAULT_SETTINGS, afterMenuClick });
    expect(radio(chosen)).toHaveProperty('checked', true);
    expect(radio(other)).toHaveProperty('checked', false);
  });

  it.each([
    ['edit', 'draw', 'Draw at once'],
    ['draw', 'edit', 'Let me edit the prompt first'],
  ] as const)('changes from %s to %s', async (before, after, name) => {
    const { settings, setAfterMenuClick } = renderOptions();
    settings.show({ ...DEFAULT_SETTINGS, afterMenuClick: before });
    await userEvent.click(radio(name));
    expect(setAfterMenuClick.mock.calls).toEqual([[after]]);
    expect(radio(name), 'at once, before it is kept').toHaveProperty('checked', true);
  });

  it('goes back when the choice could not be kept', async () => {
    const { settings, setAfterMenuClick } = renderOptions();
    setAfterMenuClick.mockRejectedValue(new Error('no room'));
    settings.show(DEFAULT_SETTINGS);
    await userEvent.click(radio('Let me edit the prompt first'));
    await waitFor(() => expect(radio('Draw at once')).toHaveProperty('checked', true));
  });
});

describe('jobs that wait for the settings', () => {
  const WAITING = 'Your words are safe';

  it('are told with their words, and can be given up', async () => {
    const { settings, jobs, cancel } = renderOptions();
    settings.show(DEFAULT_SETTINGS);
    const waiting = makeJobIn('queued', { id: 'job-2', prompt: 'a hare', waitingFor: 'key' });
    jobs.show([waiting, makeJobIn('done'), makeJobIn('queued', { id: 'job-3', prompt: 'an owl' })]);
    expect(screen.getByRole('heading', { name: WAITING })).toBeTruthy();
    expect(
      screen.getByText('1 picture waits for this. It is drawn as soon as everything is in place.'),
    ).toBeTruthy();
    expect(screen.getByText('a hare')).toBeTruthy();
    expect(screen.queryByText('an owl')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(cancel.mock.calls).toEqual([[waiting]]);
  });

  it('are counted', () => {
    const { settings, jobs } = renderOptions();
    settings.show(DEFAULT_SETTINGS);
    jobs.show([
      makeJobIn('queued', { id: 'job-1', waitingFor: 'key' }),
      makeJobIn('queued', { id: 'job-2', waitingFor: 'access' }),
    ]);
    expect(
      screen.getByText('2 pictures wait for this. They are drawn as soon as everything is in place.'),
    ).toBeTruthy();
  });

  it('are not spoken of when there are none', () => {
    const { settings, jobs } = renderOptions();
    settings.show(DEFAULT_SETTINGS);
    expect(screen.queryByRole('heading', { name: WAITING })).toBeNull();
    jobs.show([makeJobIn('running'), makeJobIn('failed', { id: 'job-2' })]);
    expect(screen.queryByRole('heading', { name: WAITING })).toBeNull();
  });
});

describe('what is missing', () => {
  const DDDAI = createProvider('dddai', { name: 'dddai.dev', baseUrl: 'https://dddai.dev/v1' });
  const OPENAI = createProvider('openai', { name: 'OpenAI', baseUrl: 'https://api.openai.com/v1' });
  const both = { ...DEFAULT_SETTINGS, providers: [OPENAI, DDDAI], providerId: 'openai' };
  const address = () => screen.getByRole('textbox', { name: 'API base URL' });
  const key = () => screen.getByLabelText('API key');
  const offers = () => screen.queryAllByRole('button', { name: 'Generate with OpenAI' });

  it('has the focus: the key of the chosen server', () => {
    const { settings, setup } = renderOptions();
    settings.show(both);
    expect(document.activeElement).toBe(document.body);
    setup.show(makeSetup({ missing: 'key', providerId: 'openai' }));
    expect(document.activeElement).toBe(key());
  });

  it('has the focus: access to the server that the newest job waits for', () => {
    const { settings, jobs } = renderOptions();
    settings.show(both);
    jobs.show([makeJobIn('queued', { providerId: 'dddai', waitingFor: 'access' })]);
    expect(address()).toHaveProperty('value', 'https://dddai.dev/v1');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Save and allow access' }));
  });

  it('does not take the focus, nor the form, from what is being typed', async () => {
    const { settings, jobs } = renderOptions();
    settings.show(both);
    await userEvent.type(key(), 'sk-half');
    jobs.show([makeJobIn('queued', { providerId: 'dddai', waitingFor: 'key' })]);
    expect(address()).toHaveProperty('value', 'https://api.openai.com/v1');
    expect(document.activeElement).toBe(key());
  });

  it('can be done without, as soon as another server works', async () => {
    const { settings, jobs, setup, move } = renderOptions();
    settings.show(both);
    const waiting = makeJobIn('queued', { providerId: 'dddai', waitingFor: 'key' });
    jobs.show([waiting]);
    setup.show(makeSetup({ missing: 'key' }));
    expect(offers()).toHaveLength(0);
    setup.show(makeSetup({ readyServers: [{ id: 'openai', name: 'OpenAI' }] }));
    expect(screen.getByText('1 image waits for another server.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Generate with OpenAI' }));
    expect(move.mock.calls).toEqual([[[waiting], 'openai']]);
  });

  it('is offered beside the server that was just saved as well', async () => {
    const { settings, jobs, setup } = renderOptions();
    settings.show(both);
    jobs.show([makeJobIn('queued', { providerId: 'dddai', waitingFor: 'key' })]);
    setup.show(makeSetup({ readyServers: [{ id: 'openai', name: 'OpenAI' }] }));
    await userEvent.click(screen.getByRole('button', { name: /^OpenAI/ }));
    expect(offers()).toHaveLength(2);
  });
});
