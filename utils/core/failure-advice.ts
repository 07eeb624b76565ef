import type { FailureKind } from './failure';

/** What a person can do about a failure; each is one button, or for `wait` and `askServer` a sentence. */
export type NextStep = 'openSettings' | 'retry' | 'editPrompt' | 'freeSpace' | 'askServer';

const NEXT_STEPS: Readonly<Record<FailureKind, NextStep>> = {
  noKey: 'openSettings',
  accessMissing: 'openSettings',
  emptyPrompt: 'editPrompt',
  promptTooLong: 'editPrompt',
  invalidParameter: 'editPrompt',
  authentication: 'openSettings',
  organizationUnverified: 'askServer',
  quotaExhausted: 'askServer',
  rateLimited: 'retry',
  contentBlocked: 'editPrompt',
  modelUnavailable: 'editPrompt',
  wrongEndpoint: 'openSettings',
  gatewayTimeout: 'retry',
  timedOut: 'retry',
  serverError: 'retry',
  network: 'retry',
  unreadableReply: 'askServer',
  noPicture: 'editPrompt',
  unsupportedPicture: 'editPrompt',
  pictureUnreachable: 'retry',
  storageFull: 'freeSpace',
  storageUnavailable: 'retry',
  unexpected: 'retry',
};

const MAY_HAVE_COST: ReadonlySet<FailureKind> = new Set([
  'gatewayTimeout',
  'timedOut',
  'unreadableReply',
  'noPicture',
  'unsupportedPicture',
  'pictureUnreachable',
  'storageFull',
  'storageUnavailable',
  'unexpected',
]);

/** The step to offer first for a kind of failure. */
export function nextStepFor(kind: FailureKind): NextStep {
  return NEXT_STEPS[kind];
}

/** Whether the same request could fare better another time; a prompt that was refused here could not. */
export function retryMayHelp(kind: FailureKind): boolean {
  return kind !== 'emptyPrompt' && kind !== 'promptTooLong';
}

/** Whether the server may have drawn, and billed, a picture all the same: asking again may cost again. */
export function mayHaveCost(kind: FailureKind): boolean {
  return MAY_HAVE_COST.has(kind);
}
