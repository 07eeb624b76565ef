import { frame, streamResponse } from '../api/event-stream';
import { generationEvents } from '../api/generation-events';
import { generationReply } from '../api/generation-reply';
import type { ReplyTools } from '../api/image-item';
import { relayedFamily, relayedModels } from '../api/models';
import { parseGeneration, type GenerationRequest } from '../api/parse-generation';
import { errorBody, type RefusalDetails } from '../api/refusal';
import { textTokens } from '../api/usage';
import { keepFields } from './body-fields';
import type { Dialect } from './dialect';
import { openAi } from './open-ai';
import { priceList } from './price-list';

const oldFields = [
  'model',
  'prompt',
  'n',
  'size',
  'quality',
  'response_format',
  'style',
  'user',
  'background',
  'moderation',
  'output_format',
];

const decoded: ReadonlySet<string> = new Set([
  ...oldFields,
  'output_compression',
  'partial_images',
  'stream',
]);
const decodedBefore: ReadonlySet<string> = new Set(oldFields);

/** new-api since it streams pictures (1.0.0-rc4, May 2026). */
export const newApi: Dialect = {
  headers: (requestId) => ({ 'x-oneapi-request-id': requestId, 'x-new-api-version': 'v1.0.0-rc.4' }),
  read: (body) => parseGeneration(keepFields(body, decoded), relayedFamily),
  answer: async (request, tools) =>
    request.stream ? streamResponse(convertedStream(request, tools)) : openAi.answer(request, tools),
  refuse,
  models: () => ({
    success: true,
    object: 'list',
    data: relayedModels().map(({ id, draws }) => ({
      id,
      object: 'model',
      created: 1_626_777_600,
      owned_by: 'custom',
      supported_endpoint_types: draws ? ['image-generation', 'openai'] : ['openai'],
    })),
  }),
  priceList,
  redirectsSlash: true,
  pictureFolder: 'pictures',
};

/** new-api before that: it does not know `stream` and answers JSON, with empty strings for what it does not have. */
export const newApiOld: Dialect = {
  ...newApi,
  headers: (requestId) => ({ 'x-oneapi-request-id': requestId, 'x-new-api-version': 'v0.8.2' }),
  read: (body) => parseGeneration(keepFields(body, decodedBefore), relayedFamily),
  answer: async (request, tools) => {
    const { created, data } = await generationReply(request, tools);
    const filled = data.map(({ url = '', b64_json = '', revised_prompt = '' }) => ({
      url,
      b64_json,
      revised_prompt,
    }));
    return Response.json({ data: filled, created });
  },
};

/** What new-api makes of a JSON reply when a stream was asked for: no previews, comments between, a word at the end. */
async function* convertedStream(request: GenerationRequest, tools: ReplyTools): AsyncGenerator<string> {
  const input = textTokens(request.prompt);
  yield ': PING\n\n';
  for await (const event of generationEvents({ ...request, partialImages: 0 }, tools)) {
    const { type, b64_json, url, revised_prompt, created_at } = event;
    const usage = {
      prompt_tokens: input,
      completion_tokens: 0,
      total_tokens: input,
      prompt_tokens_details: { cached_tokens: 0, text_tokens: input, audio_tokens: 0, image_tokens: 0 },
      completion_tokens_details: { text_tokens: 0, audio_tokens: 0, reasoning_tokens: 0 },
      input_tokens: input,
      output_tokens: 0,
      input_tokens_details: null,
    };
    yield frame({ type, created_at, usage, url, revised_prompt, b64_json });
    yield ': PING\n\n';
  }
  yield 'data: [DONE]\n\n';
}

/** Its own errors in its own words, even a client's mistake as 500; what the server behind it said stays as it was. */
function refuse(details: RefusalDetails, requestId: string): { status: number; body: unknown } {
  const own = ownRefusal(details);
  const { status, type, code, message } = { ...details, ...own };
  const said = own ? `${message} (request id: ${requestId})` : message;
  return { status, body: errorBody({ message: said, type, param: details.param ?? '', code: code ?? '' }) };
}

function ownRefusal({ status, code, message }: RefusalDetails): Partial<RefusalDetails> | undefined {
  const type = 'new_api_error';
  if (status === 401) return { type, code: '', message: '无效的令牌' };
  if (code === 'model_not_found') {
    return { type, status: 503, message: '分组 default 下该模型无可用渠道（distributor）' };
  }
  if (code === 'invalid_type') return { type, status: 500, code: 'invalid_request', message };
  return undefined;
}
