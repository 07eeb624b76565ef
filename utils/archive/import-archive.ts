import type { ArchiveReader, TransferWatch } from '../core/archive/archive-ports';
import type { ImportBatch, ImportedBatch, ImportOutcome } from '../core/archive/import-batch';
import {
  countImport,
  matchPictures,
  planImport,
  type AddedPicture,
  type ConflictChoice,
  type ImportCounts,
  type ImportStep,
} from '../core/archive/import-plan';
import { FailureError } from '../core/failure/failure';
import type { Thumbnail, WholePicture } from '../core/picture/picture';
import type { InspectPicture } from '../core/ports';
import { checkArchive, type CheckedArchive, type CheckPorts } from './check-archive';
import { findReplaced, type ReadRows } from './find-replaced';
import { createUndoRows, noteAdded, noteReplaced } from './note-rows';
import { readBytes } from './read-bytes';

/** What an import needs of the world. */
export interface ImportPorts extends CheckPorts {
  readonly reader: ArchiveReader;
  /** Draws a thumbnail where the archive has none. */
  readonly inspect: InspectPicture;
  /** Writes a batch: all of it, or nothing; tells what it replaced. */
  readonly send: (batch: ImportBatch) => Promise<ImportedBatch>;
}

/** A checked archive that can be brought in. */
export interface PreparedImport {
  readonly counts: ImportCounts & {
    /** Values of rows that are damaged or out of range, and will not be imported. */
    readonly leftOut: number;
  };
  /** Brings it in. Never throws for what happens on the way: that is in the outcome, with what was brought in. */
  readonly run: (choice: ConflictChoice, watch: TransferWatch) => Promise<ImportOutcome>;
}

/** Most of one batch: few enough to be cancelled soon, and enough that waiting for the disk hardly counts. */
const BATCH = { pictures: 200, bytes: 32 * 1024 * 1024, steps: 500 } as const;

function bytesOf(step: ImportStep): number {
  return step.added.reduce((sum, { picture }) => sum + picture.byteSize, 0);
}

/** Steps that are written together; a job and its pictures are never parted. */
function* inBatches(steps: readonly ImportStep[]): Generator<readonly ImportStep[]> {
  let held: ImportStep[] = [];
  let bytes = 0;
  let pictures = 0;
  for (const step of steps) {
    const more = bytesOf(step);
    const count = step.added.length + step.replaced.length;
    const isFull =
      bytes + more > BATCH.bytes || pictures + count > BATCH.pictures || held.length >= BATCH.steps;
    if (isFull && held.length > 0) {
      yield held;
      held = [];
      bytes = 0;
      pictures = 0;
    }
    held.push(step);
    bytes += more;
    pictures += count;
  }
  if (held.length > 0) yield held;
}

async function readHere({ reader }: ImportPorts, { manifest }: CheckedArchive): Promise<ReadRows> {
  const pictures = await reader.findSame(manifest.pictures.map(({ picture }) => picture));
  const jobs = await reader.jobs(manifest.jobs.map(({ id }) => id));
  return { pictures, jobs: new Map(jobs.map((job) => [job.id, job])) };
}

/** Draws a thumbnail; nothing where the bytes are those of a picture that the browser cannot decode. */
async function drawThumbnail({ inspect }: ImportPorts, original: Blob): Promise<Thumbnail | undefined> {
  try {
    return (await inspect(await readBytes(original, 0, original.size))).thumbnail;
  } catch (thrown) {
    if (thrown instanceof FailureError && thrown.failure.kind === 'unsupportedPicture') return undefined;
    throw thrown;
  }
}

async function thumbnailOf(
  ports: ImportPorts,
  archive: CheckedArchive,
  { source }: AddedPicture,
  original: Blob,
): Promise<Thumbnail | undefined> {
  if (source.picture.undecoded) return undefined;
  const kept = await archive.thumbnail(source);
  if (!kept || !source.thumbnail) return drawThumbnail(ports, original);
  const { width, height } = source.thumbnail;
  return { bytes: (await readBytes(kept, 0, kept.size)).buffer, width, height };
}

async function openPicture(
  ports: ImportPorts,
  archive: CheckedArchive,
  one: AddedPicture,
): Promise<WholePicture> {
  const original = await archive.original(one.source);
  const thumbnail = await thumbnailOf(ports, archive, one, original);
  return thumbnail
    ? { picture: one.picture, original, thumbnail }
    : { picture: { ...one.picture, undecoded: true }, original };
}

async function openBatch(
  ports: ImportPorts,
  archive: CheckedArchive,
  steps: readonly ImportStep[],
): Promise<ImportBatch> {
  const added: WholePicture[] = [];
  for (const one of steps.flatMap((step) => step.added)) added.push(await openPicture(ports, archive, one));
  return {
    jobs: steps.flatMap(({ job }) => (job ? [job] : [])),
    added,
    replaced: steps.flatMap(({ replaced }) => replaced),
  };
}

/**
 * Looks through an archive, and at what of it is here already. Nothing is changed.
 * @throws ArchiveError where it is refused; the signal's reason where it was cancelled
 */
export async function prepareImport(
  file: Blob,
  ports: ImportPorts,
  watch: TransferWatch,
): Promise<PreparedImport> {
  const archive = await checkArchive(file, ports, watch);
  const { manifest } = archive;
  const here = await readHere(ports, archive);
  const found = countImport(manifest, matchPictures(manifest.pictures, here.pictures), here);
  const counts = { ...found, leftOut: archive.leftOut };

  async function run(choice: ConflictChoice, { onProgress, signal }: TransferWatch): Promise<ImportOutcome> {
    const before = await ports.reader.count();
    const done = { added: 0, replaced: 0, skipped: 0, jobsAlone: 0 };
    const rows = createUndoRows();
    let wanted = 0;
    let stopped: { readonly thrown: unknown } | undefined;
    try {
      // Looked up once more: a person may have drawn, deleted or imported while the question stood.
      const now = await readHere(ports, archive);
      const matches = matchPictures(manifest.pictures, now.pictures);
      const { random } = ports;
      const steps = planImport({ manifest, here: now, matches, choice, random });
      wanted = steps.reduce((sum, { added }) => sum + added.length, 0);
      const total = { pictures: wanted, bytes: steps.reduce((sum, step) => sum + bytesOf(step), 0) };
      const written = { pictures: 0, bytes: 0 };
      onProgress({ done: { ...written }, total });
      for (const part of inBatches(steps)) {
        signal.throwIfAborted();
        const batch = await openBatch(ports, archive, part);
        // Noted before it is written: an answer may be lost on its way, and what is there is counted in the end.
        noteAdded(rows, batch);
        if (batch.jobs.length + batch.added.length + batch.replaced.length > 0) {
          const { replaced, before: were } = await ports.send(batch).catch(async (thrown: unknown) => {
            noteReplaced(rows, await findReplaced(ports.reader, batch, now));
            throw thrown;
          });
          done.replaced += replaced;
          noteReplaced(rows, were);
        }
        done.skipped += part.reduce((sum, { skipped }) => sum + skipped, 0);
        done.jobsAlone += part.filter((step) => step.job?.isNew && step.added.length === 0).length;
        written.pictures += batch.added.length;
        written.bytes += part.reduce((sum, step) => sum + bytesOf(step), 0);
        onProgress({ done: { ...written }, total });
      }
    } catch (thrown) {
      stopped = { thrown };
    }
    // Not what was said to be written, but what is there.
    done.added = await ports.reader.countPresent(rows.pictures);
    const after = await ports.reader.count();
    return { ...done, before, after, wanted, rows, ...(stopped && { stopped }) };
  }

  return { counts, run };
}
