import { useId, type ReactElement } from 'react';
import type { Job } from '@/utils/core/job/job';
import { t } from '@/utils/i18n/translate';
import css from './diagnostics-jobs.module.css';

/** The body of a job's request, to be read and selected. */
export function DiagnosticsRequest({ job: { request } }: { readonly job: Job }): ReactElement {
  const id = useId();
  return (
    <section>
      <h3 id={id}>{t('diagnostics.sent')}</h3>
      <p className={css['soft']}>{t(request ? 'diagnostics.sentHint' : 'diagnostics.sentNothing')}</p>
      {request && (
        // What scrolls must be reachable by keyboard; a group, as a landmark for each job would drown the others.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <pre className={css['sent']} tabIndex={0} role="group" aria-labelledby={id}>
          {JSON.stringify(request, undefined, 2)}
        </pre>
      )}
    </section>
  );
}
