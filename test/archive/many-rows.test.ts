import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { archivedJob } from '@/utils/core/archive/archive-job';
import { idAt } from '@/utils/core/archive/import-ids';
import { importedJob } from '@/utils/core/archive/imported-job';
import { JOB_STATES, type Job } from '@/utils/core/job/job';
import type { HistoryRecord } from '@/utils/storage/history-writer';
import { CREATED_AT } from '../fixtures/jobs';
import { anyOwnJob, anyOwnPicture } from './own-rows';
import { digest, openHistory, pngBytes, webpBytes } from './support';

const JOBS = 10_000;

/** Every so many jobs one has a picture. */
const WITH_PICTURE = 20;

const SEED = 20_261_127;

/** Ids in the order of the numbers they are made for. */
const numberedId = (number: number): string =>
  idAt(CREATED_AT - JOBS + number, () => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`);

/** Jobs of all states as the transitions make them; some have a picture, one in three of these is in the trash. */
async function makeHistory(): Promise<readonly HistoryRecord[]> {
  const jobs = fc.sample(anyOwnJob(), { numRuns: JOBS, seed: SEED });
  const pictures = fc.sample(anyOwnPicture, { numRuns: JOBS / WITH_PICTURE, seed: SEED });
  const records: HistoryRecord[] = [];
  for (const [number, made] of jobs.entries()) {
    const { pictureIndexes: _, waitingUntil, ...job } = made;
    const id = numberedId(number);
    const rounded = waitingUntil === undefined ? {} : { waitingUntil: Math.round(waitingUntil) };
    const picture = number % WITH_PICTURE === 0 ? pictures[number / WITH_PICTURE] : undefined;
    const row: Job = { ...job, ...rounded, id, pictureIds: picture ? [id] : [] };
    if (!picture) {
      records.push({ job: row, pictures: [] });
      continue;
    }
    const { deletedAt, undecoded: _undecoded, ...kept } = picture;
    const bytes = pngBytes(id);
    const whole = {
      ...kept,
      id,
      jobId: id,
      type: 'image/png' as const,
      byteSize: bytes.length,
      sha256: await digest(bytes),
      ...(number % 3 === 0 && { deletedAt: deletedAt ?? CREATED_AT }),
    };
    const thumbnail = { bytes: webpBytes(id).buffer, width: 3, height: 2 };
    records.push({ job: row, pictures: [{ picture: whole, original: new Blob([bytes]), thumbnail }] });
  }
  return records;
}

it('ten thousand jobs in all states come back equal, with pauses, failures, costs, trash, tags and notes', async () => {
  const here = openHistory('here');
  const there = openHistory('there');
  const records = await makeHistory();
  expect(new Set(records.map(({ job }) => job.state))).toEqual(new Set(JOB_STATES));
  await here.add(...records);
  const { file, outcome } = await here.export();
  expect(outcome).toMatchObject({ unreadable: [], leftOut: { values: 0, rows: 0 } });
  const imported = await there.import(file);
  expect(imported.stopped).toBeUndefined();
  const after = await there.dump();
  const pictures = records.flatMap((record) => record.pictures.map(({ picture }) => picture));
  expect(after.pictures).toEqual(pictures.filter(({ deletedAt }) => deletedAt === undefined));
  expect(after.jobs).toEqual(
    records.map(({ job: { arrivedPictures: _, ...job } }) =>
      importedJob(archivedJob(job), CREATED_AT + 99_000),
    ),
  );
}, 60_000);
