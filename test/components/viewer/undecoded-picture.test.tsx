import { render, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { PictureSourceContext, type PictureSource } from '@/components/widgets/picture-source';
import { Thumbnail } from '@/components/widgets/thumbnail';
import { ZoomedPicture } from '@/components/zoom/zoomed-picture';
import { FIT } from '@/utils/core/history/zoom';
import type { Picture } from '@/utils/core/picture/picture';
import { makeJobIn } from '../../fixtures/jobs';
import { makePicture } from '../../fixtures/pictures';

const BYTES = new Blob([Uint8Array.of(1, 2, 3)], { type: 'image/png' });

function createSource(thumbnail?: Blob) {
  return {
    thumbnail: vi.fn<PictureSource['thumbnail']>(() => Promise.resolve(thumbnail)),
    original: vi.fn<PictureSource['original']>(() => Promise.resolve(BYTES)),
    previews: () => Promise.resolve([]),
  };
}

function renderLarge(changes: Partial<Picture>) {
  const picture = makePicture(changes);
  render(
    <PictureSourceContext value={createSource()}>
      <ZoomedPicture entry={{ picture, job: makeJobIn('done') }} zoom={FIT} frame={undefined} />
    </PictureSourceContext>,
  );
}

describe('an original that is too large to be decoded', () => {
  it.each([
    ['as its row says', { width: 100, height: 100, undecoded: true }, '100 × 100'],
    ['by its pixels', { width: 23_000, height: 23_000 }, '23000 × 23000'],
    ['without a size', { width: 0, height: 0, undecoded: true }, 'Size unknown'],
  ] as const)('%s is not shown as an image, and can be downloaded', async (_, changes, size) => {
    renderLarge(changes);
    expect(screen.queryByRole('img')).toBeNull();
    expect(screen.getByRole('note').textContent).toContain(`(${size}) is too large to show here`);
    const link = await screen.findByRole('link', { name: 'Download' });
    expect(link.getAttribute('download')).toMatch(/\.png$/);
  });

  it('is shown below the limit', () => {
    renderLarge({ width: 8000, height: 8000 });
    expect(screen.getByRole('img')).toBeTruthy();
  });
});

describe('a picture without a thumbnail', () => {
  it('has a placeholder with its dimensions', async () => {
    const picture = makePicture({ width: 23_000, height: 100, undecoded: true });
    render(
      <PictureSourceContext value={createSource()}>
        <Thumbnail pictureId={picture.id} alt="a fox" picture={picture} />
      </PictureSourceContext>,
    );
    expect(await screen.findByText('23000 × 100')).toBeTruthy();
    expect(screen.getByRole('img', { name: 'a fox' }).getAttribute('src')).toMatch(/^data:/);
  });

  it('has one also where nothing but its id is known', async () => {
    render(
      <PictureSourceContext value={createSource()}>
        <Thumbnail pictureId="picture-1" alt="a fox" />
      </PictureSourceContext>,
    );
    expect(await screen.findByText('No preview')).toBeTruthy();
  });
});
