import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { form, renderServerForm, wordsBelow } from '../support/server-form-page';

/** Puts a text into a box as pasting does. */
function fill(box: HTMLElement, value: string): void {
  fireEvent.change(box, { target: { value } });
}

/** The part that is folded away. */
const folded = (): HTMLElement | null => screen.getByText('More about this server').closest('details');

/** What was saved. */
type Saved = ReturnType<typeof renderServerForm>['saveAndAllow'];
const savedBy = (save: Saved) => save.mock.calls[0]?.[0];

describe('how a server wants to be asked', () => {
  it('is folded away and shows what is set', () => {
    renderServerForm({
      provider: {
        base64: 'never',
        onePicturePerRequest: true,
        concurrency: 4,
        timeoutSeconds: 600,
        extraBody: { seed: 7 },
      },
    });
    expect(folded()).toHaveProperty('open', false);
    expect(form.base64()).toHaveProperty('value', 'never');
    expect(form.onePicture()).toHaveProperty('checked', true);
    expect(form.concurrency()).toHaveProperty('value', '4');
    expect(form.timeout()).toHaveProperty('value', '600');
    expect(form.extraBody()).toHaveProperty('value', '{\n  "seed": 7\n}');
  });

  it('is saved', async () => {
    const on = renderServerForm();
    await userEvent.selectOptions(form.base64(), 'Always');
    await userEvent.click(form.onePicture());
    fill(form.concurrency(), '10');
    fill(form.timeout(), '900');
    fill(form.extraBody(), '{"safety": false}');
    await userEvent.click(form.save());
    expect(savedBy(on.saveAndAllow)).toMatchObject({
      base64: 'always',
      onePicturePerRequest: true,
      concurrency: 10,
      timeoutSeconds: 900,
      extraBody: { safety: false },
    });
  });

  it.each([
    ['concurrency', '0', 'Enter a whole number from 1 to 10.'],
    ['concurrency', '11', 'Enter a whole number from 1 to 10.'],
    ['concurrency', '1.5', 'Enter a whole number from 1 to 10.'],
    ['concurrency', '', 'Enter a whole number from 1 to 10.'],
    ['timeout', '29', 'Enter a whole number from 30 to 900.'],
    ['timeout', '901', 'Enter a whole number from 30 to 900.'],
    ['extraBody', '{"seed": 7', 'This is not a JSON object.'],
    ['extraBody', '[1]', 'This is not a JSON object.'],
    ['extraBody', 'null', 'This is not a JSON object.'],
    ['extraBody', '{"n": 2, "prompt": ""}', 'Depict itself decides about these fields: n, prompt'],
    ['headers', 'api-key', 'Line 1 is not written as Name: value.'],
    ['headers', 'X-Team: a\n\nnaïve name: b', 'Line 3 is not written as Name: value.'],
    ['headers', 'X-Team: 图', 'Line 1 is not written as Name: value.'],
    ['headers', 'X-Team:', 'Line 1 is not written as Name: value.'],
    ['headers', 'Cookie: a=b', 'The browser lets nobody set the header Cookie.'],
    ['headers', 'Sec-Fetch-Site: none', 'The browser lets nobody set the header Sec-Fetch-Site.'],
  ] as const)('is not saved with %s %j, and where to mend it is shown', async (box, value, words) => {
    const on = renderServerForm();
    fill(form[box](), value);
    expect(form[box]().getAttribute('aria-invalid'), 'before somebody asks').toBeNull();
    await userEvent.click(form.save());
    expect(on.saveAndAllow).not.toHaveBeenCalled();
    expect(wordsBelow(form[box]())).toBe(words);
    expect(form[box]().getAttribute('aria-invalid')).toBe('true');
    expect(folded()).toHaveProperty('open', true);
    expect(document.activeElement).toBe(form[box]());
  });

  it('does not stand in the way of a test', async () => {
    const on = renderServerForm();
    fill(form.concurrency(), '0');
    await userEvent.click(form.test());
    expect(on.test).toHaveBeenCalledTimes(1);
  });
});

describe('extra headers', () => {
  const provider = { headerNames: ['api-key', 'X-Team'] };
  const SAVED = 'Saved: api-key, X-Team. Leave this empty to keep them; what you enter replaces them all.';

  it('are handed over by name', async () => {
    const on = renderServerForm();
    fill(form.headers(), 'api-key: a: b \r\n\n X-Team:pictures');
    await userEvent.click(form.save());
    expect(savedBy(on.saveAndAllow)?.headers).toStrictEqual({ 'api-key': 'a: b', 'X-Team': 'pictures' });
  });

  it('are tried before they are saved', async () => {
    const on = renderServerForm();
    fill(form.headers(), 'api-key: secret');
    await userEvent.click(form.test());
    expect(on.test.mock.calls[0]?.[0].headers).toStrictEqual({ 'api-key': 'secret' });
  });

  it('are not tried when they cannot be sent', async () => {
    const on = renderServerForm();
    fill(form.headers(), 'Host: elsewhere');
    await userEvent.click(form.test());
    expect(on.test).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(form.headers());
  });

  it('are forgotten by the page once they are saved', async () => {
    renderServerForm();
    fill(form.headers(), 'api-key: secret');
    await userEvent.click(form.save());
    expect(form.headers()).toHaveProperty('value', '');
  });

  it('that are saved are told by name only, and stay when the box is empty', async () => {
    const on = renderServerForm({ provider });
    expect(form.headers()).toHaveProperty('value', '');
    expect(wordsBelow(form.headers())).toBe(SAVED);
    await userEvent.click(form.save());
    expect(savedBy(on.saveAndAllow)).not.toHaveProperty('headers');
  });

  it('that are saved can be removed', async () => {
    const on = renderServerForm({ provider });
    await userEvent.click(screen.getByRole('checkbox', { name: 'Remove the saved headers' }));
    await userEvent.click(form.save());
    expect(savedBy(on.saveAndAllow)?.headers).toStrictEqual({});
  });

  it('are saved for one origin', () => {
    renderServerForm({ provider });
    fill(form.address(), 'https://other.example/v1');
    expect(wordsBelow(form.headers())).not.toBe(SAVED);
    expect(screen.queryByRole('checkbox', { name: 'Remove the saved headers' })).toBeNull();
  });
});
