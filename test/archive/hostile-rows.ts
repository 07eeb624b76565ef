import * as fc from 'fast-check';
import { createManifestSplitter } from '@/utils/archive/manifest-splitter';
import { createRowReader } from '@/utils/archive/read-rows';
import { ArchiveError } from '@/utils/core/archive/archive-defect';
import type { ArchivedPicture } from '@/utils/core/archive/archive-format';
import { idAt } from '@/utils/core/archive/import-ids';
import { importedJob } from '@/utils/core/archive/imported-job';
import { latestTime } from '@/utils/core/archive/own-id';
import { settleRows } from '@/utils/core/archive/settle-rows';
import type { Job } from '@/utils/core/job/job';
import type { Picture } from '@/utils/core/picture/picture';
import { CREATED_AT, makeJobIn, makePassage } from '../fixtures/jobs';
import { makePicture } from '../fixtures/pictures';
import { anyHostileManifest } from './hostile-manifests';

/** What an import of hostile archives leaves in a history. */
export interface HostileRows {
  readonly jobs: readonly Job[];
  readonly pictures: readonly Picture[];
}

const randomOf = (number: number): string =>
  `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;

/** A manifest with a job that has a picture, one that failed, and one that was cancelled. */
function honestManifest(): string {
  const [first, second, third, image] = [1, 2, 3, 4].map((number) =>
    idAt(CREATED_AT, () => randomOf(number)),
  );
  const whole: Job = {
    ...makeJobIn('done'),
    id: first ?? '',
    prompt: 'words of a fox',
    passage: makePassage({ position: 7 }),
    cost: { amount: 0.04, unknownReplies: 1 },
    pictureIds: [image ?? ''],
  };
  const failed: Job = { ...makeJobIn('failed'), id: second ?? '', prompt: 'words of a storm' };
  const cancelled: Job = { ...makeJobIn('cancelled'), id: third ?? '', prompt: 'words of the sea' };
  const picture = makePicture({
    id: image ?? '',
    jobId: first ?? '',
    tags: ['fog'],
    note: 'mine',
    revisedPrompt: 'red',
  });
  const rows = [whole, failed, cancelled].map((job) => {
    const { pictureIds, ...row } = job;
    return JSON.stringify({ ...row, pictureIds });
  });
  const entry = JSON.stringify({ path: `pictures/${picture.id}.png`, picture });
  return `{"format":"depict-archive","version":1,"jobs":[\n${rows.join(',\n')}\n],"pictures":[\n${entry}\n]}\n`;
}

/** The rows of one manifest as an import writes them; none where it is refused. */
function rowsOf(text: string, random: () => string): HostileRows {
  const reader = createRowReader(CREATED_AT);
  const splitter = createManifestSplitter();
  const jobs: Job[] = [];
  const pictures: ArchivedPicture[] = [];
  try {
    for (const item of splitter.add(text)) {
      if (item.list === 'jobs') {
        const job = reader.archivedJob(item.row);
        if (!job) return { jobs: [], pictures: [] };
        jobs.push(job.row);
      } else if (item.list === 'pictures') {
        const picture = reader.archivedPicture(item.row);
        if (!picture) return { jobs: [], pictures: [] };
        pictures.push(picture.row);
      }
    }
    splitter.end();
  } catch (thrown) {
    if (thrown instanceof ArchiveError) return { jobs: [], pictures: [] };
    throw thrown;
  }
  const settled = settleRows({ jobs, pictures }, { latest: latestTime(CREATED_AT), random });
  return {
    jobs: settled.jobs.map((job) => importedJob(job, CREATED_AT)),
    pictures: settled.pictures.map(({ picture }) => picture),
  };
}

/**
 * Rows as they are in a history after importing so many hostile archives: for tests of pages, which must show them. The
 * same seed gives the same rows.
 */
export function hostileRows(archives: number, seed: number): HostileRows {
  let made = 1000;
  const random = (): string => {
    made += 1;
    return randomOf(made);
  };
  const texts = fc.sample(anyHostileManifest(honestManifest()), { numRuns: archives, seed });
  const all = texts.map((text) => rowsOf(text, random));
  return {
    jobs: all.flatMap(({ jobs }) => jobs),
    pictures: all.flatMap(({ pictures }) => pictures),
  };
}
