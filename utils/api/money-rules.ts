import type { ErrorRule } from './error-rule';

/** The account is empty, or its own spending limit is reached: waiting does not help. */
export const MONEY_RULES: readonly ErrorRule[] = [
  // Source: https://ai.google.dev/gemini-api/docs/troubleshooting: no quota in this tier, prepaid credits, billing
  {
    kind: 'quotaExhausted',
    words:
      /limit: 0\b(?!\.\d)[^]*RESOURCE_EXHAUSTED|prepa(?:y|id)\b[^.]{0,40}(?:depleted|exhausted|empty)|requires billing to be enabled|enable billing|accessible to billed users|BILLING_DISABLED/i,
  },
  // Source: https://ai.google.dev/gemini-api/docs/rate-limits (RESOURCE_EXHAUSTED), Azure OpenAI call rate limit,
  // https://help.aliyun.com/en/model-studio/error-code (Throttling)
  {
    kind: 'rateLimited',
    words:
      /RESOURCE_EXHAUSTED|Throttling|rate.?limit(?!Error).*quota|daily\b.{0,20}quota|每(?:秒|分钟|小时|天|日).*配额|配额.*(?:每(?:秒|分钟|小时|天|日)|后重试)|quota.*(?:rate.?limit|per.?(?:second|minute|hour|day)|try again in \d|retry in \d)|exceeded (?:call|token) rate limit/is,
    except:
      /free allocated quota|FreeTierOnly|^(?!.*throttling).*insufficient_(?:user_)?quota|credit|balance|billing_|payment|spending|欠费|余额/is,
  },
  // Source: OpenAI (image-api §2.1), https://platform.kimi.com/docs/api/errors, DeepSeek,
  // https://docs.together.ai/docs/error-codes
  {
    kind: 'quotaExhausted',
    codes: [
      'insufficient_quota',
      'insufficient_balance',
      'billing_not_active',
      'exceeded_current_quota_error',
      'payment_required',
      'budget_exceeded',
    ],
    words:
      /insufficient_(?:user_)?quota|billing[_ ]hard[_ ]limit|credit_balance_exhausted|(?:spend|usage)_limit_exceeded|spend(?:ing)?[- ]limit|exceeded your current quota|check your (?:plan and )?billing|(?:balance|credits?) (?:is |are )?(?:too low|insufficient|depleted|exhausted)|(?:insufficient|enough|out of|no|any|more) (?:\w+ )?(?:credits?|balance|funds?)\b|exceeded your [^.]{0,24}credits|credit limit|(?:subscription|plan|trial|package) (?:has |is )?(?:expired|ended)|\b(?:recharge|top[- ]?up)\b|payment required|add (?:a )?payment method|overdue (?:balance|payment)/i,
    except: /^(?=.*\brate.?limit)(?!.*(?:credit|balance|fund|billing))/is,
  },
  // Source: QuantumNous/new-api and songquanpeng/one-api (image-api §3.1, §3.2), BerriAI/litellm (budget)
  {
    kind: 'quotaExhausted',
    words:
      /pre_consume_token_quota|quota (?:is |has been )?(?:exhausted|used up|not enough|insufficient)|(?:token|user|account)\b.{0,20}quota.{0,20}(?:exhausted|not enough|insufficient|used up)|not enough quota|quota (?:limit )?(?:has been )?exceeded|exceeded [^.]{0,24}quota|budget (?:has been )?exceeded|ExceededBudget|over budget|额度[^。]{0,4}(?:不足|已用|用尽|用完|耗尽|失败)|剩余额度|余额[^。]{0,8}(?:不足|不够|用完|耗尽|过低|为\s*0)|(?:积分|点数|次数|资金|金额|配额)[^。]{0,4}(?:不足|不够|用完|耗尽|用尽)|欠[费款]/i,
  },
  // Source: https://help.aliyun.com/en/model-studio/error-code (Arrearage, AllocationQuota.FreeTierOnly),
  // https://www.volcengine.com/docs/82379/1099476 (AccountOverdueError, SetLimitExceeded, QuotaExceeded)
  {
    kind: 'quotaExhausted',
    codes: ['Arrearage', 'AccountOverdueError', 'SetLimitExceeded', 'QuotaExceeded', 'AccountArrears'],
    words:
      /FreeTierOnly|free (?:allocated |trial )?quota\b.{0,30}(?:exceeded|exhausted|used up)|exhausted its free|account is in good standing|free tier of the model has been exhausted/i,
  },
  // Source: https://docs.bigmodel.cn/cn/api/api-code (1113, 1309), MiniMax (1008), SiliconFlow (30001), Cloudflare
  // Workers AI (3036), Novita, Huawei MaaS (ModelArts.81005)
  {
    kind: 'quotaExhausted',
    codes: ['1113', '1309', '1008', '30001', '3036', 'BILLING_BALANCE_NOT_ENOUGH', 'ModelArts.81005'],
    words: /daily free allocation|套餐[^。]{0,6}到期/i,
  },
  // Source: xAI (RomneyDa in continuedev/continue#10373, router-for-me/CLIProxyAPI#5335)
  {
    kind: 'quotaExhausted',
    words:
      /used all (?:available|your) credits|(?:doesn.t|does not|don.t) have (?:any )?credits|run out of credits|purchase (?:more )?credits/i,
  },
];
