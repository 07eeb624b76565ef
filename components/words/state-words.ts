import type { JobState } from '@/utils/core/job/job';
import { t } from '@/utils/i18n/translate';

/** A state in a few words, whatever a job in it waits for. */
export function stateWords(state: JobState): string {
  return state === 'needs-permission' ? t('state.needsPermission') : t(`state.${state}`);
}
