import type { FailureKind } from '../core/failure/failure';
import type { ErrorDetails } from './error-details';

interface Rule {
  readonly kind: FailureKind;
  readonly statuses?: readonly number[];
  /** Tested against message, code and type together; a relay's own prefix before a type does not matter. */
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
      /moderation_blocked|content_?policy_?violation|content_?filter|ResponsibleAIPolicyViolation|sensitive_words|prompt_blocked|violation_fee|prohibited_content|IMAGE_SAFETY|safety system|content policy|敏感词|违规/i,
  },
  {
    kind: 'quotaExhausted',
    statuses: [402],
    words:
      /insufficient_(?:user_)?quota|pre_consume_token_quota|billing_hard_limit|(?:credit_balance|token\b.*|credits?\b.*)_?exhausted|spend_limit_exceeded|usage_limit_exceeded|budget_exceeded|exceeded your current quota|credit balance is too low|(?:insufficient|not enough|out of) (?:\w+ )?(?:credit|balance|fund)|额度|余额|欠费/i,
  },
  // Google calls its rate a quota, and means it by the minute.
  { kind: 'quotaExhausted', words: /^(?!.*(?:rate.?limit|per.?(?:minute|day)|RESOURCE_EXHAUSTED)).*quota/is },
  { kind: 'organizationUnverified', words: /must be verified/i },
  { kind: 'accessDenied', words: /unsupported_country|(?:country|region|territory).*not supported/i },
  {
    kind: 'modelUnavailable',
    words: /model_access_denied|not allowed to (?:access|use) (?:the |this )?model/i,
  },
  {
    kind: 'authentication',
    statuses: [401],
    words:
      /invalid_?api_?key|api key not valid|incorrect api key|invalid api key|authentication_error|无效的令牌|令牌已过期/i,
  },
  {
    kind: 'modelUnavailable',
    words:
      /model_?not_(?:found|supported)|model_price_error|no available channel|not supported model|has been deprecated|model\b.* does not exist|\bmodel:? \S+ (?:is |was )?not (?:found|supported|available)|\bmodels\/\S+ is not found|access to (?:the |this )?model|无可用渠道|无权访问.*(?:模型|分组)|模型.*(?:不存在|未找到|已下线)/i,
  },
  {
    kind: 'promptTooLong',
    words: /prompt_too_long|prompt is too long|'prompt': string too long|提示词.*(?:过长|太长)/i,
  },
  {
    kind: 'invalidParameter',
    statuses: [413, 422],
    words:
      /(?:unknown|unsupported|missing_required|invalid)_parameter|unknown parameter|does not support the\b.*parameter|(?:invalid|unsupported)_(?:value|size|type|image_file|request\b|input_fidelity)|convert_request_failed|size_not_supported|n_not_within_range|prompt_missing|cannot unmarshal|image_generation_user_error/i,
  },
  {
    kind: 'rateLimited',
    statuses: [429],
    words:
      /rate_?limit|rate limit|slow_down|too many requests|status code 429\b|\b(?:is|too|service|server|system) busy|请求数限制|请求过于频繁|负载已饱和|繁忙/i,
  },
  {
    kind: 'gatewayTimeout',
    statuses: [408, 504, 522, 524],
    words: /\b5(?:04|22|24)(?::| gateway)|gateway time-?out|status code (?:408|504|522|524)\b/i,
  },
  {
    kind: 'wrongEndpoint',
    statuses: [404, 405, 501],
    words: /^invalid url|api_not_implemented|^cannot post /i,
  },
  {
    kind: 'serverError',
    words:
      /bad_response|do_request_failed|empty_response|system_\w+_overloaded|server_error|服务器(?:内部)?错误/i,
  },
];

/** Where an error comes in a reply that calls itself a success, its code may be the status it should have had. */
function statusOf(status: number, { code }: ErrorDetails): number {
  return status < 300 && /^[45]\d\d$/.test(code ?? '') ? Number(code) : status;
}

/** The kind of failure for a reply with an error status, or with an error in its body. */
export function classifyError(status: number, details: ErrorDetails): FailureKind {
  const said = [details.message, details.code, details.type].filter((part) => part !== undefined).join(' ');
  const told = statusOf(status, details);
  for (const { kind, statuses, words } of RULES) {
    if (words?.test(said) || statuses?.includes(told)) return kind;
  }
  if (told === 403) return 'accessDenied';
  return told >= 400 && told < 500 ? 'invalidParameter' : 'serverError';
}
