import type { Failure } from '../failure/failure';
import type { Job } from '../job/job';
import { CHOICE_PARAMETERS } from '../model/generation-parameters';
import { maskAddresses, maskPath, maskWords } from '../text/mask-words';
import { countCharacters } from '../text/prompt';
import { reportLines, reportPairs, reportTime, type ReportFacts } from '../text/report-lines';

/** Fields of a request whose values Depict offers; `user` is not among them, as it names somebody. */
const OUR_FIELDS: ReadonlySet<string> = new Set([
  'model',
  'n',
  ...CHOICE_PARAMETERS,
  'output_compression',
  'stream',
  'partial_images',
]);

/** Whether a value was chosen among what Depict offers, and is no text of somebody's own. */
function isTold({ parameters }: Job, name: string, value: unknown): boolean {
  if (name === 'response_format') return value === 'b64_json';
  if (!OUR_FIELDS.has(name)) return false;
  if (typeof value === 'number' || typeof value === 'boolean') return true;
  return (
    typeof value === 'string' &&
    Object.entries(parameters).some(([own, chosen]) => own === name && chosen === value)
  );
}

/** The request without the prompt; of fields that a person added only the names. */
function tellRequest(job: Job): string {
  const { prompt: _, ...request } = job.request ?? { prompt: '' };
  const told = Object.entries(request).map(([name, value]) => [name, isTold(job, name, value) ? value : '…']);
  return JSON.stringify(Object.fromEntries(told));
}

/** All texts in a value. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** What was sent and is nobody's business, or was made of it: servers repeat it in their own words. */
function privateWords(job: Job): readonly string[] {
  const { prompt, request = {}, pendingPictures = [], arrivedPictures = [], parameters } = job;
  const revised = [...pendingPictures, ...arrivedPictures].map(({ revisedPrompt = '' }) => revisedPrompt);
  const own = Object.entries(request).filter(([name, value]) => !isTold(job, name, value));
  return [prompt, parameters.user ?? '', ...revised, ...textsIn(Object.fromEntries(own))];
}

type Mask = (text: string | undefined) => string | undefined;

function tellFailure(failure: Failure, mask: Mask): ReportFacts {
  return {
    failure: failure.kind,
    status: failure.status,
    code: mask(failure.code),
    parameter: mask(failure.parameter),
    'server said': mask(failure.detail),
    'retry after': failure.retryAfterSeconds,
    host: failure.host,
    limit: failure.limit,
  };
}

function tellReply({ reply, cost, estimate }: Job, mask: Mask): ReportFacts {
  return {
    'server used': mask(reportPairs(reply?.actual)),
    usage: reportPairs(reply?.usage),
    cost: reportPairs(cost),
    estimate: reportPairs(estimate),
  };
}

function tellPictures({ pictureIds, arrivedPictures = [], pendingPictures = [] }: Job): ReportFacts {
  const hosts = pendingPictures.map(({ address }) => URL.parse(address)?.host ?? '…');
  return {
    pictures: pictureIds.length,
    'not looked at yet': arrivedPictures.length || undefined,
    'still at': [...new Set(hosts)].join(', '),
  };
}

/**
 * Everything known of a job that may be shown to others, one fact a line: neither the prompt nor the page it is from,
 * neither extra values nor addresses of pictures; and no key, which is in no row.
 */
export function jobFacts(job: Job): readonly string[] {
  const words = privateWords(job);
  const mask: Mask = (text) => text && maskWords(maskAddresses(text), words);
  return reportLines({
    state: job.state,
    'waits for': job.waitingFor,
    'waits until': reportTime(job.waitingUntil),
    ...(job.failure && tellFailure(job.failure, mask)),
    'request id': mask(job.failure?.requestId ?? job.reply?.requestId),
    endpoint: job.baseUrl && `${maskPath(job.baseUrl)}/images/generations`,
    model: job.parameters.model,
    asked: reportTime(job.createdAt),
    sent: reportTime(job.startedAt),
    ended: reportTime(job.finishedAt),
    attempts: job.attempts,
    'automatic retries': job.automaticRetries || undefined,
    'prompt characters': countCharacters(job.prompt),
    ...tellPictures(job),
    ...tellReply(job, mask),
    request: tellRequest(job),
  });
}

/** What a person can hand to a server's support or to ours. */
export function jobReport(job: Job, version: string): string {
  return [`Depict ${version}`, ...jobFacts(job)].join('\n');
}
