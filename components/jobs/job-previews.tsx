import type { ReactElement } from 'react';
import type { Job } from '@/utils/core/job/job';
import { excerpt } from '@/utils/core/text/excerpt';
import { t } from '@/utils/i18n/translate';
import css from './job-item.module.css';

interface JobPreviewsProps {
  readonly job: Job;
  /** Addresses of the previews. */
  readonly previews: readonly string[];
}

/** What can be seen of a job before its pictures are finished; what is left of one that never was is marked so. */
export function JobPreviews({ job: { state, prompt }, previews }: JobPreviewsProps): ReactElement | null {
  // A picture that waits for a permission is finished; it is only not here.
  const words = t(state === 'running' || state === 'needs-permission' ? 'jobs.preview' : 'jobs.previewOnly');
  if (previews.length === 0) return null;
  return (
    <div className={css['previews']}>
      {previews.map((address) => (
        <figure key={address} className={css['preview']}>
          <img src={address} alt={t('jobs.previewOf', { prompt: excerpt(prompt) })} draggable={false} />
          <figcaption>{words}</figcaption>
        </figure>
      ))}
    </div>
  );
}
