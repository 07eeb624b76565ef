import { isStorageFailure, type Failure } from '@/utils/core/failure/failure';
import { waitingHelps } from '@/utils/core/failure/failure-advice';
import { asSeconds } from '@/utils/core/number/bounded';
import { t } from '@/utils/i18n/translate';

/** What went wrong, in a sentence a person understands. */
export function failureWords({ kind, host = '', limit = 0, actual = 0 }: Failure): string {
  return t(`failure.${kind}`, { host, limit, actual });
}

/** What the server told that a person may act on; a list of short facts, maybe empty. */
export function failureFacts(failure: Failure): readonly string[] {
  const { detail, parameter } = failure;
  // Rows of older versions may hold a wait that is endless, or that does not help.
  const wait = waitingHelps(failure.kind) ? asSeconds(failure.retryAfterSeconds) : undefined;
  // What broke inside the extension was not said by the server; the browser's words on storage help nobody.
  const told = isStorageFailure(failure) ? undefined : detail;
  return [
    told !== undefined && (failure.kind === 'unexpected' ? told : t('facts.said', { detail: told })),
    parameter !== undefined && t('facts.parameter', { parameter }),
    wait !== undefined && t('facts.wait', { seconds: Math.ceil(wait) }),
  ].filter((fact) => fact !== false);
}

/** What only the server's support can use: status, code and the request's id. */
export function supportFacts({ status, code, requestId }: Failure): readonly string[] {
  return [
    status !== undefined && t('facts.status', { status }),
    code !== undefined && t('facts.code', { code }),
    requestId !== undefined && t('facts.requestId', { requestId }),
  ].filter((fact) => fact !== false);
}
