import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { FailureError } from '@/utils/core/failure/failure';
import { createDeferred } from '../support/deferred';
import { form, PROVIDER, renderServerForm, wordsBelow } from '../support/server-form-page';
import { settle } from '../support/settle';

/** What is handed over when nothing was changed. */
const USUAL = {
  providerId: PROVIDER.id,
  name: 'Mine',
  address: PROVIDER.baseUrl,
  model: PROVIDER.model,
  base64: 'auto',
  onePicturePerRequest: false,
  concurrency: 2,
  timeoutSeconds: 300,
  extraBody: {},
} as const;

/** Writes over what stands in a box. */
async function rewrite(box: HTMLElement, text: string): Promise<void> {
  await userEvent.clear(box);
  await userEvent.type(box, text);
}

describe('the form', () => {
  it('begins with what is set, and never with a key', () => {
    renderServerForm({ provider: { model: 'dall-e-3' } });
    expect(form.name()).toHaveProperty('value', 'Mine');
    expect(form.address()).toHaveProperty('value', 'https://api.example/v1');
    expect(form.model()).toHaveProperty('value', 'dall-e-3');
    expect(form.key()).toHaveProperty('value', '');
    expect(form.key()).toHaveProperty('type', 'password');
  });

  it('has one status region, empty from the start, so that what comes is announced', () => {
    renderServerForm();
    expect(screen.getAllByRole('status')).toHaveLength(1);
    expect(form.status().textContent).toBe('');
  });
});

describe('Save and allow access', () => {
  it('asks in the turn of the click', () => {
    const on = renderServerForm();
    // The browser grants nothing to a request that comes a moment later.
    fireEvent.click(form.save());
    expect(on.saveAndAllow).toHaveBeenCalledTimes(1);
  });

  it('hands over what was entered, without blanks around', async () => {
    const on = renderServerForm();
    await rewrite(form.name(), ' Ours ');
    await rewrite(form.address(), 'https://other.example/v1');
    await userEvent.type(form.key(), ' sk-secret ');
    await rewrite(form.model(), ' dall-e-3 ');
    await userEvent.click(form.save());
    expect(on.saveAndAllow.mock.calls).toStrictEqual([
      [{ ...USUAL, name: 'Ours', address: 'https://other.example/v1', key: 'sk-secret', model: 'dall-e-3' }],
    ]);
  });

  it('hands over no key when none was entered, so that the saved one stays', async () => {
    const on = renderServerForm({ hasKey: () => Promise.resolve(true) });
    await userEvent.click(form.save());
    expect(on.saveAndAllow.mock.calls).toStrictEqual([[USUAL]]);
  });

  it('needs a model, and goes where it is missing', async () => {
    const on = renderServerForm({ provider: { model: '' } });
    await userEvent.click(form.save());
    expect(wordsBelow(form.model())).toBe('Enter the name of a model.');
    expect(document.activeElement).toBe(form.model());
    expect(on.saveAndAllow).not.toHaveBeenCalled();
  });

  it('keeps the model that is set when its box was emptied', async () => {
    const on = renderServerForm();
    await userEvent.clear(form.model());
    await userEvent.click(form.save());
    expect(on.saveAndAllow.mock.calls[0]?.[0].model).toBe('gpt-image-2');
  });

  it('works with Enter in a box', async () => {
    const on = renderServerForm();
    await userEvent.type(form.key(), 'sk-secret{Enter}');
    expect(on.saveAndAllow).toHaveBeenCalledTimes(1);
    expect(on.test).not.toHaveBeenCalled();
  });

  it('says that it is saved, forgets the key and writes the address as it is used', async () => {
    renderServerForm();
    await rewrite(form.address(), 'other.example/v1/images/generations');
    await userEvent.type(form.key(), 'sk-secret');
    await userEvent.click(form.save());
    expect(form.status().textContent).toContain('Saved. Depict may talk to other.example.');
    expect(form.status().textContent).toContain('Ready. Select words on any page and right-click them.');
    expect(form.key()).toHaveProperty('value', '');
    expect(form.address()).toHaveProperty('value', 'https://other.example/v1');
  });

  it('says what to do when the browser was not allowed', async () => {
    renderServerForm({ saveAndAllow: () => Promise.resolve(false) });
    await userEvent.click(form.save());
    expect(form.status().textContent).toBe(
      'Saved, but the browser was not allowed to talk to api.example. Press “Save and allow access” again and choose Allow. ',
    );
  });

  it('says why when saving failed, and keeps the key', async () => {
    renderServerForm({
      saveAndAllow: () => Promise.reject(new FailureError({ kind: 'storageUnavailable' })),
    });
    await userEvent.type(form.key(), 'sk-secret');
    await userEvent.click(form.save());
    expect(form.status().textContent).toContain("The browser's storage does not work right now.");
    expect(form.key()).toHaveProperty('value', 'sk-secret');
  });
});

describe('an address that cannot be', () => {
  it.each([
    ['', 'Enter the address of the server.'],
    ['https://exa mple', 'This is not an address. It should look like https://example.com/v1'],
    ['ftp://api.example/v1', 'The address must begin with https://'],
    [
      'http://api.example/v1',
      'Only https:// is possible for servers outside your own network, because the key would travel in the open.',
    ],
  ])('%j is refused in words, and nothing is asked', async (address, words) => {
    const on = renderServerForm();
    fireEvent.change(form.address(), { target: { value: address } });
    await userEvent.click(form.save());
    await userEvent.click(form.test());
    const box = screen.getByRole('textbox', { name: 'API base URL', description: words });
    expect(box.getAttribute('aria-invalid')).toBe('true');
    expect(on.saveAndAllow).not.toHaveBeenCalled();
    expect(on.test).not.toHaveBeenCalled();
  });

  it('is not found fault with before somebody asks', async () => {
    renderServerForm();
    await rewrite(form.address(), 'http://');
    expect(form.address().getAttribute('aria-invalid')).toBeNull();
  });

  it('is forgiven as soon as it is mended', async () => {
    const on = renderServerForm({ provider: { baseUrl: '' } });
    await userEvent.click(form.save());
    await userEvent.type(form.address(), 'api.example');
    expect(form.address().getAttribute('aria-invalid')).toBeNull();
    await userEvent.click(form.save());
    expect(on.saveAndAllow).toHaveBeenCalledTimes(1);
  });
});

describe('a server on the local network without encryption', () => {
  const provider = { baseUrl: 'http://192.168.1.20:8080/v1' };

  it('is not called before somebody consents', async () => {
    const on = renderServerForm({ provider });
    expect(screen.getByText(/The connection to 192\.168\.1\.20:8080 is not encrypted/)).toBeTruthy();
    expect(form.save()).toHaveProperty('disabled', true);
    expect(form.test()).toHaveProperty('disabled', true);
    // Enter sends the form even where the button is out of order.
    const sent = form.key().closest('form');
    if (sent) fireEvent.submit(sent);
    await settle();
    expect(on.saveAndAllow).not.toHaveBeenCalled();
  });

  it('is called once somebody consents', async () => {
    const on = renderServerForm({ provider });
    await userEvent.click(form.consent());
    await userEvent.click(form.save());
    await userEvent.click(form.test());
    expect(on.saveAndAllow).toHaveBeenCalledTimes(1);
    expect(on.test).toHaveBeenCalledTimes(1);
  });

  it.each(['https://192.168.1.20/v1', 'http://localhost:8787/v1', 'http://127.0.0.1:8787/v1'])(
    'is another matter than %s',
    (baseUrl) => {
      renderServerForm({ provider: { baseUrl } });
      expect(screen.queryByRole('checkbox', { name: 'Use it all the same' })).toBeNull();
      expect(form.save()).toHaveProperty('disabled', false);
    },
  );

  it('is consented to for itself, and not for the next one', async () => {
    renderServerForm({ provider });
    await userEvent.click(form.consent());
    fireEvent.change(form.address(), { target: { value: 'http://10.0.0.9/v1' } });
    expect(form.consent()).toHaveProperty('checked', false);
  });
});

describe('Test connection', () => {
  it('says that it asks, then what it found, and saves nothing', async () => {
    const report = createDeferred<{ checks: []; models: [] }>();
    const on = renderServerForm({ test: () => report.promise });
    await userEvent.type(form.key(), 'sk-secret');
    await userEvent.click(form.test());
    expect(form.status().textContent).toBe('Asking the server…');
    expect(on.test.mock.calls).toStrictEqual([
      [{ providerId: 'first', address: 'https://api.example/v1', key: 'sk-secret', model: 'gpt-image-2' }],
    ]);
    report.resolve({ checks: [], models: [] });
    await settle();
    expect(form.status().textContent).not.toContain('Asking');
    expect(on.saveAndAllow).not.toHaveBeenCalled();
    expect(form.key()).toHaveProperty('value', 'sk-secret');
  });

  it('says why when it cannot be made', async () => {
    renderServerForm({ test: () => Promise.reject(new Error('no background')) });
    await userEvent.click(form.test());
    expect(form.status().textContent).toContain('Something went wrong inside Depict.');
  });
});
