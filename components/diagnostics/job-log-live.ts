import type { Job, JobState } from '@/utils/core/job/job';
import { createLive, type Live } from '../hooks/live';

/** The newest jobs, as far as a person went. */
export interface JobLog {
  /** Only jobs in this state; all when it is `undefined`. */
  readonly state: JobState | undefined;
  readonly jobs: readonly Job[];
  /** Whether there are older ones. */
  readonly more: boolean;
}

export interface JobLogLive extends Live<JobLog> {
  showOlder(): void;
  /** Shows only jobs in a state, from the newest on. */
  showOnly(state: JobState | undefined): void;
}

/** Reads up to `limit` of the newest jobs, of all or of those in a state; newest first. */
type ReadJobs = (state: JobState | undefined, limit: number) => Promise<readonly Job[]>;

/** Some screens of lines. */
const STEP = 50;

/** Reads jobs newest first, a range of keys at a time, and again after each change. */
export function createJobLogLive(read: ReadJobs, watch: (onChange: () => void) => () => void): JobLogLive {
  let wanted = STEP;
  let state: JobState | undefined;
  const live = createLive(async () => {
    const [asked, limit] = [state, wanted];
    const jobs = await read(asked, limit + 1);
    return { state: asked, jobs: jobs.slice(0, limit), more: jobs.length > limit };
  }, watch);
  return {
    ...live,
    showOlder() {
      wanted += STEP;
      live.reload();
    },
    showOnly(next) {
      state = next;
      wanted = STEP;
      live.reload();
    },
  };
}
