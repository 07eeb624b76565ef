import { generationReply } from '../api/generation-reply';
import { relayedFamily, relayedModels } from '../api/models';
import { parseGeneration } from '../api/parse-generation';
import { errorBody } from '../api/refusal';
import type { Dialect } from './dialect';

const exceptions: ReadonlyMap<number, string> = new Map([
  [400, 'BadRequestError'],
  [401, 'AuthenticationError'],
  [404, 'NotFoundError'],
]);

/** LiteLLM's proxy: it answers JSON even when a stream is asked for, and its codes are the status as text. */
export const liteLlm: Dialect = {
  headers: (requestId) => ({ 'x-litellm-call-id': requestId, 'x-litellm-response-cost': '0.042' }),
  read: (body) => parseGeneration(body, relayedFamily),
  answer: async (request, tools) => Response.json(await generationReply(request, tools)),
  refuse: ({ status, type, param, message }) => {
    const exception = exceptions.get(status) ?? 'APIError';
    const said = `litellm.${exception}: OpenAIException - ${message}`;
    return { status, body: errorBody({ message: said, type, param, code: String(status) }) };
  },
  models: () => ({
    data: relayedModels().map(({ id }) => ({
      id,
      object: 'model',
      created: 1_677_610_602,
      owned_by: 'openai',
    })),
    object: 'list',
  }),
  redirectsSlash: false,
  pictureFolder: 'pictures',
};
