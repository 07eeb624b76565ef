import { mayHaveCost } from '@/utils/core/failure/failure-advice';
import { canFetchAgain, missingPictures, type Job } from '@/utils/core/job/job';
import { leftOutFields } from '@/utils/core/job/left-out-fields';
import { t } from '@/utils/i18n/translate';
import { estimateWords } from '../words/cost-words';
import { pendingHosts } from './pending-hosts';

/** Why a job must be approved, and what it will cost, as the prompt box says it, too. */
function approvalNote({ approvalReason, estimate }: Job): string {
  if (!estimate) return t('state.approvalPriceUnknown');
  const words = { estimate: estimateWords(estimate) };
  return t(approvalReason === 'monthUnknown' ? 'state.approvalMonthUnknown' : 'state.approvalLimit', words);
}

function stateNote(job: Job): string | undefined {
  const { state, failure, waitingFor } = job;
  if (state === 'interrupted') return `${t('state.interruptedText')} ${t('jobs.retryMayCost')}`;
  if (state === 'needs-permission') return t('state.needsPermissionText', { host: pendingHosts(job) });
  if (waitingFor === 'repeat') return t('state.repeatText');
  if (waitingFor === 'approval') return approvalNote(job);
  if (state === 'failed' && failure && mayHaveCost(failure) && !canFetchAgain(job)) {
    return t('jobs.retryMayCost');
  }
  return undefined;
}

/** What a person should know of a job besides its state and its failure. */
export function jobNotes(job: Job): readonly string[] {
  const leftOut = leftOutFields(job);
  const missing = job.state === 'done' ? missingPictures(job) : 0;
  return [
    stateNote(job),
    missing > 0 && t('jobs.missing', { missing, wanted: job.parameters.n ?? 1 }),
    leftOut.length > 0 && t('jobs.leftOut', { fields: leftOut.join(', ') }),
  ].filter((note) => note !== undefined && note !== false);
}
