import type { FailureKind } from '../core/failure/failure';
import type { ErrorDetails } from './error-details';
import type { ErrorRule } from './error-rule';
import { ERROR_RULES } from './error-rules';

/** What a status means where no words say more (RFC 9110; image-api §2.3). 451 is a moderation's refusal here. */
const STATUS_KINDS: ReadonlyMap<number, FailureKind> = new Map([
  [401, 'authentication'],
  [402, 'quotaExhausted'],
  [403, 'accessDenied'],
  [408, 'gatewayTimeout'],
  [413, 'invalidParameter'],
  [422, 'invalidParameter'],
  [429, 'rateLimited'],
  [451, 'contentBlocked'],
  [504, 'gatewayTimeout'],
  [522, 'gatewayTimeout'],
  [524, 'gatewayTimeout'],
]);

/** Statuses of a server that has no such path. */
const NO_SUCH_PATH: ReadonlySet<number> = new Set([404, 405, 501]);

/** Codes that repeat the status 404 or 405 and name nothing. */
const NAMELESS_CODE =
  /^(?:4\d\d|not_?found(?:_error)?|resource_?not_?found|method_?not_?allowed|invalid_request_error)$/i;

/** Things on a server that are no path. */
const THING =
  /\b(?:model|deployment|account|organi[sz]ation|project|workspace|team|tenant|subscription|parameter)\b|模型|部署|账[户号]|参数/i;

/** Whether a token is one of the codes, whole or behind the prefix of a relay. */
function isCode(token: string, code: string): boolean {
  return token === code || (code.includes('_') && token.endsWith(`_${code}`));
}

function matches({ codes = [], words, except }: ErrorRule, said: string, tokens: readonly string[]): boolean {
  if (except?.test(said)) return false;
  if (words?.test(said)) return true;
  return codes.some((code) => tokens.some((token) => isCode(token, code.toLowerCase())));
}

/** The kind that the words and codes of an error name by themselves. */
function kindByWords({ message, code, type, reason }: ErrorDetails): FailureKind | undefined {
  const said = [message, code, type, reason].filter((part) => part !== undefined).join(' ');
  const tokens = [code, type, reason].join(' ').toLowerCase().split(/\s+/);
  return ERROR_RULES.find((rule) => matches(rule, said, tokens))?.kind;
}

/**
 * Whether an error names its cause: a model, a deployment, an account, a parameter. Such an error is no wrong address,
 * whatever its status, so that the request must not be sent to another spelling of the path.
 */
export function namesCause(details: ErrorDetails): boolean {
  const kind = kindByWords(details);
  if (kind !== undefined) return kind !== 'wrongEndpoint';
  const { code, message = '', parameter } = details;
  return parameter !== undefined || THING.test(message) || (code !== undefined && !NAMELESS_CODE.test(code));
}

/** Where an error comes in a reply that calls itself a success, its code may be the status it should have had. */
function statusOf(status: number, { code }: ErrorDetails): number {
  return status < 300 && /^[45]\d\d$/.test(code ?? '') ? Number(code) : status;
}

/** The kind of failure for a reply with an error status, or with an error in its body. */
export function classifyError(status: number, details: ErrorDetails): FailureKind {
  const kind = kindByWords(details);
  if (kind !== undefined) return kind;
  const meant = statusOf(status, details);
  if (NO_SUCH_PATH.has(meant) && !namesCause(details)) return 'wrongEndpoint';
  const byStatus = STATUS_KINDS.get(meant);
  if (byStatus !== undefined) return byStatus;
  return meant >= 400 && meant < 500 ? 'invalidParameter' : 'serverError';
}
