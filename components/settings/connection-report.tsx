import { CircleCheck, CircleHelp, CircleX } from 'lucide-react';
import type { ReactElement } from 'react';
import type { ConnectionCheck } from '@/utils/core/server/connection-check';
import { t, type MessageKey } from '@/utils/i18n/translate';
import { failureFacts, failureWords } from '../words/failure-words';
import css from './options-page.module.css';

/** What the status region of the options page tells. */
export type ConnectionStatus =
  | { readonly kind: 'idle' }
  | { readonly kind: 'testing' }
  | { readonly kind: 'problem'; readonly text: string }
  | { readonly kind: 'saved'; readonly host: string; readonly granted: boolean }
  | { readonly kind: 'tested'; readonly model: string; readonly checks: readonly ConnectionCheck[] };

const ICONS = { works: CircleCheck, fails: CircleX, unknown: CircleHelp } as const;

/** Sentences for a check whose failure does not speak for itself. */
const WORDS: Readonly<
  Record<ConnectionCheck['subject'], Readonly<Record<ConnectionCheck['outcome'], MessageKey>>>
> = {
  access: { works: 'check.accessWorks', fails: 'check.accessFails', unknown: 'check.accessUnknown' },
  server: { works: 'check.serverWorks', fails: 'failure.unexpected', unknown: 'check.serverUnknown' },
  key: { works: 'check.keyWorks', fails: 'check.keyFails', unknown: 'check.keyUnknown' },
  model: { works: 'check.modelWorks', fails: 'check.modelFails', unknown: 'check.modelUnknown' },
};

function wordsFor({ subject, outcome, failure }: ConnectionCheck, model: string): string {
  const speaksForItself = failure && outcome === 'fails' && (subject === 'server' || subject === 'key');
  if (failure?.kind === 'noKey') return t('check.keyMissing');
  if (speaksForItself && failure.kind !== 'authentication') return failureWords(failure);
  return t(WORDS[subject][outcome], { model });
}

/** While no model is named, nothing can be said of it. */
function isOfInterest({ subject }: ConnectionCheck, model: string): boolean {
  return subject !== 'model' || model !== '';
}

interface LineProps {
  readonly outcome: ConnectionCheck['outcome'];
  readonly text: string;
  readonly facts?: readonly string[];
}

function Line({ outcome, text, facts }: LineProps): ReactElement {
  const Icon = ICONS[outcome];
  return (
    <div className={`${css['line']} ${css[outcome]}`}>
      <Icon size={16} aria-hidden />
      <span>
        {text} {facts && facts.length > 0 && <span className={css['facts']}>{facts.join(' · ')}</span>}
      </span>
    </div>
  );
}

/** Says in words what was saved, or what works with the server and what does not. */
export function ConnectionReport({ status }: { readonly status: ConnectionStatus }): ReactElement {
  return (
    <div className={css['status']} role="status">
      {status.kind === 'testing' && t('options.testing')}
      {status.kind === 'problem' && <Line outcome="fails" text={status.text} />}
      {status.kind === 'saved' && (
        <>
          <Line
            outcome={status.granted ? 'works' : 'fails'}
            text={t(status.granted ? 'options.saved' : 'options.savedWithoutAccess', { host: status.host })}
          />
          {status.granted && <div>{t('options.tryIt')}</div>}
        </>
      )}
      {status.kind === 'tested' &&
        status.checks
          .filter((check) => isOfInterest(check, status.model))
          .map((check) => (
            <Line
              key={check.subject}
              outcome={check.outcome}
              text={wordsFor(check, status.model)}
              facts={check.failure ? failureFacts(check.failure) : []}
            />
          ))}
    </div>
  );
}
