import { missingPictures, wantedPictures, type Job } from '@/utils/core/job/job';
import { leftOutFields } from '@/utils/core/job/left-out-fields';
import { t, tCount } from '@/utils/i18n/translate';
import { estimateWords } from '../words/cost-words';
import { pendingHosts } from './pending-hosts';
import { mayPayTwice } from './retry-cost';

/** Why a job must be approved, and what it will cost, as the prompt box says it, too. */
function approvalNote({ approvalReason, estimate }: Job): string {
  if (!estimate) return t('state.approvalPriceUnknown');
  const words = { estimate: estimateWords(estimate) };
  return t(approvalReason === 'monthUnknown' ? 'state.approvalMonthUnknown' : 'state.approvalLimit', words);
}

/** Whether a job is done with pictures missing. */
function isPartlyDone(job: Job): boolean {
  return job.state === 'done' && missingPictures(job) > 0;
}

function stateNote(job: Job, isUnsaved: boolean): string | undefined {
  const { state, waitingFor } = job;
  if (isUnsaved) return t('unsaved.jobText');
  if (state === 'interrupted') return `${t('state.interruptedText')} ${t('jobs.retryMayCost')}`;
  if (state === 'needs-permission') return t('state.needsPermissionText', { host: pendingHosts(job) });
  if (waitingFor === 'repeat') return t('state.repeatText');
  if (waitingFor === 'approval') return approvalNote(job);
  if (waitingFor === 'storage') return t('state.storageText');
  if ((state === 'failed' || isPartlyDone(job)) && mayPayTwice(job)) return t('jobs.retryMayCost');
  return undefined;
}

/**
 * What a person should know of a job besides its state and its failure.
 * @param isUnsaved whether its pictures are in memory only
 */
export function jobNotes(job: Job, isUnsaved: boolean): readonly string[] {
  const leftOut = leftOutFields(job);
  const missing = isPartlyDone(job) ? missingPictures(job) : 0;
  const extra = job.reply?.extraPictures ?? 0;
  return [
    stateNote(job, isUnsaved),
    missing > 0 && t('jobs.missing', { missing, wanted: wantedPictures(job) }),
    extra > 0 && tCount('jobs.extra', extra),
    leftOut.length > 0 && t('jobs.leftOut', { fields: leftOut.join(', ') }),
  ].filter((note) => note !== undefined && note !== false);
}
