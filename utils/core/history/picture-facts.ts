import type { Job, JobState } from '../job/job';
import type { Picture } from '../picture/picture';
import { fingerprint } from '../text/fingerprint';
import { normaliseText } from '../text/search';
import type { PictureEntry } from './history';
import { versionKey, type VersionKey } from './versions';

/** What the pictures of one job have in common, as small as finding and grouping allow. */
export interface JobFacts extends VersionKey {
  readonly id: string;
  readonly state: JobState;
  readonly model: string;
  /** Host of the server, or its id where none was called. */
  readonly server: string;
  /** Host of the page the words are from; empty for typed words. */
  readonly site: string;
  /** Address of that page without its fragment; empty for typed words. */
  readonly page: string;
  readonly pageTitle: string;
  /** Where on that page its words stand; `undefined` where that was not seen. */
  readonly position: number | undefined;
  readonly createdAt: number;
  /** US dollars of the whole job; `undefined` where nobody told. */
  readonly cost: number | undefined;
  /** Milliseconds from the start to the end; `undefined` where it has not ended. */
  readonly duration: number | undefined;
  /** Everything a person may remember of it, as it is searched. */
  readonly text: string;
}

export type PictureShape = 'square' | 'landscape' | 'portrait';

/** What is known of one picture, or of a job that stands in the history itself, without reading it again. */
export interface PictureFacts {
  readonly id: string;
  readonly createdAt: number;
  /** Absent for a job. */
  readonly shape: PictureShape | undefined;
  /** Pixels as they are counted, such as `1024 × 1536`; empty for a job. */
  readonly size: string;
  /** Of the original; none of a job. */
  readonly bytes: number;
  readonly favorite: boolean;
  readonly tags: readonly string[];
  readonly noted: boolean;
  /** What is searched besides the words of the job. */
  readonly text: string;
  readonly job: JobFacts;
}

function hostOf(address: string): string {
  return URL.parse(address)?.host ?? '';
}

/** Each text once: the words of a passage are most often the prompt, too. */
function searchable(texts: readonly string[]): string {
  const forms: string[] = [];
  for (const text of texts) {
    const form = normaliseText(text);
    if (form !== '' && !forms.some((other) => other.includes(form))) forms.push(form);
  }
  return forms.join('\n');
}

/** What is left of a job whose row is damaged: it stands in the history, and no search finds it. */
function damagedJobFacts({ id }: Pick<Job, 'id'>): JobFacts {
  return {
    id,
    state: 'done',
    model: '',
    server: '',
    site: '',
    page: '',
    pageTitle: '',
    position: undefined,
    createdAt: 0,
    cost: undefined,
    duration: undefined,
    subject: fingerprint(id),
    context: 0,
    text: '',
  };
}

/** What lists need of a job. A damaged row must not keep the others from being found. */
export function jobFacts(job: Job): JobFacts {
  try {
    return readJobFacts(job);
  } catch {
    return damagedJobFacts(job);
  }
}

function readJobFacts(job: Job): JobFacts {
  const { passage, cost, startedAt, finishedAt } = job;
  const pageUrl = passage?.pageUrl ?? '';
  const [page = ''] = pageUrl.split('#');
  return {
    id: job.id,
    state: job.state,
    model: job.parameters.model,
    server: hostOf(job.baseUrl ?? '') || (job.providerId ?? ''),
    site: hostOf(pageUrl),
    page,
    pageTitle: passage?.pageTitle ?? '',
    position: passage?.position,
    createdAt: job.createdAt,
    cost: cost && (cost.amount > 0 || cost.unknownReplies === 0) ? cost.amount : undefined,
    duration: startedAt === undefined || finishedAt === undefined ? undefined : finishedAt - startedAt,
    ...versionKey(job),
    text: searchable([job.prompt, passage?.quote ?? '', passage?.pageTitle ?? '', pageUrl]),
  };
}

function shapeOf(width: number, height: number): PictureShape {
  if (width === height) return 'square';
  return width > height ? 'landscape' : 'portrait';
}

const NO_TAGS: readonly string[] = [];

/** What is known of a job, and of a picture whose row is damaged. */
const NO_FACTS = { size: '', bytes: 0, favorite: false, tags: NO_TAGS, noted: false, text: '' } as const;

/** Pixels as a person writes them, in an address as well as on the page. */
function sizeWords({ width, height }: Picture): string {
  return `${width} × ${height}`;
}

/** What lists need of a picture. */
export function pictureFacts(entry: PictureEntry, facts: JobFacts): PictureFacts {
  try {
    return readPictureFacts(entry, facts);
  } catch {
    const { id, createdAt } = entry.picture;
    return { ...NO_FACTS, id, createdAt, shape: 'square', job: facts };
  }
}

function readPictureFacts({ picture, job }: PictureEntry, facts: JobFacts): PictureFacts {
  const { revisedPrompt = '', tags = NO_TAGS, note = '' } = picture;
  const own = revisedPrompt === job.prompt ? [note, ...tags] : [revisedPrompt, note, ...tags];
  return {
    id: picture.id,
    createdAt: picture.createdAt,
    shape: shapeOf(picture.width, picture.height),
    size: sizeWords(picture),
    bytes: picture.byteSize,
    favorite: picture.favorite,
    tags,
    noted: note !== '',
    text: searchable(own),
    job: facts,
  };
}

/** What lists need of a job that stands in the history itself, in the place of a picture. */
export function unfinishedFacts({ id, createdAt }: Job, facts: JobFacts): PictureFacts {
  return { ...NO_FACTS, id, createdAt, shape: undefined, job: facts };
}

/** Whether these are of a picture, and not of a job that stands in the history itself. */
export function isPicture({ shape }: PictureFacts): boolean {
  return shape !== undefined;
}

/** Whether every word stands somewhere in what is known of a picture. */
export function hasWords({ text, job }: PictureFacts, words: readonly string[]): boolean {
  return words.every((word) => job.text.includes(word) || text.includes(word));
}
