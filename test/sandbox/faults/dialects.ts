import { badRequest } from '../api/refusal';
import { dialects, isServerKind, type ServerKind } from '../dialects/kinds';
import type { GenerationCall } from '../generation-call';
import type { FaultTable } from './fault';

function speakAs(call: GenerationCall, kind: ServerKind): Promise<Response> {
  call.speak(dialects[kind]);
  return call.answer();
}

const named = (kind: ServerKind) => ({
  summary: `answers as ${kind} does`,
  answer: (call: GenerationCall) => speakAs(call, kind),
});

/** One answer in the dialect of another kind of server. */
export const dialectFaults: FaultTable = {
  'server-kind': {
    summary: `answers as another kind of server does: ${Object.keys(dialects).join(', ')}`,
    value: { name: 'kind', fallback: 'new-api' },
    answer: (call, kind) => {
      if (isServerKind(kind)) return speakAs(call, kind);
      throw badRequest('invalid_value', null, `There is no kind of server '${kind}'.`);
    },
  },
  'new-api-old': named('new-api-old'),
  'new-api': named('new-api'),
  'one-api': named('one-api'),
  litellm: named('litellm'),
  'local-ai': named('local-ai'),
};
