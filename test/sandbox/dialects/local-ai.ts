import { generationReply } from '../api/generation-reply';
import { parseGeneration } from '../api/parse-generation';
import { keepFields } from './body-fields';
import type { Dialect } from './dialect';

const decoded: ReadonlySet<string> = new Set(['model', 'prompt', 'n', 'size', 'response_format']);
const models: readonly string[] = ['stablediffusion', 'flux.1-dev', 'llama-3.2-1b-instruct'];

/** LocalAI: any model, few parameters, addresses unless base64 is asked for, no stream. */
export const localAi: Dialect = {
  headers: () => ({}),
  read: (body) => parseGeneration(keepFields(body, decoded), () => 'other'),
  answer: async (request, tools) => Response.json(await generationReply(request, tools)),
  refuse: ({ status, message }) => ({ status, body: { error: { code: status, message, type: '' } } }),
  models: () => ({ object: 'list', data: models.map((id) => ({ id, object: 'model' })) }),
  redirectsSlash: false,
  pictureFolder: 'generated-images',
};
