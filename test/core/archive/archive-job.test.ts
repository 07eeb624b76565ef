import { describe, expect, it } from 'vitest';
import { archivedJob } from '@/utils/core/archive/archive-job';
import { importedJob } from '@/utils/core/archive/imported-job';
import {
  canFetchAgain,
  isOpen,
  JOB_STATES,
  missingPictures,
  type Job,
  type JobState,
} from '@/utils/core/job/job';
import { makeJobIn, makePending } from '../../fixtures/jobs';

const SECRET = 'tenant-7f3a-secret';

describe('a job in an archive', () => {
  it('has nothing that was added to its request, wherever the server repeated it', () => {
    const job: Job = {
      ...makeJobIn('failed'),
      parameters: { model: 'gpt-image-1', quality: 'high', n: 2, user: 'me' },
      reply: { actual: { quality: SECRET }, requestId: `req for ${SECRET}` },
      failure: { kind: 'invalidParameter', status: 400, detail: `No tenant "${SECRET}"`, code: 'tenant' },
      request: {
        model: 'gpt-image-1',
        prompt: 'a fox',
        quality: 'high',
        n: 2,
        user: 'me',
        size: SECRET,
        nested: { tokens: [SECRET] },
        webhook: SECRET,
      },
    };
    const archived = archivedJob(job);
    expect(JSON.stringify(archived)).not.toContain('7f3a');
    expect(archived.request).toEqual({
      model: 'gpt-image-1',
      prompt: 'a fox',
      quality: 'high',
      n: 2,
      user: 'me',
    });
    expect(archived.failure).toMatchObject({ kind: 'invalidParameter', status: 400 });
  });

  it('is the whole row where nothing was added', () => {
    const job = makeJobIn('failed', { pendingPictures: [makePending()] });
    expect(archivedJob(job)).toEqual(job);
  });

  it('has no bytes that nobody has looked at', () => {
    const job = makeJobIn('interrupted', { arrivedPictures: [{ id: 'picture-1', index: 0 }] });
    expect(archivedJob(job)).not.toHaveProperty('arrivedPictures');
  });
});

describe('a job from an archive', () => {
  it.each(JOB_STATES)('that was %s has ended, waits for nothing and is no news', (state) => {
    const job = importedJob(
      makeJobIn(state, {
        parameters: { model: 'gpt-image-1', n: 2 },
        unseen: 1,
        waitingFor: 'key',
        nextSince: 1,
      }),
      5,
    );
    const ended: Partial<Record<JobState, JobState>> = {
      queued: 'cancelled',
      running: 'interrupted',
      'needs-permission': 'interrupted',
    };
    expect(job.state).toBe(ended[state] ?? state);
    expect(Object.keys(job)).not.toEqual(expect.arrayContaining(['unseen']));
    expect(Object.keys(job)).not.toEqual(expect.arrayContaining(['waitingFor']));
  });

  it.each(JOB_STATES)('that was %s has no address to fetch, and what was there is missing', (state) => {
    const parameters = { model: 'gpt-image-1', n: 2 };
    const pendingPictures = [makePending({ index: 0 }), makePending({ index: 1 })];
    const job = importedJob({ ...makeJobIn(state), parameters, pendingPictures, pictureIds: [] }, 5);
    expect(job).not.toHaveProperty('pendingPictures');
    expect(missingPictures(job)).toBe(2);
    expect(isOpen(job.state)).toBe(false);
    expect(job.state).not.toBe('needs-permission');
    expect(canFetchAgain(job)).toBe(false);
  });

  it('that waited for permission for more than was asked for is done', () => {
    expect(importedJob(makeJobIn('needs-permission'), 5)).toMatchObject({ state: 'done', finishedAt: 5 });
  });
});
