import type { Failure, FailureKind } from './failure';

/**
 * What a person can do about a failure. `wait`, `askServer`, `closeOtherPages`, `reloadPage` and `restartBrowser` are said
 * in the sentence itself, the others are a button: those from
 * `chooseServer` to `changeParameter` put the prompt back into its box, `pay` opens the server's own site.
 */
export type NextStep =
  | 'openSettings'
  | 'retry'
  | 'wait'
  | 'chooseServer'
  | 'chooseModel'
  | 'shorten'
  | 'reword'
  | 'changeParameter'
  | 'pay'
  | 'freeSpace'
  | 'closeOtherPages'
  | 'reloadPage'
  | 'restartBrowser'
  | 'askServer';

const NEXT_STEPS: Readonly<Record<FailureKind, NextStep>> = {
  noKey: 'openSettings',
  serverRemoved: 'chooseServer',
  accessMissing: 'openSettings',
  emptyPrompt: 'reword',
  promptTooLong: 'shorten',
  textTooLong: 'shorten',
  invalidParameter: 'changeParameter',
  authentication: 'openSettings',
  accessDenied: 'askServer',
  organizationUnverified: 'askServer',
  quotaExhausted: 'pay',
  rateLimited: 'wait',
  contentBlocked: 'reword',
  modelUnavailable: 'chooseModel',
  wrongEndpoint: 'openSettings',
  redirected: 'openSettings',
  gatewayTimeout: 'retry',
  timedOut: 'retry',
  serverError: 'retry',
  network: 'retry',
  connectionBroken: 'retry',
  unreadableReply: 'askServer',
  replyTooLarge: 'askServer',
  incompleteStream: 'retry',
  asynchronousServer: 'openSettings',
  noPicture: 'reword',
  unsupportedPicture: 'changeParameter',
  pictureUnreachable: 'retry',
  privateAddress: 'askServer',
  storageFull: 'freeSpace',
  storageBlocked: 'closeOtherPages',
  storageOutdated: 'reloadPage',
  storageDamaged: 'restartBrowser',
  storageUnavailable: 'retry',
  unexpected: 'retry',
};

const MAY_HAVE_COST: ReadonlySet<FailureKind> = new Set([
  'connectionBroken',
  'gatewayTimeout',
  'timedOut',
  'unreadableReply',
  'replyTooLarge',
  'incompleteStream',
  'asynchronousServer',
  'noPicture',
  'unsupportedPicture',
  'pictureUnreachable',
  'privateAddress',
  'storageFull',
  'storageBlocked',
  'storageOutdated',
  'storageDamaged',
  'storageUnavailable',
  'unexpected',
]);

/** The step to offer first for a kind of failure. */
export function nextStepFor(kind: FailureKind): NextStep {
  return NEXT_STEPS[kind];
}

/** Steps that begin with the prompt back in its box. */
const EDITS = ['chooseServer', 'chooseModel', 'shorten', 'reword', 'changeParameter'] as const;

type Edit = (typeof EDITS)[number];

/** Whether a step begins with the prompt back in its box. */
export function isEdit(step: NextStep): step is Edit {
  return EDITS.some((edit) => edit === step);
}

/** Kinds that the same request meets again: it was refused here. */
const HOPELESS: ReadonlySet<FailureKind> = new Set([
  'emptyPrompt',
  'promptTooLong',
  'textTooLong',
  'serverRemoved',
]);

/** Whether the same request could fare better another time; what was refused here could not. */
export function retryMayHelp(kind: FailureKind): boolean {
  return !HOPELESS.has(kind);
}

/** Kinds that pass by themselves: a rate limit, and servers and ways to them that do not work for now. */
const PASSES: ReadonlySet<FailureKind> = new Set([
  'rateLimited',
  'serverError',
  'gatewayTimeout',
  'timedOut',
  'network',
  'connectionBroken',
]);

/**
 * Whether waiting helps against a kind of failure. Where it does not (an empty account, a wrong key, refused content),
 * a `retry-after` that the server sends all the same is neither kept nor shown.
 */
export function waitingHelps(kind: FailureKind): boolean {
  return PASSES.has(kind);
}

/** Whether the server may have drawn, and billed, a picture all the same: a retry may cost again. */
export function mayHaveCost({ kind, hadBegun }: Pick<Failure, 'kind' | 'hadBegun'>): boolean {
  return hadBegun === true || MAY_HAVE_COST.has(kind);
}
