import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { createRowReader } from '@/utils/archive/read-rows';
import { createRowSchemas } from '@/utils/archive/row-schemas';
import { ArchiveError } from '@/utils/core/archive/archive-defect';
import type { ImportOutcome } from '@/utils/core/archive/import-batch';
import { CONFLICT_CHOICES, type ConflictChoice } from '@/utils/core/archive/import-plan';
import { latestTime } from '@/utils/core/archive/own-id';
import { reconcileJobs } from '@/utils/core/drawing/reconcile-jobs';
import { canFetchAgain, isOpen } from '@/utils/core/job/job';
import { FailureError } from '@/utils/core/failure/failure';
import { createQueueWorld } from '../fakes/queue-world';
import { CREATED_AT, makePassage } from '../fixtures/jobs';
import { buildZip, type BuiltEntry } from './build-zip';
import { anyHostileManifest } from './hostile-manifests';
import { hostileRows } from './hostile-rows';
import { entriesOf, makeRecord, openHistory } from './support';

const ARCHIVES = 2000;

/** Archives that are imported into one history. */
const TOGETHER = 25;

const SEED = 20_261_127;

/** When the background writes what is imported. */
const NOW = CREATED_AT + 99_000;

const schemas = createRowSchemas(latestTime(NOW));
const reader = createRowReader(NOW);

async function honestEntries(): Promise<readonly BuiltEntry[]> {
  const honest = openHistory('honest');
  const passage = makePassage({ position: 7 });
  await honest.add(
    await makeRecord('a', 2, {
      job: { passage },
      picture: { tags: ['fog'], note: 'mine', revisedPrompt: 'red' },
    }),
    await makeRecord('b', 1),
    await makeRecord('c', 0, { job: { state: 'failed', failure: { kind: 'network' } } }),
  );
  return entriesOf((await honest.export()).file);
}

/** An archive with another manifest, perhaps packed, and perhaps cut. */
function anyHostileArchive(honest: readonly BuiltEntry[]): fc.Arbitrary<Blob> {
  const manifest = honest.find(({ name }) => name === 'manifest.json');
  const text = Buffer.from(manifest?.bytes ?? []).toString();
  return fc
    .tuple(
      anyHostileManifest(text),
      fc.boolean(),
      fc.oneof({ weight: 11, arbitrary: fc.constant(0) }, fc.nat(2000)),
    )
    .map(([changed, packed, cut]) => {
      const entries = honest.map((entry) =>
        entry === manifest ? { name: entry.name, bytes: Buffer.from(changed), packed } : entry,
      );
      const file = buildZip(entries);
      return file.slice(0, file.size - cut);
    });
}

/** A history that hostile archives are imported into. */
function openTarget(name: string) {
  // No browser decodes the bytes of these pictures.
  const inspect = () => Promise.reject(new FailureError({ kind: 'unsupportedPicture' }));
  const here = openHistory(name, { inspect });

  async function checkRows({ rows }: ImportOutcome): Promise<void> {
    const database = await here.open();
    for (const id of rows.jobs) {
      const job = await database.get('jobs', id);
      expect(v.safeParse(schemas.job, job).issues).toBeUndefined();
      expect(reader.exportedJob(job)).toMatchObject({ leftOut: 0 });
      expect(job && (isOpen(job.state) || job.state === 'needs-permission' || canFetchAgain(job))).toBe(
        false,
      );
    }
    for (const id of rows.pictures) {
      const picture = await database.get('pictures', id);
      expect(v.safeParse(schemas.picture, picture).issues).toBeUndefined();
      expect(reader.keptPicture(picture)).toMatchObject({ leftOut: 0 });
    }
  }

  return {
    /** How many rows came in; nothing where the archive is refused. */
    async import(file: Blob, choice: ConflictChoice): Promise<number | undefined> {
      const outcome = await here.import(file, choice).catch((thrown: unknown) => {
        if (!(thrown instanceof ArchiveError)) throw thrown;
      });
      if (!outcome) return undefined;
      expect(outcome.stopped).toBeUndefined();
      await checkRows(outcome);
      return outcome.rows.jobs.length + outcome.rows.pictures.length;
    },
    /** A background does nothing about what came in, whatever is granted, and all of it goes out again. */
    async close(): Promise<void> {
      const world = createQueueWorld({ database: name });
      await reconcileJobs(world.jobs, world.liveness, world.queue.recover);
      await world.queue.pump();
      await world.queue.resumeAllowed(['<all_urls>']);
      expect([world.api.sent, world.api.fetched, world.faults]).toEqual([[], [], []]);
      const { file, outcome } = await here.export();
      expect(outcome).toMatchObject({ unreadable: [], leftOut: { values: 0, rows: 0 } });
      const again = openHistory(`${name} again`, { inspect });
      expect(await again.import(file)).toMatchObject({ added: outcome.pictures });
    },
  };
}

describe('two thousand hostile archives', () => {
  it('are refused in words or imported as rows that go out again, and nothing is sent', async () => {
    const honest = await honestEntries();
    const counts = { refused: 0, imported: 0, rows: 0 };
    let target = openTarget('hostile 0');
    await fc.assert(
      fc.asyncProperty(
        anyHostileArchive(honest),
        fc.constantFrom(...CONFLICT_CHOICES),
        async (file, choice) => {
          const rows = await target.import(file, choice);
          if (rows === undefined) counts.refused += 1;
          else counts.imported += 1;
          counts.rows += rows ?? 0;
          if ((counts.refused + counts.imported) % TOGETHER > 0) return;
          await target.close();
          target = openTarget(`hostile ${counts.refused + counts.imported}`);
        },
      ),
      { numRuns: ARCHIVES, seed: SEED },
    );
    expect(counts.refused).toBeGreaterThan(ARCHIVES / 10);
    expect(counts.imported).toBeGreaterThan(ARCHIVES / 4);
    expect(counts.rows).toBeGreaterThan(ARCHIVES / 2);
    expect(Object.keys(Object.prototype)).toEqual([]);
  }, 60_000);
});

describe('the rows that hostile archives leave', () => {
  it('are many, of all ends, and the same for the same seed', () => {
    const { jobs, pictures } = hostileRows(300, 1);
    expect(jobs.length).toBeGreaterThan(100);
    expect(pictures.length).toBeGreaterThan(30);
    expect(new Set(jobs.map(({ state }) => state))).toEqual(
      new Set(['done', 'failed', 'cancelled', 'interrupted']),
    );
    expect(hostileRows(300, 1)).toEqual({ jobs, pictures });
    for (const job of jobs) expect(v.safeParse(schemas.job, job).issues).toBeUndefined();
    for (const picture of pictures) expect(v.safeParse(schemas.picture, picture).issues).toBeUndefined();
  });
});
