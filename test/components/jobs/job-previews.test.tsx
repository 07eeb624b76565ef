import { render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { JobItem } from '@/components/jobs/job-item';
import { PictureSourceContext, type PictureSource } from '@/components/widgets/picture-source';
import type { Job } from '@/utils/core/job/job';
import { makeJobIn } from '../../fixtures/jobs';
import { namesOf } from '../support/accessible-names';
import { createJobCallbacks } from '../support/job-callbacks';
import { watchObjectUrls } from '../support/object-urls';
import { settle } from '../support/settle';

/** A page that shows a job, of which so many previews are there. */
function createWorld(count: number) {
  const urls = watchObjectUrls();
  const previews = vi.fn<PictureSource['previews']>(() =>
    Promise.resolve(Array.from({ length: count }, () => new Blob(['x']))),
  );
  const nothing = () => Promise.resolve(undefined);
  const source = { thumbnail: nothing, original: nothing, previews };
  const on = createJobCallbacks();
  const page = (job: Job): ReactElement => (
    <PictureSourceContext value={source}>
      <JobItem job={job} on={on} />
    </PictureSourceContext>
  );
  return { urls, previews, page };
}

/** What is written below the previews. */
function captions(): readonly (string | null)[] {
  return screen
    .queryAllByRole('figure')
    .map((figure) => figure.querySelector('figcaption')?.textContent ?? null);
}

/** The addresses of the previews. */
function addresses(): readonly (string | null)[] {
  return screen.queryAllByRole('img', { name: /^Preview: / }).map((image) => image.getAttribute('src'));
}

describe('the previews of a running job', () => {
  it('are shown, one for each request, by the words they are to become', async () => {
    const { page } = createWorld(2);
    render(page(makeJobIn('running')));
    expect(captions()).toEqual([]);
    await settle();
    expect(captions()).toEqual(['Preview', 'Preview']);
    expect(namesOf('img')).toEqual(['Preview: a fox in snow', 'Preview: a fox in snow']);
    expect(addresses()).toEqual(['blob:1', 'blob:2']);
  });

  it('are those of the job', async () => {
    const { page, previews } = createWorld(1);
    render(page(makeJobIn('running', { id: 'job-7' })));
    await settle();
    expect(previews.mock.calls).toEqual([['job-7']]);
  });

  it('give way to newer ones, and are not taken away before', async () => {
    const { page, urls } = createWorld(1);
    const { rerender } = render(page(makeJobIn('running')));
    await settle();
    rerender(page({ ...makeJobIn('running') }));
    expect(addresses()).toEqual(['blob:1']);
    expect(urls.held).toEqual(new Set(['blob:1']));
    await settle();
    expect(addresses()).toEqual(['blob:2']);
    expect(urls.held).toEqual(new Set(['blob:2']));
  });

  it('give way to the finished picture, and hold no room any more', async () => {
    const { page, urls } = createWorld(1);
    const { rerender } = render(page(makeJobIn('running')));
    await settle();
    rerender(page(makeJobIn('done')));
    expect(captions()).toEqual([]);
    expect(screen.getByRole('img', { name: 'a fox in snow' })).toBeTruthy();
    await settle();
    expect(urls.held).toEqual(new Set());
  });

  it('hold no room when the page leaves, even if they were still being read', async () => {
    const { page, urls } = createWorld(1);
    const { unmount } = render(page(makeJobIn('running')));
    await settle();
    unmount();
    render(page(makeJobIn('running'))).unmount();
    await settle();
    expect(urls.made).toEqual(['blob:1']);
    expect(urls.held).toEqual(new Set());
  });

  it('that cannot be read are none', async () => {
    const { page, previews } = createWorld(1);
    previews.mockRejectedValue(new Error('unreadable'));
    render(page(makeJobIn('running')));
    await settle();
    expect(captions()).toEqual([]);
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('what is left of a job that never was finished', () => {
  it.each(['failed', 'cancelled', 'interrupted'] as const)('is marked so when it %s', async (state) => {
    const { page } = createWorld(1);
    render(page(makeJobIn(state)));
    await settle();
    expect(captions()).toEqual(['Preview, never finished']);
  });

  it('is gone when it is asked for anew', async () => {
    const { page } = createWorld(1);
    const { rerender } = render(page(makeJobIn('failed')));
    await settle();
    rerender(page(makeJobIn('queued')));
    expect(captions()).toEqual([]);
  });

  it('does not stand for the first preview of the next attempt', async () => {
    const { page, previews } = createWorld(1);
    const { rerender } = render(page(makeJobIn('failed')));
    await settle();
    rerender(page(makeJobIn('queued')));
    previews.mockResolvedValue([]);
    rerender(page(makeJobIn('running')));
    expect(captions()).toEqual([]);
  });
});

it('a finished picture that waits for a permission has a preview that is not called unfinished', async () => {
  const { page } = createWorld(1);
  render(page({ ...makeJobIn('needs-permission'), pictureIds: [] }));
  await settle();
  expect(captions()).toEqual(['Preview']);
});

it.each(['queued', 'done'] as const)('a %s job has no previews, and none are read', async (state) => {
  const { page, previews } = createWorld(1);
  render(page(makeJobIn(state)));
  await settle();
  expect(previews).not.toHaveBeenCalled();
  expect(captions()).toEqual([]);
});
