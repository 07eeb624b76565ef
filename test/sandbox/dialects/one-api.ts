import { families } from '../api/families';
import { generationReply } from '../api/generation-reply';
import { relayedFamily, relayedModels } from '../api/models';
import { parseGeneration, type GenerationRequest } from '../api/parse-generation';
import { badRequest, errorBody, Refusal, type RefusalDetails } from '../api/refusal';
import type { Dialect } from './dialect';

const type = 'one_api_error';

/** The words one-api has for what it checks itself, by the parameter that is wrong. */
const ownCodes: ReadonlyMap<string | null, string> = new Map([
  ['prompt', 'prompt_missing'],
  ['size', 'size_not_supported'],
  ['n', 'n_not_within_range'],
]);

/** one-api as it was last written (February 2025): it must be answered JSON by what is behind it. */
export const oneApi: Dialect = {
  headers: (requestId) => ({ 'x-oneapi-request-id': requestId }),
  read: (body) => {
    const request = parseGeneration(body, relayedFamily);
    checkBytes(request);
    return request;
  },
  answer: async (request, tools) => {
    const reply = await generationReply(request, tools);
    if (!request.stream) return Response.json(reply);
    throw new Refusal({
      status: 500,
      type,
      param: null,
      code: 'unmarshal_response_body_failed',
      message: "invalid character 'e' looking for beginning of value",
    });
  },
  refuse: (details, requestId) => {
    const message = `${details.status === 401 ? '无效的令牌' : details.message} (request id: ${requestId})`;
    return { status: details.status, body: errorBody({ message, type, param: '', code: ownCode(details) }) };
  },
  models: () => ({
    object: 'list',
    data: relayedModels().map(({ id }) => ({
      id,
      object: 'model',
      created: 1_626_777_600,
      owned_by: 'openai',
      permission: [],
      root: id,
      parent: null,
    })),
  }),
  redirectsSlash: true,
  pictureFolder: 'pictures',
};

/** Where OpenAI counts characters, one-api counts bytes; a Chinese letter has three. */
function checkBytes({ family, prompt }: GenerationRequest): void {
  const rule = families[family]['prompt'];
  const most = rule?.kind === 'text' ? (rule.maxLength ?? Infinity) : Infinity;
  if (Buffer.byteLength(prompt) <= most) return;
  throw badRequest('string_above_max_length', 'prompt', 'prompt is too long');
}

function ownCode({ code, param }: RefusalDetails): string {
  if (code === 'string_above_max_length') return 'prompt_too_long';
  if (code === 'unknown_parameter' || code === 'model_not_found') return code;
  return ownCodes.get(param) ?? code ?? '';
}
