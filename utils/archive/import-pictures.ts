import { ARCHIVE_LIMITS } from '../core/archive/archive-limits';
import type { TransferWatch } from '../core/archive/archive-ports';
import type { ImportBatch, UndoRows } from '../core/archive/import-batch';
import { idAt } from '../core/archive/import-ids';
import { FailureError } from '../core/failure/failure';
import type { Job } from '../core/job/job';
import type { Picture, WholePicture } from '../core/picture/picture';
import { nameWords, pictureWords } from '../core/picture/picture-words';
import type { ImportPorts } from './import-archive';
import { inflate } from './inflate';
import { createUndoRows, noteAdded, noteReplaced } from './note-rows';
import { readBytes } from './read-bytes';
import { TEXT_LIMITS } from './row-limits';

/** What came of picture files. */
export interface PicturesOutcome {
  /** Ids of pictures that were here already, those that were in the trash included: they are out of it now. */
  readonly known: readonly string[];
  readonly restored: number;
  /** Save downloads as that are no pictures Depict can keep. */
  readonly refused: readonly string[];
  readonly rows: UndoRows;
}

interface Whole {
  readonly job: Job;
  readonly picture: WholePicture;
}

/**
 * A picture of its own, with a job that is done: nothing was asked of a server for it here. A picture seldom says what model
 * drew it; then its name is empty.
 */
async function wholePicture(
  { inspect, random }: ImportPorts,
  file: File,
  bytes: Uint8Array<ArrayBuffer>,
  at: number,
): Promise<Whole> {
  const { thumbnail, ...found } = await inspect(bytes);
  const { prompt = nameWords(file.name), model = '' } = await pictureWords(bytes, found.type, inflate);
  const [id, jobId] = [idAt(at, random), idAt(at, random)];
  const picture: Picture = {
    ...found,
    id,
    jobId,
    index: 0,
    byteSize: bytes.length,
    favorite: false,
    createdAt: at,
  };
  const job: Job = {
    id: jobId,
    state: 'done',
    prompt: prompt.slice(0, TEXT_LIMITS.words).toWellFormed(),
    parameters: { model: model.slice(0, TEXT_LIMITS.value).toWellFormed() },
    createdAt: at,
    finishedAt: at,
    attempts: 0,
    pictureIds: [id],
  };
  return {
    job,
    picture: { picture, ...(thumbnail && { thumbnail }), original: file.slice(0, file.size, found.type) },
  };
}

/** The picture with these bytes, by preference one that is not deleted. */
async function findHere({ reader }: ImportPorts, sha256: string): Promise<Picture | undefined> {
  const same = await reader.findSame([{ id: sha256, sha256 }]);
  return same.find(({ deletedAt }) => deletedAt === undefined) ?? same[0];
}

/**
 * Brings single pictures in, each as one of its own; one that is here already is found by its bytes.
 * @throws what reading and writing throws; the signal's reason where it was cancelled. What came before stays.
 */
export async function importPictures(
  files: readonly File[],
  ports: ImportPorts,
  { onProgress, signal }: TransferWatch,
): Promise<PicturesOutcome> {
  const outcome = { known: [] as string[], restored: 0, refused: [] as string[] };
  const rows = createUndoRows();
  const total = { pictures: files.length, bytes: files.reduce((sum, { size }) => sum + size, 0) };
  const done = { pictures: 0, bytes: 0 };
  const now = ports.now();
  for (const [place, file] of files.entries()) {
    signal.throwIfAborted();
    await bringIn(file, now + place);
    done.pictures += 1;
    done.bytes += file.size;
    onProgress({ done: { ...done }, total });
  }
  return { ...outcome, rows };

  async function bringIn(file: File, at: number): Promise<void> {
    if (file.size > ARCHIVE_LIMITS.pictureBytes) return void outcome.refused.push(file.name);
    const bytes = await readBytes(file, 0, file.size);
    const here = await findHere(ports, await ports.digest(bytes));
    if (here) {
      outcome.known.push(here.id);
      const { deletedAt, ...row } = here;
      if (deletedAt === undefined) return;
      outcome.restored += 1;
      noteReplaced(rows, (await ports.send({ jobs: [], added: [], replaced: [row] })).before);
      return;
    }
    try {
      const { job, picture } = await wholePicture(ports, file, bytes, at);
      const batch: ImportBatch = { jobs: [{ row: job, isNew: true }], added: [picture], replaced: [] };
      await ports.send(batch);
      noteAdded(rows, batch);
    } catch (thrown) {
      if (!(thrown instanceof FailureError) || thrown.failure.kind !== 'unsupportedPicture') throw thrown;
      outcome.refused.push(file.name);
    }
  }
}
