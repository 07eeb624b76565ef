import type { Failure } from '@/utils/core/failure';
import { t } from '@/utils/i18n/translate';

/** What went wrong, in a sentence a person understands. */
export function failureWords({ kind, host = '', limit = 0, actual = 0 }: Failure): string {
  return t(`failure.${kind}`, { host, limit, actual });
}

/** What the server told, for those who want to know more; a list of short facts, maybe empty. */
export function failureFacts(failure: Failure): readonly string[] {
  const { detail, parameter, status, requestId, retryAfterSeconds: seconds } = failure;
  return [
    detail !== undefined && t('facts.said', { detail }),
    parameter !== undefined && t('facts.parameter', { parameter }),
    seconds !== undefined && t('facts.wait', { seconds }),
    status !== undefined && t('facts.status', { status }),
    requestId !== undefined && t('facts.requestId', { requestId }),
  ].filter((fact) => fact !== false);
}
