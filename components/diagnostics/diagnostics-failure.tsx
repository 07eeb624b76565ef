import type { ReactElement } from 'react';
import type { Failure } from '@/utils/core/failure/failure';
import { t } from '@/utils/i18n/translate';
import { FactList } from '../widgets/fact-list';
import { failureWords } from '../words/failure-words';
import css from './diagnostics-jobs.module.css';

/** Why a job failed, in our words and in everybody else's. */
export function DiagnosticsFailure({ failure }: { readonly failure: Failure }): ReactElement {
  const { kind, status, code, parameter, detail } = failure;
  return (
    <section>
      <h3>{t('diagnostics.failure')}</h3>
      <p className={css['bad']}>{failureWords(failure)}</p>
      <FactList
        facts={[
          { name: t('diagnostics.kind'), value: kind, code: true },
          { name: t('diagnostics.httpStatus'), value: status, code: true },
          { name: t('diagnostics.code'), value: code, code: true },
          { name: t('diagnostics.parameter'), value: parameter, code: true },
          { name: t('diagnostics.said'), value: detail },
        ]}
      />
    </section>
  );
}
