/**
 * Every way a generation can fail, as a closed set. What a person reads for each kind is in the locale files under
 * `failure.<kind>`; what they can do next is in `failure-advice.ts`.
 */
export const FAILURE_KINDS = [
  'noKey',
  'serverRemoved',
  'accessMissing',
  'emptyPrompt',
  'promptTooLong',
  'textTooLong',
  'invalidParameter',
  'authentication',
  'accessDenied',
  'organizationUnverified',
  'quotaExhausted',
  'rateLimited',
  'contentBlocked',
  'modelUnavailable',
  'wrongEndpoint',
  'redirected',
  'gatewayTimeout',
  'timedOut',
  'serverError',
  'network',
  'connectionBroken',
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
] as const;

export type FailureKind = (typeof FAILURE_KINDS)[number];

const STORAGE_KINDS: ReadonlySet<FailureKind> = new Set([
  'storageFull',
  'storageBlocked',
  'storageOutdated',
  'storageDamaged',
  'storageUnavailable',
]);

/** Whether it was this browser's storage that failed, and neither the server nor the network. */
export function isStorageFailure({ kind }: Failure): boolean {
  return STORAGE_KINDS.has(kind);
}

/**
 * One failure, as data: it is stored with its job and crosses between contexts, where the identity of an Error
 * object would be lost. Nothing in it may hold the API key.
 */
export interface Failure {
  readonly kind: FailureKind;
  /** The server's own sentence, already redacted; never shown alone. */
  readonly detail?: string;
  /** HTTP status of the reply. */
  readonly status?: number;
  /** The server's machine-readable code. */
  readonly code?: string;
  /** The request field the server complains of. */
  readonly parameter?: string;
  /** The server's id for the request, for its support. */
  readonly requestId?: string;
  /** Host the failure is about. */
  readonly host?: string;
  /** Seconds the server asks to wait, with fractions. */
  readonly retryAfterSeconds?: number;
  /** Whether the reply had begun with pictures or previews, so that what is missing may have been billed. */
  readonly hadBegun?: true;
  /** Limit in characters that was exceeded, and what was there. */
  readonly limit?: number;
  readonly actual?: number;
}

/** Carries a {@link Failure} through code that throws. */
export class FailureError extends Error {
  override readonly name = 'FailureError';
  readonly failure: Failure;

  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.detail ?? failure.kind, options);
    this.failure = failure;
  }
}

/** The failure inside anything thrown; what is not one of ours is `unexpected` and keeps its message. */
export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof FailureError) return thrown.failure;
  return { kind: 'unexpected', detail: thrown instanceof Error ? thrown.message : String(thrown) };
}
