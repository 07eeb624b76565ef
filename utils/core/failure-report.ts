import type { Failure } from './failure';
import type { Job } from './job';
import { countCharacters } from './prompt';

const time = (at: number | undefined): string | undefined =>
  at === undefined ? undefined : new Date(at).toISOString();

/** Facts of a failure for those who can do something about it; names are the API's own, so they are not translated. */
function facts(failure: Failure, job: Job): Readonly<Record<string, unknown>> {
  return {
    failure: failure.kind,
    status: failure.status,
    code: failure.code,
    parameter: failure.parameter,
    'request id': failure.requestId,
    // Some servers repeat the prompt, which is nobody's business.
    'server said': failure.detail?.replaceAll(job.prompt, '…'),
    'retry after': failure.retryAfterSeconds,
    endpoint: job.baseUrl && `${job.baseUrl}/images/generations`,
    host: failure.host,
    sent: time(job.startedAt),
    ended: time(job.finishedAt),
    attempts: job.attempts,
    'prompt characters': countCharacters(job.prompt),
  };
}

/**
 * What a person can hand to a server's support or to ours: everything known of a failure, and the request without the
 * prompt, which is nobody's business, and without the key, which is in no row.
 */
export function failureReport(job: Job, failure: Failure, version: string): string {
  const { prompt: _, ...request } = job.request ?? { prompt: '' };
  const lines = Object.entries(facts(failure, job))
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${name}: ${String(value)}`);
  return [`Depict ${version}`, ...lines, `request: ${JSON.stringify(request)}`].join('\n');
}
