import { frames, streamResponse } from '../api/event-stream';
import { generationEvents } from '../api/generation-events';
import { generationReply } from '../api/generation-reply';
import { modelList } from '../api/models';
import { parseGeneration } from '../api/parse-generation';
import { errorBody } from '../api/refusal';
import type { Dialect } from './dialect';

/** OpenAI itself. */
export const openAi: Dialect = {
  headers: (requestId) => ({ 'x-request-id': requestId }),
  read: (body) => parseGeneration(body),
  answer: async (request, tools) =>
    request.stream
      ? streamResponse(frames(generationEvents(request, tools)))
      : Response.json(await generationReply(request, tools)),
  refuse: (details) => ({ status: details.status, body: errorBody(details) }),
  models: modelList,
  redirectsSlash: false,
  pictureFolder: 'pictures',
};
