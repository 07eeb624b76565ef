import type { ManifestPart, ReadManifest } from '@/utils/archive/read-manifest';
import { callWorker } from '@/utils/browser/worker-calls';
import { ArchiveError, isArchiveDefect } from '@/utils/core/archive/archive-defect';

const isPart = (answer: object): answer is ManifestPart => 'jobs' in answer && 'pictures' in answer;

/** @throws ArchiveError where the worker answers with a defect */
function partOf(answer: unknown): ManifestPart | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  if ('defect' in answer && isArchiveDefect(answer.defect)) {
    throw new ArchiveError(answer.defect, 'entry' in answer ? String(answer.entry) : '');
  }
  return isPart(answer) ? answer : undefined;
}

/** Reads a manifest on another thread, some rows at a time. */
export const readManifestInWorker: ReadManifest = async function* (source) {
  const worker = callWorker(new Worker(new URL('./manifest-worker.ts', import.meta.url), { type: 'module' }));
  try {
    let part = partOf(await worker.ask(source));
    for (; part; part = partOf(await worker.ask('next'))) yield part;
  } finally {
    worker.close();
  }
};
