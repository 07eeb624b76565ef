import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '@/utils/core/server/settings';
import { makeJobIn, makePassage } from '../../fixtures/jobs';
import { makeSetup } from '../../fixtures/setup';
import { generateButton } from '../support/composer-page';
import { settle } from '../support/settle';
import { promptText, renderWorkbench, write } from '../support/workbench-page';

function shownModel(): unknown {
  return Reflect.get(screen.getByRole('combobox', { name: 'Model' }), 'value');
}

const SETTINGS = { ...DEFAULT_SETTINGS, parameters: { model: 'dall-e-3', quality: 'hd' } };

describe('the parameters', () => {
  it('are the usual ones until the settings are read, and then those', () => {
    const { settings } = renderWorkbench();
    expect(shownModel()).toBe('gpt-image-1');
    settings.show(SETTINGS);
    expect(shownModel()).toBe('dall-e-3');
  });

  it('of the settings are ordered with', async () => {
    const { settings, generate } = renderWorkbench();
    settings.show(SETTINGS);
    write('a fox');
    fireEvent.click(generateButton());
    await settle();
    expect(generate.mock.calls).toStrictEqual([
      [
        {
          prompt: 'a fox',
          parameters: { model: 'dall-e-3', quality: 'hd' },
          providerId: 'https://dddai.dev',
        },
      ],
    ]);
  });

  it('chosen for this prompt stay when the settings change', async () => {
    const { settings } = renderWorkbench();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Model' }), 'dall-e-2');
    settings.show(SETTINGS);
    expect(shownModel()).toBe('dall-e-2');
  });

  it('of a kept draft come back with it', () => {
    const { settings, tellDraft } = renderWorkbench();
    settings.show(SETTINGS);
    tellDraft({ prompt: 'a fox', parameters: { model: 'gpt-image-2' } });
    expect(shownModel()).toBe('gpt-image-2');
  });

  it('are those of the settings again after an order', async () => {
    const { settings } = renderWorkbench();
    settings.show(SETTINGS);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Model' }), 'dall-e-2');
    write('a fox');
    await userEvent.click(generateButton());
    expect(shownModel()).toBe('dall-e-3');
  });
});

describe('Reword the prompt of a job', () => {
  it('puts its words, page and parameters into the box, and the box into view', async () => {
    const scroll = vi.spyOn(globalThis, 'scrollTo').mockImplementation(() => undefined);
    const { jobs, generate, on } = renderWorkbench();
    const passage = makePassage();
    const parameters = { model: 'dall-e-3', style: 'vivid' };
    const job = makeJobIn('failed', { prompt: 'a sly fox', passage, parameters });
    jobs.show([{ ...job, failure: { kind: 'contentBlocked' } }]);
    await userEvent.click(screen.getByRole('button', { name: 'Reword the prompt' }));
    expect(promptText()).toBe('a sly fox');
    expect(shownModel()).toBe('dall-e-3');
    expect(scroll).toHaveBeenCalledWith({ top: 0 });
    expect(on.retry).not.toHaveBeenCalled();
    await userEvent.click(generateButton());
    expect(generate.mock.calls).toStrictEqual([
      [{ prompt: 'a sly fox', passage, parameters, providerId: 'https://dddai.dev' }],
    ]);
  });
});

describe('what is missing before anything can be drawn', () => {
  it('is the key', async () => {
    const { setup, on } = renderWorkbench();
    expect(screen.queryByRole('button', { name: 'Open settings' })).toBeNull();
    setup.show(makeSetup({ missing: 'key' }));
    expect(screen.getByText('No API key yet. Depict needs one for api.example.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Open settings' }));
    expect(on.openOptions).toHaveBeenCalledTimes(1);
  });

  it('is access to the server', () => {
    const { setup } = renderWorkbench();
    setup.show(makeSetup({ missing: 'access' }));
    expect(screen.getByText('Depict may not talk to api.example yet.')).toBeTruthy();
  });

  it('is nothing any more once it is there', () => {
    const { setup } = renderWorkbench();
    setup.show(makeSetup({ missing: 'key' }));
    setup.show(makeSetup());
    expect(screen.queryByRole('button', { name: 'Open settings' })).toBeNull();
    expect(screen.queryByText(/api\.example/)).toBeNull();
  });

  it('does not keep anybody from writing and sending', async () => {
    const { setup, generate } = renderWorkbench();
    setup.show(makeSetup({ missing: 'key' }));
    write('a fox');
    await userEvent.click(generateButton());
    expect(generate).toHaveBeenCalledTimes(1);
  });
});

describe('the ways to other pages', () => {
  it('lead to the history and to the settings', async () => {
    const { on } = renderWorkbench();
    await userEvent.click(screen.getByRole('button', { name: 'History' }));
    expect(on.openGallery.mock.calls).toEqual([[undefined]]);
    await userEvent.click(screen.getByRole('button', { name: 'Settings' }));
    expect(on.openOptions).toHaveBeenCalledTimes(1);
  });

  it('are there in the side panel as well', () => {
    renderWorkbench({ bare: true });
    expect(screen.getByRole('heading', { level: 1, name: 'Depict' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'History' })).toBeTruthy();
  });
});

it('watches as long as it is shown', () => {
  const { jobs, settings, unmount } = renderWorkbench();
  expect(jobs.countListeners()).toBe(1);
  unmount();
  expect(jobs.countListeners()).toBe(0);
  expect(settings.countListeners()).toBe(0);
});

it('says why a click on the menu entry made no job, until that is over', () => {
  const { storage } = renderWorkbench();
  const refusal = () => screen.queryByText(/^The text is longer than 1,?000,?000 characters/);
  storage.show({ unsaved: [], refused: { kind: 'textTooLong', limit: 1_000_000 } });
  expect(refusal()).toBeTruthy();
  storage.show({ unsaved: [] });
  expect(refusal()).toBeNull();
});
