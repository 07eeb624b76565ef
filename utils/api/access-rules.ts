import type { ErrorRule } from './error-rule';

/** Who may use what. */
export const ACCESS_RULES: readonly ErrorRule[] = [
  // Source: OpenAI (image-api §2.1), SiliconFlow and Novita (real-name verification)
  {
    kind: 'organizationUnverified',
    codes: ['NEED_REAL_NAME_VERIFY'],
    words:
      /must be verified|verify your (?:organization|identity|account)|verified organi[sz]ations? only|real.name (?:auth|verif)|实名认证/i,
  },
  // Source: Google Vertex AI, Azure OpenAI: a model that is not there in this region
  {
    kind: 'modelUnavailable',
    words:
      /models?\b[^.]{0,60} not (?:available|supported|deployed) in (?:this |the |your |location |region )/i,
  },
  // Source: OpenAI unsupported_country_region_territory, Gemini FAILED_PRECONDITION (User location is not supported)
  {
    kind: 'accessDenied',
    words:
      /unsupported_country|(?:country|region|territory|location)\b[^.]{0,40}(?:not (?:supported|available|allowed)|restricted|prohibited)|banned the country|not (?:supported|available|allowed) in your (?:country|region|location)|(?:地区|区域|国家)[^。]{0,8}(?:不支持|不可用|受限|限制)/i,
  },
  // Source: BerriAI/litellm proxy, Volcengine Ark ModelNotOpen, DashScope AccessDenied.Unpurchased, Cloudflare
  // Workers AI (5016, 5018, 3041), Zhipu 1311
  {
    kind: 'modelUnavailable',
    codes: [
      'ModelNotOpen',
      'AccessDenied.Unpurchased',
      'Model.AccessDenied',
      '5016',
      '5018',
      '3041',
      '1311',
      '1220',
    ],
    words:
      /model_access_denied|not allowed to (?:access|use) (?:the |this )?model|not activated the model|access to (?:the |this )?model|(?:team|key|user) (?:not allowed|can only access).{0,20}models?|无权(?:访问|使用)[^。]*(?:模型|分组)|未开通[^。]*模型|模型[^。]*未开通/i,
  },
  // Source: OpenAI, Google API_KEY_INVALID, DashScope InvalidApiKey, Volcengine AuthenticationError, Zhipu (1000 to
  // 1004), MiniMax (1004, 2049), new-api
  {
    kind: 'authentication',
    codes: [
      'API_KEY_INVALID',
      'UNAUTHENTICATED',
      'base_resp:1004',
      'base_resp:2049',
      '1003',
      'access_token_expired',
    ],
    words:
      /invalid_?api_?key|(?:incorrect|invalid|missing|expired|no|your) api[- ]key|api[- ]key (?:is |was )?(?:not valid|invalid|incorrect|missing|required|expired|disabled|not provided|not found)|provide an? api[- ]key|authentication_?error|invalid_authentication|invalid authentication|Authentication Token|invalid subscription key|unauthori[sz]ed|(?:access )?token (?:is |has )?(?:invalid|expired)|invalid (?:access )?token|未提供[^。]{0,6}令牌|令牌[^。]{0,8}(?:无效|过期|禁用|不可用)|无效的令牌|身份验证失败|鉴权失败|(?:API ?Key|密钥)[^。]{0,8}(?:无效|错误|过期|不存在|不正确)/i,
    except: /deployment|model\b.* does not exist/i,
  },
];

/** Models that are not there. */
export const MODEL_RULES: readonly ErrorRule[] = [
  // Source: OpenAI, Azure DeploymentNotFound, Google, OpenRouter, LocalAI, vLLM, Ollama
  {
    kind: 'modelUnavailable',
    codes: [
      'DeploymentNotFound',
      'OperationNotSupported',
      'model_not_available',
      'ModelNotFound',
      'invalid_model',
    ],
    words:
      /model_?not_?(?:found|supported|available|exists?)|DeploymentNotFound|deployment\b.{0,40}(?:does not exist|not found|no such)|no such (?:model|deployment)|model_price_error|(?:unknown|unsupported|invalid) model\b|model (?:name |id )?is (?:invalid|not available|unavailable|not supported|deprecated|offline)|not (?:a )?(?:valid|supported) model|(?:has|have) been (?:deprecated|retired|decommissioned|discontinued|sunset|shut ?down)|no longer (?:available|supported|offered)|no model (?:with|named|called)|\bmodel\b.* does(?: not|n.t) exist|\bmodels?:? \S+ (?:is |was )?not (?:found|supported|available|loaded)|\bmodels?\/\S+ (?:is |was )?not found|publisher model|requested entity was not found|could not (?:find|load) model|model .{0,60}not found/i,
  },
  // Source: QuantumNous/new-api, BerriAI/litellm (no healthy deployments), OpenRouter (No endpoints found)
  {
    kind: 'modelUnavailable',
    words:
      /no (?:available|healthy|allowed) (?:channels?|deployments?|providers?|endpoints?)|no endpoints found|Invalid model name passed|无可用渠道|没有可用(?:的)?渠道|模型[^。暂]*(?:不存在|未找到|已下线|已弃用|已停用|停止服务|已退役|不可用|不支持)|不支持(?:的|该)?模型/i,
  },
  // Source: Zhipu (1211, 1221, 1222), Cloudflare Workers AI (5007, 3042), SiliconFlow (20012), Volcengine
  // (InvalidEndpointOrModel), Huawei MaaS (ModelArts.81009)
  {
    kind: 'modelUnavailable',
    codes: ['1211', '1221', '1222', '5007', '3042', '20012', 'ModelArts.81009', 'ServiceIdNotExist'],
    words: /InvalidEndpoint/,
  },
];
