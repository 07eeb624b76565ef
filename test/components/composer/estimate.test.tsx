import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { GenerationParameters } from '@/utils/core/model/generation-parameters';
import type { ModelPrice } from '@/utils/core/model/model-price';
import { PRICES_AS_OF } from '@/utils/core/money/list-prices';
import { knowNothing, learn } from '@/utils/core/server/server-knowledge';
import { choose } from '../support/composer-controls';
import { renderComposer, SERVER } from '../support/composer-page';

const SQUARE = { size: '1024x1024', quality: 'high' };

/** Shows the composer at a server with these prices. */
function renderAt(prices: readonly ModelPrice[], parameters: GenerationParameters): void {
  renderComposer({ parameters, known: learn(knowNothing(SERVER.id), { type: 'prices', prices }) });
}

beforeEach(() => {
  document.documentElement.lang = 'en';
});

describe('what a click will cost', () => {
  it('goes by the list price where the server told none, and says that it may be another', () => {
    renderComposer({ parameters: { ...SQUARE, model: 'gpt-image-1' } });
    expect(screen.getByText('about $0.17').title).toBe(
      `List price of ${PRICES_AS_OF}. Your server may charge something else.`,
    );
  });

  it('goes by the price list of the server where it has one', () => {
    renderAt([{ model: 'gpt-image-1', perPicture: 0.03 }], { ...SQUARE, model: 'gpt-image-1', n: 2 });
    expect(screen.getByText('costs $0.06').title).toBe('By this server’s own price list');
    expect(screen.queryByText(/about|up to/)).toBeNull();
  });

  it('goes by the list price for a model the server set no price for', () => {
    renderAt([{ model: 'flux', perPicture: 0.03 }], { ...SQUARE, model: 'gpt-image-1' });
    expect(screen.getByText('about $0.17')).toBeTruthy();
  });

  it.each([
    ['the size', { quality: 'high' }],
    ['the quality', { size: '1024x1536' }],
    ['both', {}],
  ])('is told as the most it may be when %s is left to the server', (_, chosen) => {
    renderComposer({ parameters: { ...chosen, model: 'gpt-image-1' } });
    expect(screen.getByText('up to $0.25')).toBeTruthy();
  });

  it('is not told where nobody knows: unknown is not free', () => {
    renderComposer({ parameters: { model: 'somebody/flux' } });
    expect(screen.queryByText(/\$/)).toBeNull();
  });

  it('follows what is chosen', async () => {
    renderComposer({ parameters: { ...SQUARE, model: 'gpt-image-1' } });
    await choose('Quality', 'Low');
    expect(screen.getByText('about $0.011')).toBeTruthy();
    await choose('Model', 'dall-e-2');
    expect(screen.getByText('about $0.02')).toBeTruthy();
  });

  it('follows the number of pictures', async () => {
    renderComposer({ parameters: { model: 'dall-e-3', size: '1024x1024' } });
    expect(screen.getByText('about $0.04')).toBeTruthy();
    const box = screen.getByRole('spinbutton', { name: 'Images' });
    await userEvent.clear(box);
    await userEvent.type(box, '3');
    expect(screen.getByText('about $0.12')).toBeTruthy();
  });

  it('does not count what the model does not take', () => {
    renderComposer({ parameters: { model: 'dall-e-3', quality: 'max', size: '3840x2160', stream: true } });
    expect(screen.getByText('about $0.04')).toBeTruthy();
  });
});
