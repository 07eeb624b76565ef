import { readManifest, type ManifestPart, type ManifestSource } from '@/utils/archive/read-manifest';
import { answerCalls } from '@/utils/browser/worker-calls';
import { ArchiveError } from '@/utils/core/archive/archive-defect';

const isSource = (question: unknown): question is ManifestSource =>
  typeof question === 'object' && question !== null && 'file' in question && 'entry' in question;

let parts: AsyncIterator<ManifestPart> | undefined;

/**
 * Reads a manifest on a thread of its own, so that a hostile one cannot stop the page. The first question names the
 * manifest; each question is answered with its next part, the last one with nothing, and a defect as data.
 */
answerCalls(async (question) => {
  if (isSource(question)) parts = readManifest(question)[Symbol.asyncIterator]();
  try {
    const next = await parts?.next();
    return next?.done ? undefined : next?.value;
  } catch (thrown) {
    if (!(thrown instanceof ArchiveError)) throw thrown;
    return { defect: thrown.defect, entry: thrown.entry };
  }
});
