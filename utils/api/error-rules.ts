import { ACCESS_RULES, MODEL_RULES } from './access-rules';
import { CONTENT_RULES } from './content-rules';
import type { ErrorRule } from './error-rule';
import { MONEY_RULES } from './money-rules';
import { GATEWAY_RULES, NAMED_PARAMETER_RULES, REQUEST_RULES } from './request-rules';

/**
 * The first row that matches decides (image-api §2.3). Words come before statuses, because relays answer 500 for a
 * client's mistake and 401 for an empty balance; among them, the narrower meaning comes before the wider.
 */
export const ERROR_RULES: readonly ErrorRule[] = [
  ...NAMED_PARAMETER_RULES,
  ...CONTENT_RULES,
  ...MONEY_RULES,
  ...ACCESS_RULES,
  ...MODEL_RULES,
  ...REQUEST_RULES,
  ...GATEWAY_RULES,
];
