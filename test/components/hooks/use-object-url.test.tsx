import { render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { PictureSourceContext } from '@/components/widgets/picture-source';
import { Thumbnail } from '@/components/widgets/thumbnail';
import { createDeferred, type Deferred } from '../support/deferred';
import { watchObjectUrls } from '../support/object-urls';
import { settle } from '../support/settle';

const BYTES = new Blob(['x']);

/** A source whose thumbnails the test hands out, and a page that shows one. */
function createWorld() {
  const urls = watchObjectUrls();
  const reads = new Map<string, Deferred<Blob | undefined>>();
  const thumbnail = (id: string): Promise<Blob | undefined> => {
    const read = createDeferred<Blob | undefined>();
    reads.set(id, read);
    return read.promise;
  };
  const source = { thumbnail, original: thumbnail, previews: () => Promise.resolve([]) };
  const page = (pictureId: string): ReactElement => (
    <PictureSourceContext value={source}>
      <Thumbnail pictureId={pictureId} alt={`words of ${pictureId}`} />
    </PictureSourceContext>
  );
  return {
    urls,
    page,
    async answer(id: string, blob: Blob | undefined) {
      reads.get(id)?.resolve(blob);
      await settle();
    },
    async refuse(id: string) {
      reads.get(id)?.reject(new Error('unreadable'));
      await settle();
    },
  };
}

/** What the picture shows now. */
function shownUrl(): string | null {
  return screen.getByRole('img').getAttribute('src');
}

describe('the bytes of a picture', () => {
  it('are shown when they are read; until then its words stand there', async () => {
    const { page, answer } = createWorld();
    render(page('a'));
    expect(screen.getByRole('img', { name: 'words of a' })).toBeTruthy();
    expect(shownUrl()).toBeNull();
    await answer('a', BYTES);
    expect(shownUrl()).toBe('blob:1');
  });

  it('are let go when another picture comes, which never wears them', async () => {
    const { urls, page, answer } = createWorld();
    const { rerender } = render(page('a'));
    await answer('a', BYTES);
    rerender(page('b'));
    expect(shownUrl()).toBeNull();
    expect(urls.held).toEqual(new Set());
    await answer('b', BYTES);
    expect(shownUrl()).toBe('blob:2');
    expect(urls.held).toEqual(new Set(['blob:2']));
  });

  it('are let go when the page leaves', async () => {
    const { urls, page, answer } = createWorld();
    const { unmount } = render(page('a'));
    await answer('a', BYTES);
    expect(urls.held).toEqual(new Set(['blob:1']));
    unmount();
    expect(urls.held).toEqual(new Set());
  });

  it('are not taken when they come after the page left', async () => {
    const { urls, page, answer } = createWorld();
    const { unmount } = render(page('a'));
    unmount();
    await answer('a', BYTES);
    expect(urls.made).toEqual([]);
  });

  it('are not taken when they come after the next picture did', async () => {
    const { urls, page, answer } = createWorld();
    const { rerender } = render(page('a'));
    rerender(page('b'));
    await answer('b', BYTES);
    await answer('a', BYTES);
    expect(urls.made).toHaveLength(1);
    expect(shownUrl()).toBe('blob:1');
  });

  it('that are gone leave the words', async () => {
    const { page, answer, urls } = createWorld();
    render(page('a'));
    await answer('a', undefined);
    expect(screen.getByRole('img', { name: 'words of a' })).toBeTruthy();
    expect(shownUrl()).not.toMatch(/^blob:/);
    expect(urls.made).toEqual([]);
  });

  it('that cannot be read leave the words', async () => {
    const { page, refuse } = createWorld();
    render(page('a'));
    await refuse('a');
    expect(screen.getByRole('img', { name: 'words of a' })).toBeTruthy();
    expect(shownUrl()).toBeNull();
  });
});
