import type { ReactElement } from 'react';
import type { Job } from '@/utils/core/job/job';
import { promptTitle } from '@/utils/core/text/prompt';
import css from './job-list.module.css';
import { jobStateWords } from './job-status';

/** Long enough to know which job is meant. */
const TITLE_LENGTH = 60;

/** A failure is an alert of its own, and would be told twice. */
function announcement(job: Job): string {
  return job.state === 'failed' ? '' : `${jobStateWords(job)}: ${promptTitle(job.prompt, TITLE_LENGTH)}`;
}

interface JobAnnouncementProps {
  /** Newest first. */
  readonly jobs: readonly Job[];
  /** A passing message, which is said instead. */
  readonly passing?: string | undefined;
  /** Where it is what a page has to say before all else. */
  readonly role?: 'status';
}

/** Tells a screen reader what becomes of the newest job. Always there: a region that comes with its words is not read. */
export function JobAnnouncement({ jobs: [newest], passing, role }: JobAnnouncementProps): ReactElement {
  return (
    <p className={css['announcement']} aria-live="polite" role={role}>
      {passing ?? (newest && announcement(newest))}
    </p>
  );
}
