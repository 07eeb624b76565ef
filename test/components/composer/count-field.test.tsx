import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { generateButton, renderComposer } from '../support/composer-page';

/** The box with the number. */
function countBox(): HTMLElement {
  return screen.getByRole('spinbutton', { name: 'Images' });
}

/** Types over what stands there, then sends; gives back how many pictures were ordered. */
async function orderAfterTyping(text: string): Promise<number | undefined> {
  const { onGenerate } = renderComposer({ draft: { prompt: 'a fox' } });
  await userEvent.clear(countBox());
  await userEvent.type(countBox(), text);
  await userEvent.click(generateButton());
  return onGenerate.mock.calls[0]?.[0].parameters.n;
}

describe('the number of pictures', () => {
  it('is one at first', () => {
    renderComposer();
    expect(countBox()).toHaveProperty('value', '1');
  });

  it('may stand empty while somebody types', async () => {
    renderComposer();
    await userEvent.clear(countBox());
    expect(countBox()).toHaveProperty('value', '');
    await userEvent.type(countBox(), '3');
    expect(countBox()).toHaveProperty('value', '3');
  });

  it('shows what counts when the box is left empty', async () => {
    renderComposer();
    await userEvent.clear(countBox());
    await userEvent.tab();
    expect(countBox()).toHaveProperty('value', '1');
  });

  it('shows what counts when too much was typed', async () => {
    renderComposer();
    await userEvent.clear(countBox());
    await userEvent.type(countBox(), '25');
    await userEvent.tab();
    expect(countBox()).toHaveProperty('value', '10');
  });

  it.each([
    ['3', 3],
    ['10', 10],
    ['25', 10],
    ['2.9', 2],
  ])('typed as %s orders %i', async (text, count) => {
    expect(await orderAfterTyping(text)).toBe(count);
  });

  it('typed as 0 orders what stood there before', async () => {
    expect(await orderAfterTyping('0')).toBeUndefined();
  });

  it('is bounded for the arrows of the box', () => {
    renderComposer();
    expect(countBox().getAttribute('min')).toBe('1');
    expect(countBox().getAttribute('max')).toBe('10');
  });
});
