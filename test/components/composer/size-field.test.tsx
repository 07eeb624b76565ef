import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { choose, chosenIn, optionsOf } from '../support/composer-controls';
import { generateButton, renderComposer } from '../support/composer-page';

const OTHER = 'Another size…';

const FOX = { prompt: 'a fox in snow' };

const FREE = { model: 'gpt-image-2' };

/** The box a size is typed into. */
function sizeBox(description?: string): HTMLElement {
  return screen.getByRole('textbox', {
    name: 'Width × height',
    ...(description !== undefined && { description }),
  });
}

/** Types a size that is not in the list, and gives back the order's. */
async function orderTyped(text: string, model = FREE.model): Promise<string | undefined> {
  const { ordered } = renderComposer({ draft: FOX, parameters: { model } });
  await choose('Size', OTHER);
  await userEvent.type(sizeBox(), text);
  await userEvent.click(generateButton());
  return ordered()?.size;
}

describe('another size', () => {
  it.each([
    ['gpt-image-1', false],
    ['dall-e-3', false],
    ['gpt-image-2', true],
    ['gpt-image-2.6-flare', true],
    ['somebody/flux', true],
  ])('of %s can be typed: %s', (model, offered) => {
    renderComposer({ parameters: { model } });
    expect(optionsOf('Size').includes(OTHER)).toBe(offered);
    expect(screen.queryByRole('textbox', { name: 'Width × height' })).toBeNull();
  });

  it.each([
    ['1920x1088', '1920x1088'],
    ['1920 × 1088', '1920x1088'],
    ['1920*1088', '1920x1088'],
  ])('typed as %s is ordered as %s', async (text, size) => {
    expect(await orderTyped(text)).toBe(size);
    expect(sizeBox('').getAttribute('aria-invalid')).toBeNull();
  });

  it.each([
    ['1000x1000', 'Both usually must be multiples of 16'],
    ['4096x2048', 'An edge is usually at most 3840 long'],
    ['3200x1024', 'One edge is usually at most three times the other'],
    ['512x512', 'Usually too few pixels; 1024x640 is enough'],
    ['3840x2176', 'Usually too many pixels; 3840x2160 is the most'],
  ])('%s is warned of and ordered all the same: the server has the last word', async (text, warning) => {
    expect(await orderTyped(text)).toBe(text);
    expect(sizeBox(warning).getAttribute('aria-invalid')).toBeNull();
  });

  it('that is none is wrong, and the default is ordered', async () => {
    expect(await orderTyped('1920 by')).toBeUndefined();
    const box = sizeBox('Write it like 1920x1088; until then the default is used');
    expect(box.getAttribute('aria-invalid')).toBe('true');
    expect(box).toHaveProperty('value', '1920 by');
  });

  it('is the default until something is typed, not what was chosen before', async () => {
    const { ordered } = renderComposer({ draft: FOX, parameters: { ...FREE, size: '1024x1024' } });
    await choose('Size', OTHER);
    expect(sizeBox('').getAttribute('aria-invalid')).toBeNull();
    await userEvent.click(generateButton());
    expect(ordered()).toStrictEqual(FREE);
  });

  it.each(['1K', '512x512', '16:9'])('of a model nobody knows may be anything: %s', async (text) => {
    expect(await orderTyped(text, 'somebody/flux')).toBe(text);
    expect(sizeBox('').getAttribute('aria-invalid')).toBeNull();
  });

  it('that was asked for before stands in its box', () => {
    renderComposer({ parameters: { ...FREE, size: '1920x1088' } });
    expect(chosenIn('Size')).toBe(OTHER);
    expect(sizeBox()).toHaveProperty('value', '1920x1088');
  });

  it('keeps its box while it is rubbed out and typed anew', async () => {
    const { ordered } = renderComposer({ draft: FOX, parameters: { ...FREE, size: '1920x1088' } });
    await userEvent.clear(sizeBox());
    expect(sizeBox()).toHaveProperty('value', '');
    await userEvent.type(sizeBox(), '1024x1024');
    expect(sizeBox()).toHaveProperty('value', '1024x1024');
    await userEvent.click(generateButton());
    expect(ordered()?.size).toBe('1024x1024');
  });

  it('is no longer typed when one of the list is chosen', async () => {
    const { ordered } = renderComposer({ draft: FOX, parameters: FREE });
    await choose('Size', OTHER);
    await userEvent.type(sizeBox(), '1920x1088');
    await choose('Size', '1536 × 1024');
    expect(screen.queryByRole('textbox', { name: 'Width × height' })).toBeNull();
    await userEvent.click(generateButton());
    expect(ordered()?.size).toBe('1536x1024');
  });
});
