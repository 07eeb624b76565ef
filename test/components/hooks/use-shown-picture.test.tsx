import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { PictureSourceContext } from '@/components/widgets/picture-source';
import { Thumbnail } from '@/components/widgets/thumbnail';

type Load = (id: string) => Promise<Blob | undefined>;

function renderThumbnail(): {
  readonly thumbnail: ReturnType<typeof vi.fn<Load>>;
  readonly image: HTMLElement;
} {
  const thumbnail = vi.fn<Load>(() => Promise.resolve(new Blob(['x'], { type: 'image/webp' })));
  const source = { thumbnail, original: thumbnail, previews: () => Promise.resolve([]) };
  render(
    <PictureSourceContext value={source}>
      <Thumbnail pictureId="a" alt="a fox" />
    </PictureSourceContext>,
  );
  return { thumbnail, image: screen.getByRole('img', { name: 'a fox' }) };
}

it('a picture that the browser fails to show is read once more, and shown at a new address', async () => {
  const { thumbnail, image } = renderThumbnail();
  await waitFor(() => expect(image.getAttribute('src')).toBeTruthy());
  const first = image.getAttribute('src');
  fireEvent.error(image);
  await waitFor(() => expect(image.getAttribute('src')).not.toBe(first));
  expect(thumbnail).toHaveBeenCalledTimes(2);
});

it('bytes that are no picture are not read for ever', async () => {
  const { thumbnail, image } = renderThumbnail();
  await waitFor(() => expect(image.getAttribute('src')).toBeTruthy());
  fireEvent.error(image);
  await waitFor(() => expect(thumbnail).toHaveBeenCalledTimes(2));
  fireEvent.error(image);
  fireEvent.error(image);
  expect(thumbnail).toHaveBeenCalledTimes(2);
});
