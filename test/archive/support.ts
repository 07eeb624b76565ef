import { createHash } from 'node:crypto';
import { v7 as createId } from 'uuid';
import { prepareImport, type ImportPorts } from '@/utils/archive/import-archive';
import { parseImportBatch, parseUndoRows } from '@/utils/archive/parse-batch';
import { proveBlob } from '@/utils/archive/prove-blob';
import { readManifest } from '@/utils/archive/read-manifest';
import { writeArchive, type ArchiveOrder, type ArchiveOutcome } from '@/utils/archive/write-archive';
import { readPixelSize } from '@/utils/browser/picture-header';
import type { ArchivePageWords } from '@/utils/core/archive/archive-page';
import type { Prove, TransferWatch } from '@/utils/core/archive/archive-ports';
import type { ImportOutcome, UndoneCounts } from '@/utils/core/archive/import-batch';
import type { ConflictChoice } from '@/utils/core/archive/import-plan';
import { undoParts } from '@/utils/core/archive/undo-parts';
import type { Job } from '@/utils/core/job/job';
import type { Picture } from '@/utils/core/picture/picture';
import { readDirectory } from '@/utils/archive/zip-directory';
import { createDatabaseOpener } from '@/utils/storage/database';
import { addHistory, type HistoryRecord } from '@/utils/storage/history-writer';
import { undoImport } from '@/utils/storage/import-undo';
import { importHistory } from '@/utils/storage/import-writer';
import { createTransferReader } from '@/utils/storage/transfer-reader';
import { recordChanges } from '../fakes/changes';
import { CREATED_AT, makeJobIn } from '../fixtures/jobs';
import { makePicture } from '../fixtures/pictures';
import type { BuiltEntry } from './build-zip';

export const digest = (bytes: Uint8Array): Promise<string> =>
  Promise.resolve(createHash('sha256').update(bytes).digest('hex'));

/** Bytes that begin as a PNG and are like no others. */
export function pngBytes(seed: string, length = 64): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  bytes.set(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
  bytes.set(createHash('sha256').update(seed).digest(), 8);
  return bytes;
}

/** Bytes that begin as a WebP. */
export function webpBytes(seed: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBP', 'latin1'), Buffer.from(seed)]));
}

let made = 0;

/** The id of a moment, after all those that were made before for the same one. */
function timedId(at: number): string {
  made += 1;
  return createId({ msecs: at, seq: made });
}

/** A job with so many pictures, each with bytes of its own. */
export async function makeRecord(
  name: string,
  pictures: number,
  changes: { readonly job?: Partial<Job>; readonly picture?: Partial<Picture> } = {},
): Promise<HistoryRecord> {
  const jobId = timedId(CREATED_AT);
  const ids = Array.from({ length: pictures }, () => timedId(CREATED_AT + 2000));
  const own = { prompt: `words of ${name}`, ...changes.job, id: jobId, pictureIds: ids };
  const job: Job = { ...makeJobIn('done'), ...own };
  const whole = ids.map(async (id, index) => {
    const bytes = pngBytes(`${name} ${index}`);
    const picture = makePicture({
      ...changes.picture,
      id,
      jobId,
      index,
      byteSize: bytes.length,
      sha256: await digest(bytes),
    });
    const small = webpBytes(`${name} ${index}`);
    return {
      picture,
      original: new Blob([bytes], { type: picture.type }),
      thumbnail: { bytes: small.buffer, width: 213, height: 320 },
    };
  });
  return { job, pictures: await Promise.all(whole) };
}

/** The stored entries of an archive of ours. */
export async function entriesOf(file: Blob): Promise<readonly BuiltEntry[]> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const entries = [...(await readDirectory(file)).values()];
  return entries.map(({ name, offset, size }) => {
    const start = offset + 30 + Buffer.byteLength(name);
    return { name, bytes: bytes.slice(start, start + size) };
  });
}

const WORDS: ArchivePageWords = {
  language: 'en',
  direction: 'ltr',
  title: 'Pictures',
  about: 'All of them',
  source: 'Page',
  time: (at) => new Date(at).toISOString(),
};

/** Accompanies a transfer that nobody cancels. */
function watching(signal = new AbortController().signal): TransferWatch {
  return { signal, onProgress: () => undefined };
}

const STORES = ['jobs', 'pictures', 'originals', 'thumbnails'] as const;

/** Everything of a history as it is kept, with digests in place of bytes. */
export interface HistoryDump {
  readonly jobs: readonly Job[];
  readonly pictures: readonly Picture[];
  readonly bytes: readonly string[];
  readonly thumbnails: readonly unknown[];
}

/** A history, and what goes into it and out of it. */
export function openHistory(name: string, others: Partial<ImportPorts> = {}) {
  const open = createDatabaseOpener(name);
  const { announce, changes } = recordChanges();
  const reader = createTransferReader(open);
  const ports: ImportPorts = {
    reader,
    digest,
    pixelSize: readPixelSize,
    readManifest,
    inspect: () => Promise.reject(new Error('No thumbnail is missing')),
    // As over the channel: nothing but data comes to the other side.
    send: (batch) =>
      importHistory(open, announce, parseImportBatch(structuredClone(batch), CREATED_AT + 99_000)),
    now: () => CREATED_AT + 99_000,
    random: () => crypto.randomUUID(),
    ...others,
  };

  return {
    open,
    changes,
    reader,
    ports,
    add: (...records: readonly HistoryRecord[]) => addHistory(open, announce, records),
    /** Tells what became of each part. */
    async undo({ rows }: Pick<ImportOutcome, 'rows'>): Promise<readonly UndoneCounts[]> {
      const counts: UndoneCounts[] = [];
      for (const part of undoParts(rows)) {
        counts.push(
          await undoImport(open, announce, parseUndoRows(structuredClone(part), CREATED_AT + 99_000)),
        );
      }
      return counts;
    },
    async export(order?: ArchiveOrder): Promise<{ readonly file: Blob; readonly outcome: ArchiveOutcome }> {
      const parts: Blob[] = [];
      const write = (part: Blob): Promise<void> => Promise.resolve(void parts.push(part));
      const prove: Prove = (blob) => proveBlob(blob, digest);
      const source = { reader, digest, prove, words: () => WORDS, madeBy: '0.1.0', now: () => CREATED_AT };
      const asked = order ?? { ids: await reader.allIds(), isWhole: true };
      const { front, outcome } = await writeArchive(source, asked, write, watching());
      return { file: new Blob([front, ...parts]), outcome };
    },
    async import(file: Blob, choice: ConflictChoice = 'skip'): Promise<ImportOutcome> {
      return (await prepareImport(file, ports, watching())).run(choice, watching());
    },
    async dump(): Promise<HistoryDump> {
      const database = await open();
      const [jobs, pictures, originals, thumbnails] = await Promise.all([
        database.getAll('jobs'),
        database.getAll('pictures'),
        database.getAll('originals'),
        database.getAll('thumbnails'),
      ]);
      const bytes = await Promise.all(
        originals.map(async (blob) => digest(new Uint8Array(await blob.arrayBuffer()))),
      );
      return { jobs, pictures, bytes, thumbnails };
    },
    async counts(): Promise<readonly number[]> {
      const database = await open();
      return Promise.all(STORES.map((store) => database.count(store)));
    },
  };
}
