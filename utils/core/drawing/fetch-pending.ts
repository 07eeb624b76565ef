import { FailureError, failureOf, type Failure } from '../failure/failure';
import type { Job, PendingPicture } from '../job/job';
import type { PictureServer } from '../ports';
import { mayFetchFrom } from '../server/network';
import { createGate } from './gate';
import type { RequestPorts } from './make-request';
import { createIntake, settleIntake, takeIn } from './picture-intake';

/** What fetching the pictures at addresses came to. */
export interface FetchOutcome {
  /** Why one of them could not be had. */
  readonly failure?: Failure;
  /** Whether some are on hosts that the extension may not read yet. */
  readonly blocked: boolean;
}

/** Addresses that are fetched at once for one job. */
const FETCHED_AT_ONCE = 4;

/** Answers of a server that may be another one later: timeout, too early, too many requests (RFC 9110, 8470, 6585). */
const PASSING_STATUSES: ReadonlySet<number> = new Set([408, 425, 429]);

/** Whether the address will not give its picture later either, so that the picture must be asked for again. */
function isRefusedForGood({ kind, status = 0 }: Failure): boolean {
  if (kind === 'privateAddress' || kind === 'replyTooLarge') return true;
  return kind === 'pictureUnreachable' && status >= 400 && status < 500 && !PASSING_STATUSES.has(status);
}

type Fetched =
  { readonly kind: 'blocked' } | { readonly kind: 'kept'; readonly failure?: Failure | undefined };

async function fetchOne(
  ports: RequestPorts,
  job: Job,
  server: PictureServer,
  { address, index, revisedPrompt }: PendingPicture,
  signal: AbortSignal,
): Promise<Fetched> {
  if (!mayFetchFrom(address, server.baseUrl)) {
    const host = URL.parse(address)?.host;
    throw new FailureError({ kind: 'privateAddress', ...(host !== undefined && { host }) });
  }
  signal.throwIfAborted();
  const fetched = await ports.api.fetchPicture(address, server, signal);
  if (fetched.kind === 'blocked') return fetched;
  const id = ports.createId();
  const place = { index, ...(revisedPrompt !== undefined && { revisedPrompt }) };
  const intake = createIntake();
  await takeIn(ports, job.id, intake, {
    received: [{ ...place, id, bytes: fetched.bytes }],
    pending: [],
    fetched: [index],
  });
  return { kind: 'kept', failure: await settleIntake(ports, job, intake, { fetched: [index] }) };
}

/**
 * Fetches the pictures a server left at addresses, four at a time; each is kept as it comes. Those on hosts that want a
 * permission first, and those whose server has trouble for the moment, stay pending; an address that was refused for
 * good is dropped, and takes no other with it. Never throws.
 * @param mayFetch which addresses are fetched; the others stay pending as if blocked, without a request
 */
export async function fetchPending(
  ports: RequestPorts,
  job: Job,
  server: PictureServer,
  signal: AbortSignal,
  mayFetch: (address: string) => boolean = () => true,
): Promise<FetchOutcome> {
  const gate = createGate(() => FETCHED_AT_ONCE);
  const tryOne = async (pending: PendingPicture): Promise<Fetched> => {
    try {
      return await fetchOne(ports, job, server, pending, signal);
    } catch (thrown) {
      const failure = failureOf(thrown);
      if (isRefusedForGood(failure)) {
        await ports.jobs.apply(job.id, { type: 'drop', indexes: [pending.index] }).catch(ports.report);
      }
      return { kind: 'kept', failure };
    }
  };
  const results = await Promise.all(
    (job.pendingPictures ?? []).map((pending): Promise<Fetched> => {
      if (!mayFetch(pending.address)) return Promise.resolve({ kind: 'blocked' });
      return gate.run(() => tryOne(pending));
    }),
  );
  const failures = results.flatMap((result) =>
    result.kind === 'kept' && result.failure ? [result.failure] : [],
  );
  return {
    blocked: results.some(({ kind }) => kind === 'blocked'),
    ...(failures[0] && { failure: failures[0] }),
  };
}
