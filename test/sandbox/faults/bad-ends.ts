import { streamResponse } from '../api/event-stream';
import type { GenerationCall } from '../generation-call';
import type { Fault, FaultTable } from './fault';

interface WholeAnswer {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** The answer that the request would get without any fault. */
export async function wholeAnswer(call: GenerationCall): Promise<WholeAnswer> {
  const response = await call.answer();
  const type = response.headers.get('content-type') ?? 'application/json';
  return { type, bytes: new Uint8Array(await response.arrayBuffer()) };
}

type Write = (answer: WholeAnswer, call: GenerationCall) => AsyncGenerator<string | Uint8Array>;

function changedEnd(summary: string, write: Write): Fault {
  return {
    summary,
    answer: async (call) => {
      const answer = await wholeAnswer(call);
      return streamResponse(write(answer, call), answer.type);
    },
  };
}

async function* thenDisconnect({ bytes }: WholeAnswer, call: GenerationCall): AsyncGenerator<Uint8Array> {
  yield bytes;
  await call.waitForReader();
  await call.disconnect();
}

/** Answers whose pictures came whole, and that end badly or have other text around them. */
export const badEnds: FaultTable = {
  'bad-end': changedEnd(
    'the whole answer, then the connection is cut without the last chunk',
    thenDisconnect,
  ),
  'long-length': {
    summary: 'the whole answer with a content-length that is one too large, then the connection is closed',
    answer: async (call) => {
      const { type, bytes } = await wholeAnswer(call);
      const headers = { 'content-type': type, 'content-length': String(bytes.byteLength + 1) };
      return call.sendAndDisconnect(headers, bytes);
    },
  },
  'early-end': changedEnd(
    'the answer without its last ten bytes, which ends as if it were whole',
    async function* ({ bytes }) {
      yield bytes.subarray(0, -10);
    },
  ),
  'text-around': changedEnd('the answer with other text before and after it', async function* ({ bytes }) {
    yield ")]}',\n";
    yield bytes;
    yield '\n<html>502 Bad Gateway "upstream" closed</html>]}';
  }),
  cut: changedEnd('cuts the connection in the middle of the answer', async function* ({ bytes }, call) {
    yield bytes.subarray(0, Math.floor(bytes.length / 2));
    await call.disconnect();
  }),
};
