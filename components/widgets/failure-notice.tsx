import { Fragment, useState, type ReactElement } from 'react';
import type { Failure } from '@/utils/core/failure/failure';
import { t } from '@/utils/i18n/translate';
import { failureFacts, failureWords, supportFacts } from '../words/failure-words';
import { Button } from './button';
import css from './failure-notice.module.css';

interface FailureNoticeProps {
  readonly failure: Failure;
  /** Copies everything known of it; absent where there is nothing more to know. */
  readonly onCopy?: () => Promise<unknown>;
}

/** Facts in one line, each isolated, so that the writing direction of one does not turn the others around. */
function FactLine({ facts }: { readonly facts: readonly string[] }): readonly ReactElement[] {
  return facts.map((fact, place) => (
    <Fragment key={fact}>
      {place > 0 && ' · '}
      <bdi>{fact}</bdi>
    </Fragment>
  ));
}

/** Why something failed, and what the server said of it. */
export function FailureNotice({ failure, onCopy }: FailureNoticeProps): ReactElement {
  const facts = failureFacts(failure);
  const support = supportFacts(failure);
  const [copied, setCopied] = useState(false);
  const copy = (): void => {
    onCopy?.().then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <div className={css['notice']} role="alert">
      <p dir="auto">{failureWords(failure)}</p>
      {facts.length > 0 && (
        <p className={css['facts']} dir="auto">
          <FactLine facts={facts} />
        </p>
      )}
      {(support.length > 0 || onCopy) && (
        <details className={css['facts']}>
          <summary>{t('facts.more')}</summary>
          {support.length > 0 && (
            <p>
              <FactLine facts={support} />
            </p>
          )}
          {onCopy && (
            <Button small onClick={copy}>
              {t(copied ? 'facts.copied' : 'facts.copy')}
            </Button>
          )}
        </details>
      )}
    </div>
  );
}

/** Something to know that is no failure. */
export function Note({ children }: { readonly children: string }): ReactElement {
  return <p className={`${css['notice']} ${css['note']}`}>{children}</p>;
}
