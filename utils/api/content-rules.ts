import type { ErrorRule } from './error-rule';

/** The server draws no such content. */
export const CONTENT_RULES: readonly ErrorRule[] = [
  // Source: https://docs.bigmodel.cn/cn/api/api-code, OpenAI account_deactivated, Cloudflare Workers AI 3023
  {
    kind: 'accessDenied',
    codes: ['1112', '1121', '3023', 'account_deactivated', 'access_terminated'],
    words:
      /account\b[^.]{0,20} (?:deactivated|disabled|terminated|banned|locked|blocked)\b|(?:账户|账号)[^。]{0,16}(?:锁定|封禁|禁用|冻结)/i,
  },
  // Source: OpenAI and Azure OpenAI (image-api §2.1, §3.3), https://portkey.ai/error-library (azure-openai 10014)
  {
    kind: 'contentBlocked',
    words:
      /moderation_(?:blocked|flagged)|content_?policy_?violation|content[_ -]?filter|(?:content|policy|safety)_violation|ResponsibleAIPolicyViolation|safety (?:system|filters?\b|check|polic|guideline)|content (?:management )?polic|usage (?:policies|guidelines)|responsible ai|did not follow our .{0,20}polic/i,
  },
  // Source: https://help.aliyun.com/en/model-studio/error-code (DataInspectionFailed)
  {
    kind: 'contentBlocked',
    words: /data_?inspection_?failed|green net check|infring|inappropriate (?:content|input|output|prompt)/i,
  },
  // Source: https://www.volcengine.com/docs/82379/1099476 (…SensitiveContentDetected, …RiskDetection)
  {
    kind: 'contentBlocked',
    words:
      /SensitiveContentDetected|(?:Text|Image)RiskDetection|ContentSecurityDetection|(?:contains?|includes?|include|involves?|detected)\b[^.]{0,40}\bsens?itive\b(?!.{0,12}case)/i,
  },
  // Source: https://docs.bigmodel.cn/cn/api/api-code (1301),
  // https://platform.minimax.io/docs/api-reference/errorcode.md (1026, 1027), iFlytek Spark (10013, 10014), Huawei
  // MaaS (ModelArts.81011)
  {
    kind: 'contentBlocked',
    codes: ['1301', '1026', '1027', '10013', '10014', 'ModelArts.81011'],
  },
  // Source: https://docs.cloud.google.com/vertex-ai/generative-ai/docs/multimodal/gemini-image-responsible-ai,
  // Gemini BlockedReason
  {
    kind: 'contentBlocked',
    codes: ['SAFETY', 'BLOCKLIST', 'PROHIBITED_CONTENT', 'IMAGE_SAFETY', 'RECITATION', 'IMAGE_RECITATION'],
    words:
      /prohibited[_ ]content|IMAGE_SAFETY|IMAGE_PROHIBITED|support codes?:? \d{8}|violate\S*\b.{0,60}(?:polic|guideline)/i,
  },
  // Source: https://openrouter.ai/docs/api/reference/errors-and-debugging (moderation), xAI, Kimi, Novita, Baidu
  // qianfan, Tencent aiart errors.go, evolink
  {
    kind: 'contentBlocked',
    codes: [
      'ILLEGAL_PROMPT',
      'ILLEGAL_IMAGE_CONTENT',
      'ContentModeration',
      'Content_Moderation',
      'unsafe_request',
    ],
    words:
      /(?:was|were|been|is|got) flagged|flagged (?:as|for|by)|requires moderation|(?:content|request|prompt|output) moderat(?:ed|ion)|(?:rejected|blocked) by [^.]{0,20}moderation|considered high risk|prompt_unsafe|\bis unsafe\b|unsafe (?:content|prompt|image)|nsfw|(?:prohibited|forbidden|banned|blocked) (?:words?|terms?)\b|sensitive_words|prompt_blocked|violation_fee|IllegalDetected|censorship/i,
    except: /unknown flag/i,
  },
  // Source: new-api, DashScope, Zhipu, MiniMax, Tencent: sentences in Chinese
  {
    kind: 'contentBlocked',
    words:
      /(?<!大小写)敏感|违规|违禁|违法|侵权|内容[^。]{0,6}风控|触发[^。]{0,8}(?:安全|风控|审核)|不安全|不合规|内容安全|审核[^。]{0,4}(?:不通过|未通过|失败|拦截)|(?:不当|不适当|不良)[^。]{0,4}(?:内容|信息)|违反[^。]{0,12}(?:政策|规定|规范|准则)/,
  },
];
