import type { Job } from '../job/job';
import { maskAddresses, maskPath } from '../text/mask-words';
import { reportLines, reportPairs, reportTime } from '../text/report-lines';
import type { Diagnosis, ServerDiagnosis, SetAlarm, StorageSpace } from './diagnosis';
import { jobFacts } from './job-report';

/** Enough to see what goes wrong, and little enough to be read. */
export const REPORTED_JOBS = 20;

const MEGABYTE = 1_000_000;

const megabytes = (bytes: number | undefined): string =>
  bytes === undefined ? 'unknown' : `${(bytes / MEGABYTE).toFixed(1)} MB`;

function tellSpace({ used, quota, persistent }: StorageSpace): string {
  return `${megabytes(used)} of ${megabytes(quota)}, ${persistent ? 'persistent' : 'not persistent'}`;
}

function tellAlarm({ at, everySeconds }: SetAlarm): string {
  const again = everySeconds === undefined ? '' : `, then every ${everySeconds} s`;
  return `${reportTime(at)}${again}`;
}

/** A heading with a list below, in Markdown. */
function section(heading: string, lines: readonly string[]): string {
  return [heading, ...lines.map((line) => `- ${line}`)].join('\n');
}

function tellInstallation(diagnosis: Diagnosis, at: number): readonly string[] {
  const { rows, failure } = diagnosis;
  return reportLines({
    written: reportTime(at),
    browser: diagnosis.browser,
    system: diagnosis.system,
    language: diagnosis.language,
    jobs: rows && reportPairs(rows.jobs),
    pictures: rows?.pictures,
    database: failure && `${failure.kind} ${maskAddresses(failure.detail ?? '')}`.trim(),
    storage: tellSpace(diagnosis.space),
    alarms: diagnosis.alarms.map(tellAlarm).join('; ') || 'none',
    permissions: diagnosis.permissions.join(', '),
    hosts: diagnosis.hosts.join(', ') || 'none',
  });
}

/** Neither its name, which is the person's own, nor a value of anything that was added. */
function tellServer({ provider, known, isChosen }: ServerDiagnosis): readonly string[] {
  const { models, prices, pausedUntil } = known;
  return reportLines({
    address: maskPath(provider.baseUrl),
    chosen: isChosen ? 'yes' : 'no',
    model: provider.model,
    'requests at once': provider.concurrency,
    'longest wait': `${provider.timeoutSeconds} s`,
    base64: provider.base64,
    'one picture a request': provider.onePicturePerRequest ? 'always' : known.onePerRequest.join(', '),
    'extra fields': Object.keys(provider.extraBody).join(', '),
    'extra headers': provider.headerNames.join(', '),
    'paused until': reportTime(pausedUntil),
    refuses: Object.entries(known.refused)
      .map(([model, fields]) => `${model} (${fields.join(', ')})`)
      .join(', '),
    'slash at the end': known.trailingSlash && 'yes',
    'listed models': models?.length,
    'listed prices': prices?.length,
  });
}

/** Frames of a stack that are reported. */
const STACK_FRAMES = 12;

/** An error of our own code: its message, which may quote a value but no text of a person, and where it was thrown. */
function faultFacts(fault: unknown): readonly string[] {
  if (!(fault instanceof Error)) return reportLines({ message: maskAddresses(String(fault)) });
  const frames = (fault.stack ?? '').split('\n').filter((line) => /^\s*at |@/.test(line));
  const code = frames
    .slice(0, STACK_FRAMES)
    .map((line) => line.trim().replace(/\w+-extension:\/\/[^/]+/g, ''));
  return reportLines({ name: fault.name, message: maskAddresses(fault.message), stack: code.join(' · ') });
}

/** A row that cannot be described may be the very one that the report is about. */
function factsOf(job: Job): readonly string[] {
  try {
    return jobFacts(job);
  } catch (thrown) {
    return ['state: unreadable row', ...faultFacts(thrown)];
  }
}

/**
 * What a person can hand to us, as Markdown: how the installation stands, its servers, and the newest jobs, without
 * keys, prompts, pages, pictures or anybody's own names and values.
 * @param jobs newest first
 * @param at when it is written, in milliseconds since the epoch
 * @param fault what a page could not show, if the report is about that
 */
export function bugReport(diagnosis: Diagnosis, jobs: readonly Job[], at: number, fault?: unknown): string {
  const { version, servers } = diagnosis;
  const told = jobs.slice(0, REPORTED_JOBS);
  const sections = [
    section(`# Depict ${version}`, tellInstallation(diagnosis, at)),
    ...(fault === undefined ? [] : [section('## Fault', faultFacts(fault))]),
    ...servers.map((server, place) => section(`## Server ${place + 1}`, tellServer(server))),
    ...told.map((job, place) => section(`## Job ${place + 1}`, factsOf(job))),
  ];
  return `${sections.join('\n\n')}\n`;
}
