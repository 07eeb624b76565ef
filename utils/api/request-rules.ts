import type { ErrorRule } from './error-rule';

/** Wrong requests that name the field or value; before the refusals, because a setting may be called `content_filter`. */
export const NAMED_PARAMETER_RULES: readonly ErrorRule[] = [
  // Source: https://help.aliyun.com/en/model-studio/error-code (AccessDenied: synchronous calls)
  {
    kind: 'asynchronousServer',
    words:
      /not support (?:synchronous|sync\b)|(?:only|must).{0,30}\basync(?:hronous)?(?:ly)?\b|X-DashScope-Async|use (?:the )?async(?:hronous)?\b|\basync(?:hronous)? (?:calls?|mode|requests?) (?:only|is required|are required)|(?:仅|只)支持异步|不支持\s*(?:SYNC|同步)/i,
  },
  // Source: OpenAI (image-api §2.1), LiteLLM docs/exception_mapping, https://docs.bigmodel.cn/cn/api/api-code, Baidu
  // qianfan
  {
    kind: 'promptTooLong',
    codes: [
      '1261',
      'context_length_exceeded',
      'tokens_too_long',
      'characters_too_long',
      'prompt_too_long',
      'string_above_max_length',
    ],
    words:
      /prompt is too long|'prompt': string too long|ContextWindowExceeded|maximum context length|prompt\b.{0,40}(?:too long|exceeds?\b.{0,20}(?:length|limit|maximum|characters|tokens)|characters?,? max|(?:at most|less than|fewer than|maximum of) \d+ (?:characters|tokens))|(?:maximum|max) prompt length|input tokens? (?:length )?(?:is )?too long|range of input length|(?:提示词|prompt|输入)[^。]{0,12}(?:过长|太长|超长)|超(?:过|出)[^。]{0,12}(?:字符|长度|字数)/i,
    except: /negative_prompt/i,
  },
  // Source: OpenAI (image-api §1.4), Python and Go servers, pydantic, Vertex AI INVALID_ARGUMENT
  {
    kind: 'invalidParameter',
    words:
      /unknown_parameter|unsupported_parameter|missing_required_parameter|unknown (?:parameter|field|argument)|unrecogni[sz]ed (?:request )?(?:parameter|field|argument)|unexpected keyword argument|extra inputs are not permitted|supported values are|input should be|is not (?:one of|a valid (?:value|option|choice|parameter))|\b(?:must|should) be (?:an?|one of|of type|between|in|less|greater|at least|at most|either)\b|does not support the\b.*parameter|(?:parameter|argument|field|setting) \S+ is not (?:supported|allowed|permitted)|^invalid (?:value|parameter|argument|\S*(?:_|settings?|level))\b|不支持的?参数|未知参数|参数\s*['"“]?[a-z]\w+['"”]?\s*(?:不支持|非法|无效)/i,
    except:
      /must be verified|moderation_blocked|content_policy_violation|DataInspection|must be (?:an? )?(?:active|paid|funded|member)/i,
  },
];

/** Requests that are wrong without naming why in a sentence that is known. */
export const REQUEST_RULES: readonly ErrorRule[] = [
  // Source: OpenAI, new-api and one-api (image-api §2.3), Zhipu (1210, 1213 to 1215), MiniMax (2013), Cloudflare
  // Workers AI (5004 to 5006, 3003)
  {
    kind: 'invalidParameter',
    codes: [
      '1210',
      '1213',
      '1214',
      '1215',
      '2013',
      '5004',
      '5005',
      '5006',
      '3003',
      'INVALID_ARGUMENT',
      'MissingParameter',
    ],
    words:
      /(?:missing_required|invalid)_parameter|InvalidParameter|(?:invalid|unsupported)_(?:value|size|type|image_file|request\b|input_fidelity)|convert_request_failed|size_not_supported|n_not_within_range|prompt_missing|cannot unmarshal|image_generation_user_error|UnsupportedParamsError|参数(?:异常|有误|错误|非法|无效)/i,
  },
  // Source: OpenAI, new-api, SiliconFlow, Zhipu (1302 to 1305, 1308, 1310, 1312), MiniMax (1002, 1039, 2045),
  // Volcengine, Cloudflare Workers AI (3040)
  {
    kind: 'rateLimited',
    codes: [
      '1302',
      '1303',
      '1304',
      '1305',
      '1308',
      '1310',
      '1312',
      '1313',
      'base_resp:1002',
      'base_resp:1039',
      'base_resp:2045',
      '3040',
      'RequestBurstTooFast',
      'InflightBatchsizeExceeded',
    ],
    words:
      /rate_?limit|rate.limit|slow_down|slow down|too many (?:concurrent |pending )?(?:requests|tasks|jobs)|queue is full|too frequent|throttl|concurrency (?:limit|exceeded)|status code 429\b|\b(?:is|too|service|server|system) busy|(?:at|out of|over) capacity|\b[RTI]P[MD] limit|requests? per (?:second|minute|hour|day)|请求数限制|请求过于频繁|频率|速率|限流|并发|负载已饱和|繁忙|访问量过大|任务过多|排队|调用次数限额|使用上限/i,
  },
];

/** What went wrong on the way. */
export const GATEWAY_RULES: readonly ErrorRule[] = [
  // Source: nginx and Cloudflare pages, BerriAI/litellm Timeout, MiniMax (1001), Cloudflare Workers AI (3007)
  {
    kind: 'gatewayTimeout',
    codes: ['base_resp:1001', '3007', 'DEADLINE_EXCEEDED'],
    words:
      /\b5(?:04|22|24)(?::| gateway)|gateway time-?out|status code (?:408|504|522|524)\b|litellm\.Timeout|request timed? ?out/i,
  },
  // Source: QuantumNous/new-api (Invalid URL), Express (Cannot POST), Kong (no Route matched), image-api §3.1
  {
    kind: 'wrongEndpoint',
    words:
      /^invalid url|api_not_implemented|^cannot (?:post|get) |no route matched|route not found|unknown (?:request )?(?:url|path|route|endpoint)|(?:path|page|route|url|endpoint|api) (?:was |is )?not found|no such (?:path|route|endpoint)/i,
    except: /\bmodel\b/i,
  },
  // Source: QuantumNous/new-api (image-api §2.3), MiniMax (1000, 1024, 1033)
  {
    kind: 'serverError',
    codes: ['base_resp:1000', 'base_resp:1024', 'base_resp:1033'],
    words:
      /bad_response|do_request_failed|empty_response|system_\w+_overloaded|server_error|服务器(?:内部)?错误/i,
  },
];
