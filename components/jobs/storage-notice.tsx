import type { ReactElement } from 'react';
import type { StorageState, UnsavedJob } from '@/utils/core/drawing/unsaved-pictures';
import { t, tCount } from '@/utils/i18n/translate';
import { useLiveValue, type Live } from '../hooks/live';
import { Button } from '../widgets/button';
import { ConfirmButton } from '../widgets/confirm-button';
import { PromptExcerpt } from '../widgets/prompt-excerpt';
import { failureWords } from '../words/failure-words';
import type { UnsavedCallbacks } from './job-callbacks';
import css from './storage-notice.module.css';

interface UnsavedItemProps {
  readonly job: UnsavedJob;
  readonly on: UnsavedCallbacks;
}

/** One job, and the ways to keep its pictures or to let them go. */
function UnsavedItem({ job, on }: UnsavedItemProps): ReactElement {
  const { jobId, prompt, pictures } = job;
  return (
    <li className={css['item']}>
      <PromptExcerpt prompt={prompt} />
      <div className={css['actions']}>
        <span>{tCount('unsaved.pictures', pictures)}</span>
        {pictures > 0 && (
          <Button small look="primary" onClick={() => on.downloadUnsaved(jobId)}>
            {t('unsaved.download')}
          </Button>
        )}
        <Button small onClick={() => on.saveUnsaved(jobId)}>
          {t('unsaved.save')}
        </Button>
        <ConfirmButton
          small
          label={t('unsaved.discard')}
          sureLabel={t('unsaved.discardSure')}
          onConfirm={() => on.discardUnsaved(jobId)}
        />
      </div>
    </li>
  );
}

interface StorageNoticeProps {
  readonly storage: Live<StorageState>;
  readonly on: UnsavedCallbacks;
}

/**
 * What storage refused, and pictures that were paid for and that it did not take, with the ways to keep them; absent
 * where all is well.
 */
export function StorageNotice({ storage, on }: StorageNoticeProps): ReactElement | null {
  const { failure, unsaved = [] } = useLiveValue(storage) ?? {};
  if (!failure && unsaved.length === 0) return null;
  return (
    <section className={css['notice']} role="alert">
      <h2 className={css['title']}>{t(unsaved.length > 0 ? 'unsaved.title' : 'unsaved.trouble')}</h2>
      {failure && <p>{failureWords(failure)}</p>}
      {unsaved.length > 0 && (
        <p>
          {t('unsaved.text')} {t('unsaved.waiting')}
        </p>
      )}
      {/* Safari and Chrome drop the list's role with its bullets unless it is written out. */}
      {/* oxlint-disable-next-line jsx-a11y/no-redundant-roles */}
      <ul role="list" className={css['list']} hidden={unsaved.length === 0}>
        {unsaved.map((job) => (
          <UnsavedItem key={job.jobId} job={job} on={on} />
        ))}
      </ul>
    </section>
  );
}
