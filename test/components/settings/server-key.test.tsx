import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { createDeferred } from '../support/deferred';
import { form, renderServerForm, wordsBelow } from '../support/server-form-page';
import { settle } from '../support/settle';

const SAVED = 'A key for this server is saved. Leave this empty to keep it.';
const SEALED = 'Kept sealed in this browser and sent to this server only.';
const OPTIONAL = 'Servers on this computer or network often need none.';

/** What is said of the key box. */
const keyHint = (): string | undefined => wordsBelow(form.key());

describe('the hint at the key', () => {
  it('says that one is saved', async () => {
    renderServerForm({ hasKey: () => Promise.resolve(true) });
    expect(await screen.findByText(SAVED)).toBeTruthy();
    expect(keyHint()).toBe(SAVED);
    expect(form.key()).toHaveProperty('value', '');
  });

  it('says where a key goes when none is saved', async () => {
    renderServerForm();
    await settle();
    expect(keyHint()).toBe(SEALED);
  });

  it.each(['http://localhost:8787/v1', 'http://192.168.1.20/v1'])(
    'says that none may be needed at %s',
    async (baseUrl) => {
      renderServerForm({ provider: { baseUrl } });
      await settle();
      expect(keyHint()).toBe(`${SEALED} ${OPTIONAL}`);
    },
  );

  it('says nothing of a saved key when that cannot be told', async () => {
    renderServerForm({ hasKey: () => Promise.reject(new Error('no background')) });
    await settle();
    expect(keyHint()).toBe(SEALED);
  });

  it('follows the address', async () => {
    renderServerForm({ hasKey: (_, address) => Promise.resolve(address.includes('api.example')) });
    expect(await screen.findByText(SAVED)).toBeTruthy();
    fireEvent.change(form.address(), { target: { value: 'https://other.example/v1' } });
    await settle();
    expect(keyHint()).toBe(SEALED);
  });

  it('is asked for this very server', async () => {
    const on = renderServerForm();
    await settle();
    expect(on.hasKey.mock.calls).toEqual([['first', 'https://api.example/v1']]);
  });

  it('belongs to the address that stands there, however late an answer for another comes', async () => {
    const late = createDeferred<boolean>();
    renderServerForm({
      hasKey: (_, address) => (address.includes('api.example') ? late.promise : Promise.resolve(false)),
    });
    fireEvent.change(form.address(), { target: { value: 'https://other.example/v1' } });
    await settle();
    late.resolve(true);
    await settle();
    expect(keyHint()).toBe(SEALED);
  });

  it('knows of a key as soon as it is saved', async () => {
    let saved = false;
    renderServerForm({
      hasKey: () => Promise.resolve(saved),
      saveAndAllow() {
        saved = true;
        return Promise.resolve(true);
      },
    });
    await userEvent.type(form.key(), 'sk-secret');
    await userEvent.click(form.save());
    expect(await screen.findByText(SAVED)).toBeTruthy();
  });

  it('does not speak of the last server when nothing can be told of this one', async () => {
    renderServerForm({
      hasKey: (_, address) =>
        address.includes('api.example') ? Promise.resolve(true) : Promise.reject(new Error('gone')),
    });
    await screen.findByText(SAVED);
    fireEvent.change(form.address(), { target: { value: 'https://other.example/v1' } });
    await settle();
    expect(keyHint()).toBe(SEALED);
  });
});
