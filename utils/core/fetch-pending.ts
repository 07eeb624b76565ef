import { failureOf, type Failure } from './failure';
import type { Job, PendingPicture } from './job';
import type { RequestPorts } from './make-request';
import { preparePicture } from './prepare-pictures';

async function fetchOne(
  ports: RequestPorts,
  jobId: string,
  pending: PendingPicture,
  signal: AbortSignal,
): Promise<void> {
  const fetched = await ports.api.fetchPicture(pending.address, signal);
  if (fetched.kind === 'blocked') return;
  const { bytes } = fetched;
  const prepared = await preparePicture(ports, jobId, { ...pending, id: ports.createId(), bytes });
  const { id, type } = prepared.picture;
  await ports.jobs.keep(jobId, { type: 'keep', pictureIds: [id], discarded: [], fetched: [pending.index] }, [
    { ...prepared, original: new Blob([bytes], { type }) },
  ]);
}

/**
 * Fetches the pictures a server left at addresses, all at once, as such addresses expire; each is kept as it comes.
 * Those on hosts that want a permission first stay pending.
 * @returns why one of the others could not be had
 */
export async function fetchPending(
  ports: RequestPorts,
  { id, pendingPictures = [] }: Job,
  signal: AbortSignal,
): Promise<Failure | undefined> {
  const results = await Promise.allSettled(
    pendingPictures.map((pending) => fetchOne(ports, id, pending, signal)),
  );
  const refused = results.find((result) => result.status === 'rejected');
  return refused && failureOf(refused.reason);
}
