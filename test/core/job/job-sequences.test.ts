import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endedBadly, JOB_STATES, missingPictures, type Job } from '@/utils/core/job/job';
import type { JobEvent } from '@/utils/core/job/job-events';
import { accepts, transition } from '@/utils/core/job/job-transitions';
import { EVENTS, makeJob, makeJobIn, makePending } from '../../fixtures/jobs';

describe('any sequence of events', () => {
  const pictureIds = fc.array(fc.uuid(), { maxLength: 3 });
  const pending = fc.array(
    fc.nat(9).map((index) => makePending({ index })),
    { maxLength: 3 },
  );
  const anyEvent: fc.Arbitrary<JobEvent> = fc.oneof(
    fc.constantFrom<JobEvent[]>(...Object.values(EVENTS), { type: 'wait', for: undefined }),
    fc.record({ type: fc.constant('arrive'), arrived: fc.constant([]), pending }),
    fc.record({
      type: fc.constant('keep'),
      pictureIds,
      discarded: fc.constant([]),
      fetched: fc.array(fc.nat(9)),
      finish: fc.constant(EVENTS.finish),
    }),
  );

  /** Every row a job goes through; an event that is refused leaves the row as it is. */
  function rowsAfter(events: readonly JobEvent[]): readonly Job[] {
    const rows = [makeJob()];
    for (const event of events) {
      const row = rows.at(-1) ?? makeJob();
      if (accepts(row, event.type)) rows.push(transition(row, event));
    }
    return rows;
  }

  /** What makes no sense in a row. */
  function faultsOf(row: Job): readonly string[] {
    const { state, pendingPictures = [] } = row;
    const ended = ['done', 'failed', 'cancelled', 'interrupted'].includes(state);
    const faults: Readonly<Record<string, boolean>> = {
      'another state': !JOB_STATES.includes(state),
      'a failed job without a reason': state === 'failed' && row.failure === undefined,
      'an end that does not belong to the state': (row.finishedAt !== undefined) !== ended,
      'waiting for something while not queued': state !== 'queued' && row.waitingFor !== undefined,
      'unseen without a bad end': row.unseen !== undefined && !endedBadly(row),
      'a permission for nothing': state === 'needs-permission' && pendingPictures.length === 0,
      'done with pictures to fetch': state === 'done' && pendingPictures.length > 0,
    };
    return Object.keys(faults).filter((name) => faults[name]);
  }

  function checkStep(before: Job, after: Job): void {
    const complete = before.state === 'done' && missingPictures(before) === 0;
    expect(complete && after.state !== 'done', 'what is complete stays done').toBe(false);
    expect(after.pictureIds.slice(0, before.pictureIds.length)).toEqual(before.pictureIds);
    expect(after.attempts).toBeGreaterThanOrEqual(before.attempts);
  }

  it('leaves rows that make sense, whose pictures only grow, and ends at done', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 30 }), (events) => {
        const rows = rowsAfter(events);
        expect(rows.flatMap(faultsOf)).toEqual([]);
        rows.slice(1).forEach((row, index) => checkStep(rows[index] ?? row, row));
      }),
    );
  });

  it('does not change the row it is given', () => {
    fc.assert(
      fc.property(fc.constantFrom(...JOB_STATES), anyEvent, (state, event) => {
        const row = makeJobIn(state);
        const copy = structuredClone(row);
        if (accepts(row, event.type)) transition(row, event);
        expect(row).toEqual(copy);
      }),
    );
  });
});
