import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRowReader } from '@/utils/archive/read-rows';
import { archivedJob } from '@/utils/core/archive/archive-job';
import { importedJob } from '@/utils/core/archive/imported-job';
import { JOB_STATES, type Job } from '@/utils/core/job/job';
import { ask, summaryOf } from '../api/ask';
import { anyReplyBody } from '../fixtures/any-reply';
import { CREATED_AT } from '../fixtures/jobs';
import { anyOwnJob, anyOwnPicture, type Said } from './own-rows';

const reader = createRowReader(CREATED_AT);

/** The row as it comes out of a manifest. */
const written = (row: unknown): unknown => JSON.parse(JSON.stringify(row));

/** Bytes that were not decoded do not travel; pauses are in whole milliseconds. */
function travelling({ arrivedPictures: _, ...job }: Job): Job {
  const { waitingUntil } = job;
  return archivedJob({
    ...job,
    ...(waitingUntil !== undefined && { waitingUntil: Math.round(waitingUntil) }),
  });
}

function expectToTravel(job: Job): void {
  const exported = reader.exportedJob(job);
  expect(exported).toEqual({ row: travelling(job), leftOut: 0 });
  const imported = reader.archivedJob(written(exported?.row));
  expect(imported).toEqual({ row: travelling(job), leftOut: 0 });
  if (!imported) return;
  // What an import ends has ended there, too; everything else is as it was.
  expect(importedJob(imported.row, CREATED_AT)).toEqual(importedJob(travelling(job), CREATED_AT));
}

async function whatServerSays(body: string, status: number): Promise<Said> {
  const { events, failure } = await ask(() => new Response(status === 204 ? null : body, { status }));
  const pictures = events.flatMap((event) => (event.kind === 'pictures' ? event.pictures : []));
  return {
    summary: summaryOf(events),
    failure,
    addresses: pictures.flatMap(({ source }) => (source.kind === 'address' ? [source.address] : [])),
    revisedPrompts: pictures.flatMap(({ revisedPrompt = '' }) => revisedPrompt || []),
  };
}

describe('any row that the product makes', () => {
  it('goes out and comes back equal', () => {
    const states = new Set<string>();
    fc.assert(
      fc.property(anyOwnJob(), (job) => {
        states.add(job.state);
        expectToTravel(job);
      }),
      { numRuns: 2000 },
    );
    expect(states).toEqual(new Set(JOB_STATES));
  });

  it('goes out and comes back equal with whatever a server answered', async () => {
    let said = 0;
    await fc.assert(
      fc.asyncProperty(anyReplyBody, fc.constantFrom(200, 200, 400, 429, 500), async (body, status) => {
        const answer = await whatServerSays(body, status);
        if (answer.summary ?? answer.failure) said += 1;
        for (const job of fc.sample(anyOwnJob(answer), 4)) expectToTravel(job);
      }),
      { numRuns: 300 },
    );
    expect(said).toBeGreaterThan(200);
  });

  it('goes out and comes back equal as a picture, without its time in the trash', () => {
    fc.assert(
      fc.property(anyOwnPicture, (whole) => {
        const { deletedAt: _, ...picture } = whole;
        expect(reader.keptPicture(whole)).toEqual({ row: whole, leftOut: 0 });
        const entry = { path: `pictures/${picture.id}.png`, picture };
        expect(reader.archivedPicture(written(entry))).toEqual({ row: entry, leftOut: 0 });
      }),
      { numRuns: 1000 },
    );
  });
});
