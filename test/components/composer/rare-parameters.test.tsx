import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { GenerationParameters } from '@/utils/core/model/generation-parameters';
import { choose, chosenIn, optionsOf, unfold } from '../support/composer-controls';
import { generateButton, renderComposer } from '../support/composer-page';

/** Shows the composer with its rare parameters unfolded. */
async function renderUnfolded(parameters: GenerationParameters = { model: 'gpt-image-1' }) {
  const page = renderComposer({ draft: { prompt: 'a fox in snow' }, parameters });
  await unfold();
  return page;
}

function compressionBox(): HTMLElement | null {
  return screen.queryByRole('spinbutton', { name: 'Compression' });
}

function streamCheck(): HTMLElement {
  return screen.getByRole('checkbox', { name: 'Show the picture while it is drawn' });
}

describe('the format', () => {
  it('can be any the model takes, and is ordered', async () => {
    const { ordered } = await renderUnfolded();
    expect(optionsOf('Format')).toEqual(['Default', 'png', 'jpeg', 'webp']);
    await choose('Format', 'webp');
    await userEvent.click(generateButton());
    expect(ordered()).toStrictEqual({ model: 'gpt-image-1', output_format: 'webp' });
  });
});

describe('the compression', () => {
  it.each([
    ['Default', false],
    ['png', false],
    ['jpeg', true],
    ['webp', true],
  ])('of the format %s can be chosen: %s', async (format, offered) => {
    await renderUnfolded();
    await choose('Format', format);
    expect(compressionBox() !== null).toBe(offered);
  });

  it('is ordered as a number', async () => {
    const { ordered } = await renderUnfolded({ model: 'gpt-image-1', output_format: 'jpeg' });
    await userEvent.type(screen.getByRole('spinbutton', { name: 'Compression' }), '70');
    await userEvent.click(generateButton());
    expect(ordered()).toStrictEqual({
      model: 'gpt-image-1',
      output_format: 'jpeg',
      output_compression: 70,
    });
  });

  it('is left to the server again when its box is emptied', async () => {
    const { ordered } = await renderUnfolded({
      model: 'gpt-image-1',
      output_format: 'jpeg',
      output_compression: 70,
    });
    await userEvent.clear(screen.getByRole('spinbutton', { name: 'Compression' }));
    await userEvent.click(generateButton());
    expect(ordered()).toStrictEqual({ model: 'gpt-image-1', output_format: 'jpeg' });
  });
});

describe('the stream', () => {
  it('comes with two previews, of which there can be none to three', async () => {
    const { ordered } = await renderUnfolded();
    expect(screen.queryByRole('combobox', { name: 'Previews' })).toBeNull();
    await userEvent.click(streamCheck());
    expect(optionsOf('Previews')).toEqual(['0', '1', '2', '3']);
    expect(chosenIn('Previews')).toBe('2');
    await userEvent.click(generateButton());
    expect(ordered()).toStrictEqual({ model: 'gpt-image-1', stream: true, partial_images: 2 });
  });

  it('orders as many previews as were chosen, none included', async () => {
    const { ordered } = await renderUnfolded();
    await userEvent.click(streamCheck());
    await choose('Previews', '0');
    await userEvent.click(generateButton());
    expect(ordered()).toStrictEqual({ model: 'gpt-image-1', stream: true, partial_images: 0 });
  });

  it('takes its previews with it when it is turned off', async () => {
    const { ordered } = await renderUnfolded({ model: 'gpt-image-1', stream: true, partial_images: 3 });
    await userEvent.click(streamCheck());
    expect(screen.queryByRole('combobox', { name: 'Previews' })).toBeNull();
    await userEvent.click(generateButton());
    expect(ordered()).toStrictEqual({ model: 'gpt-image-1' });
  });

  it('says that a preview costs', async () => {
    await renderUnfolded({ model: 'gpt-image-1', stream: true });
    const description = 'Each one costs a little more';
    expect(screen.getByRole('combobox', { name: 'Previews', description })).toBeTruthy();
  });
});

it('the rare parameters are folded away again without being lost', async () => {
  const { ordered } = await renderUnfolded();
  await choose('Background', 'Opaque');
  await userEvent.click(screen.getByText('More settings'));
  expect(screen.queryByRole('combobox', { name: 'Background' })).toBeNull();
  await userEvent.click(generateButton());
  expect(ordered()).toStrictEqual({ model: 'gpt-image-1', background: 'opaque' });
});
