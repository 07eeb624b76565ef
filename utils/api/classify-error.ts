import type { FailureKind } from '../core/failure';
import type { ErrorDetails } from './error-details';

interface Rule {
  readonly kind: FailureKind;
  readonly statuses?: readonly number[];
  /** Tested against code, type and message together. */
  readonly words?: RegExp;
}

/**
 * First match wins (image-api §2.3). Words come before statuses, because relays answer 500 for a client's mistake and
 * 401 for an empty balance.
 */
const RULES: readonly Rule[] = [
  {
    kind: 'contentBlocked',
    words:
      /moderation_blocked|content_policy_violation|content_?filter|ResponsibleAIPolicyViolation|sensitive_words|prompt_blocked|violation_fee|safety system|content policy/i,
  },
  {
    kind: 'quotaExhausted',
    statuses: [402],
    words:
      /insufficient_(?:user_)?quota|pre_consume_token_quota|billing_hard_limit|credit_balance_exhausted|spend_limit_exceeded|usage_limit_exceeded|budget_exceeded|exceeded your current quota|额度|余额不足/i,
  },
  { kind: 'organizationUnverified', words: /must be verified/i },
  {
    kind: 'authentication',
    statuses: [401],
    words: /invalid_api_key|access_denied|incorrect api key|无效的令牌|令牌已过期/i,
  },
  {
    kind: 'modelUnavailable',
    words:
      /model_not_found|model_price_error|无可用渠道|no available channel|无权访问|not supported model|has been deprecated|model\b.* does not exist/i,
  },
  {
    kind: 'invalidParameter',
    statuses: [422],
    words:
      /unknown_parameter|invalid_(?:value|size|type|request\b)|convert_request_failed|size_not_supported|prompt_too_long|n_not_within_range|prompt_missing/i,
  },
  { kind: 'wrongEndpoint', statuses: [404, 405, 501], words: /^invalid url|api_not_implemented/i },
  { kind: 'rateLimited', statuses: [429], words: /rate_limit|slow_down|请求数限制|负载已饱和/i },
  { kind: 'gatewayTimeout', statuses: [408, 504, 522, 524] },
];

/** The kind of failure for a reply with an error status, or with an error in its body. */
export function classifyError(status: number, details: ErrorDetails): FailureKind {
  const said = [details.message, details.code, details.type].filter((part) => part !== undefined).join(' ');
  for (const { kind, statuses, words } of RULES) {
    if (words?.test(said) || statuses?.includes(status)) return kind;
  }
  if (status === 403) return 'authentication';
  if (status >= 500) return 'serverError';
  return status >= 400 ? 'invalidParameter' : 'unreadableReply';
}
