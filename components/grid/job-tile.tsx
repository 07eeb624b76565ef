import { X } from 'lucide-react';
import { memo, useId, type ReactElement } from 'react';
import type { Job } from '@/utils/core/job/job';
import { promptTitle } from '@/utils/core/text/prompt';
import { t } from '@/utils/i18n/translate';
import { JobActions } from '../jobs/job-actions';
import type { JobCallbacks } from '../jobs/job-callbacks';
import { JobStatus } from '../jobs/job-status';
import { IconButton } from '../widgets/icon-button';
import { PromptExcerpt } from '../widgets/prompt-excerpt';
import { failureWords } from '../words/failure-words';
import { tileStyle, type TilePlace } from './grid-tile';
import css from './job-tile.module.css';

interface JobTileProps extends TilePlace {
  readonly job: Job;
  readonly on: JobCallbacks;
  /** Shows everything known of it. */
  readonly onOpen: (job: Job) => void;
  /** Takes it out of the history. */
  readonly onDismiss: (job: Job) => void;
}

/** Enough to know whose buttons these are: several tiles have the same. */
const TITLE_LENGTH = 60;

/** A job in the place where its pictures will be, or would have been: how it stands, and what can be done. */
export const JobTile = memo(function JobTile(props: JobTileProps): ReactElement {
  const { job, on, onOpen, onDismiss } = props;
  const { id, state, failure, prompt } = job;
  const openId = useId();
  const canLeave = state === 'failed' || state === 'interrupted';
  return (
    <li
      className={css['tile']}
      style={tileStyle(props)}
      data-item={id}
      data-job-id={id}
      data-state={state}
      aria-posinset={props.position}
      aria-setsize={props.size}
    >
      <button
        id={openId}
        type="button"
        className={css['open']}
        tabIndex={props.isActive ? 0 : -1}
        onClick={() => onOpen(job)}
      >
        <JobStatus job={job} />
        <PromptExcerpt prompt={prompt} />
        {failure && (
          <span className={css['why']} dir="auto">
            {failureWords(failure)}
          </span>
        )}
        {state === 'interrupted' && <span className={css['note']}>{t('state.interruptedText')}</span>}
      </button>
      <div className={css['actions']} data-action role="group" aria-label={promptTitle(prompt, TITLE_LENGTH)}>
        <JobActions job={job} crowded={false} on={on} />
      </div>
      {canLeave && (
        <div className={css['leave']} data-action>
          <IconButton
            name={t('jobs.dismiss')}
            icon={X}
            size={14}
            small
            aria-describedby={openId}
            onClick={() => onDismiss(job)}
          />
        </div>
      )}
    </li>
  );
});
