import type { ReactElement } from 'react';
import type { Job } from '@/utils/core/job/job';
import { FailureNotice, Note } from '../widgets/failure-notice';
import { PromptExcerpt } from '../widgets/prompt-excerpt';
import { JobActions } from './job-actions';
import type { JobCallbacks } from './job-callbacks';
import css from './job-item.module.css';
import { jobNotes } from './job-notes';
import { JobPictures } from './job-pictures';
import { JobPreviews } from './job-previews';
import { JobStatus } from './job-status';
import { useIsUnsaved } from './unsaved-context';
import { usePreviews } from './use-previews';

interface JobItemProps {
  readonly job: Job;
  /** Whether others wait besides it, so that it could be drawn before them. */
  readonly crowded?: boolean;
  /** Whether its pictures are shown as large as there is room, and not as a reminder. */
  readonly large?: boolean;
  readonly on: JobCallbacks;
}

/** One job: its words, how it stands, its pictures, and what can be done. */
export function JobItem({ job, crowded = false, large = false, on }: JobItemProps): ReactElement {
  const { state } = job;
  const isUnsaved = useIsUnsaved()(job.id);
  const previews = usePreviews(job, state !== 'done' && state !== 'queued');
  const isDrawn = state === 'running' && previews.length === 0;
  return (
    <li className={`${css['item']} ${large ? css['large'] : ''}`} data-job-id={job.id} data-state={state}>
      <PromptExcerpt prompt={job.prompt} />
      <JobPreviews job={job} previews={previews} />
      <JobPictures job={job} keepsPlaces={isDrawn && large} on={on} />
      {isDrawn && !large && job.pictureIds.length === 0 && <div className={css['waiting']} aria-hidden />}
      {job.failure && <FailureNotice failure={job.failure} onCopy={() => on.copyReport(job)} />}
      {jobNotes(job, isUnsaved).map((note) => (
        <Note key={note}>{note}</Note>
      ))}
      <div className={css['footer']}>
        <JobStatus job={job} />
        <div className={css['actions']}>
          <JobActions job={job} crowded={crowded} on={on} />
        </div>
      </div>
    </li>
  );
}
