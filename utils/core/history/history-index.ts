import type { Job } from '../job/job';
import type { PictureEntry } from './history';
import { jobFacts, pictureFacts, unfinishedFacts, type JobFacts, type PictureFacts } from './picture-facts';

/** What is known of all pictures, in memory, so that finding one needs no database. */
export interface HistoryIndex {
  readonly size: number;
  get(id: string): PictureFacts | undefined;
  /** Adds pictures, or what has become of them. */
  put(entries: readonly PictureEntry[]): void;
  /** Takes over what became of a job, and tells whether it has a picture here. */
  putJob(job: Job): boolean;
  /** Adds a job that stands in the history itself. */
  putUnfinished(job: Job): void;
  remove(id: string): void;
}

/** Fields of a job that many have in common. */
const SHARED = ['model', 'server', 'site', 'page', 'pageTitle'] as const;

/** An empty index. Pictures of one job share what is known of it, and jobs share equal words. */
export function createHistoryIndex(): HistoryIndex {
  const pictures = new Map<string, PictureFacts>();
  const jobs = new Map<string, JobFacts>();
  const words = new Map<string, string>();

  const shared = (text: string): string => {
    const known = words.get(text);
    if (known === undefined) words.set(text, text);
    return known ?? text;
  };

  /** Nothing else of the job is held: a hundred thousand rows would fill the memory of the page. */
  function factsOf(job: Job): JobFacts {
    const known = jobs.get(job.id);
    const facts: { -readonly [Key in keyof JobFacts]: JobFacts[Key] } = jobFacts(job);
    for (const key of SHARED) facts[key] = shared(facts[key]);
    // All pictures of the job see the change.
    const kept = known ? Object.assign(known, facts) : facts;
    jobs.set(kept.id, kept);
    return kept;
  }

  /** Looks at each job once, however many pictures of it come together. */
  function factsOnce(): (job: Job) => JobFacts {
    const looked = new Map<Job, JobFacts>();
    return (job) => {
      const facts = looked.get(job) ?? factsOf(job);
      looked.set(job, facts);
      return facts;
    };
  }

  return {
    get size() {
      return pictures.size;
    },
    get: (id) => pictures.get(id),
    put(entries) {
      const look = factsOnce();
      for (const entry of entries) {
        const facts = pictureFacts(entry, look(entry.job));
        pictures.set(facts.id, { ...facts, size: shared(facts.size) });
      }
    },
    putJob(job) {
      const isKnown = jobs.has(job.id);
      if (isKnown) factsOf(job);
      return isKnown;
    },
    putUnfinished: (job) => void pictures.set(job.id, unfinishedFacts(job, factsOf(job))),
    remove: (id) => void pictures.delete(id),
  };
}
