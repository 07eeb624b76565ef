import { useContext, type ReactElement } from 'react';
import { failureOf } from '@/utils/core/failure/failure';
import { t } from '@/utils/i18n/translate';
import { failureFacts, failureWords } from '../words/failure-words';
import { BugReportContext } from './bug-report-context';
import { Button } from './button';
import { CopyButton } from './copy-button';
import css from './fault-notice.module.css';

interface FaultNoticeProps {
  readonly thrown: unknown;
  /** Draws the part again. */
  readonly onRetry: () => void;
  /** Closes what cannot be shown; absent where it is a part of a page. */
  readonly onClose?: (() => void) | undefined;
}

/** Stands for a part of a page that could not be drawn: the others stay as they are. */
export function FaultNotice({ thrown, onRetry, onClose }: FaultNoticeProps): ReactElement {
  const copyReport = useContext(BugReportContext);
  const failure = failureOf(thrown);
  const facts = failureFacts(failure);
  return (
    <div className={css['notice']} role="alert">
      <p>{failureWords(failure)}</p>
      {facts.length > 0 && (
        <p className={css['facts']} dir="auto">
          {facts.join(' ')}
        </p>
      )}
      <div className={css['actions']}>
        {onClose && (
          <Button small look="primary" onClick={onClose}>
            {t('fault.close')}
          </Button>
        )}
        <Button small onClick={onRetry}>
          {t('fault.again')}
        </Button>
        {copyReport && (
          <CopyButton small label={t('diagnostics.copyReport')} onCopy={() => copyReport(thrown)} />
        )}
      </div>
    </div>
  );
}
