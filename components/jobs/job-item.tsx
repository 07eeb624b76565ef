import type { ReactElement } from 'react';
import type { Job } from '@/utils/core/job/job';
import { excerpt } from '@/utils/core/text/excerpt';
import { tCount } from '@/utils/i18n/translate';
import { Button } from '../widgets/button';
import { FailureNotice, Note } from '../widgets/failure-notice';
import { PromptExcerpt } from '../widgets/prompt-excerpt';
import { Thumbnail } from '../widgets/thumbnail';
import { JobActions } from './job-actions';
import type { JobCallbacks } from './job-callbacks';
import css from './job-item.module.css';
import { jobNotes } from './job-notes';
import { JobPreviews } from './job-previews';
import { JobStatus } from './job-status';
import { useIsUnsaved } from './unsaved-context';

interface JobItemProps {
  readonly job: Job;
  /** Whether others wait besides it, so that it could be drawn before them. */
  readonly crowded?: boolean;
  readonly on: JobCallbacks;
}

/** Pictures of one job that a list shows; a server may send more than it was asked for. */
const SHOWN_PICTURES = 10;

/** One job: its words, how it stands, its pictures, and what can be done. */
export function JobItem({ job, crowded = false, on }: JobItemProps): ReactElement {
  const { pictureIds } = job;
  const more = pictureIds.length - SHOWN_PICTURES;
  const isUnsaved = useIsUnsaved()(job.id);
  return (
    <li className={css['item']} data-job-id={job.id} data-state={job.state}>
      <PromptExcerpt prompt={job.prompt} />
      <JobPreviews job={job} />
      {pictureIds.length > 0 && (
        <div className={`${css['pictures']} ${pictureIds.length === 1 ? css['single'] : ''}`}>
          {pictureIds.slice(0, SHOWN_PICTURES).map((image) => (
            <button
              key={image}
              type="button"
              className={css['picture']}
              onClick={() => on.openGallery({ image })}
            >
              <Thumbnail pictureId={image} alt={excerpt(job.prompt)} />
            </button>
          ))}
          {more > 0 && (
            <Button small onClick={() => on.openGallery({ job: job.id })}>
              {tCount('jobs.more', more)}
            </Button>
          )}
        </div>
      )}
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
