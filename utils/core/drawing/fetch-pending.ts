import { failureOf, isStorageFailure, type Failure } from '../failure/failure';
import type { Job, PendingPicture } from '../job/job';
import type { RequestPorts } from './make-request';
import { preparePicture } from './prepare-pictures';

async function fetchOne(
  ports: RequestPorts,
  job: Job,
  pending: PendingPicture,
  signal: AbortSignal,
): Promise<void> {
  const fetched = await ports.api.fetchPicture(pending.address, signal);
  if (fetched.kind === 'blocked') return;
  const { bytes } = fetched;
  const prepared = await preparePicture(ports, job.id, { ...pending, id: ports.createId(), bytes });
  const { id, type } = prepared.picture;
  const original = new Blob([bytes], { type });
  const keep = { type: 'keep', pictureIds: [id], discarded: [], fetched: [pending.index] } as const;
  const pictures = [{ ...prepared, original }];
  try {
    await ports.jobs.keep(job.id, keep, pictures);
  } catch (thrown) {
    if (isStorageFailure(failureOf(thrown))) {
      ports.unsaved.hold(job, { keep, pictures, originals: new Map([[id, original]]), pending: [] });
    }
    throw thrown;
  }
}

/**
 * Fetches the pictures a server left at addresses, all at once, as such addresses expire; each is kept as it comes.
 * Those on hosts that want a permission first stay pending.
 * @returns why one of the others could not be had
 */
export async function fetchPending(
  ports: RequestPorts,
  job: Job,
  signal: AbortSignal,
): Promise<Failure | undefined> {
  const { pendingPictures = [] } = job;
  const results = await Promise.allSettled(
    pendingPictures.map((pending) => fetchOne(ports, job, pending, signal)),
  );
  const refused = results.find((result) => result.status === 'rejected');
  return refused && failureOf(refused.reason);
}
