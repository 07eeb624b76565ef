import type { ReactElement } from 'react';
import type { Job } from '@/utils/core/job/job';
import { excerpt } from '@/utils/core/text/excerpt';
import { t } from '@/utils/i18n/translate';
import css from './job-item.module.css';
import { usePreviews } from './use-previews';

/** What can be seen of a job before its pictures are finished; what is left of one that never was is marked so. */
export function JobPreviews({ job }: { readonly job: Job }): ReactElement | null {
  const { state, pictureIds } = job;
  const running = state === 'running';
  // A picture that waits for a permission is finished; it is only not here.
  const words = t(running || state === 'needs-permission' ? 'jobs.preview' : 'jobs.previewOnly');
  const previews = usePreviews(job, state !== 'done' && state !== 'queued');
  if (previews.length === 0) {
    return running && pictureIds.length === 0 ? <div className={css['waiting']} aria-hidden /> : null;
  }
  return (
    <div className={css['previews']}>
      {previews.map((address) => (
        <figure key={address} className={css['preview']}>
          <img src={address} alt={t('jobs.previewOf', { prompt: excerpt(job.prompt) })} draggable={false} />
          <figcaption>{words}</figcaption>
        </figure>
      ))}
    </div>
  );
}
