import { streamResponse } from '../api/event-stream';
import { generationEvents, type ImageEvent } from '../api/generation-events';
import type { ImageItem } from '../api/image-item';
import type { GenerationRequest } from '../api/parse-generation';
import type { GenerationCall } from '../generation-call';
import type { Fault } from './fault';

/** How a stream differs from OpenAI's. */
export interface StreamChange {
  readonly value?: NonNullable<Fault['value']>;
  /** What is drawn other than was asked for. */
  readonly request?: (asked: GenerationRequest) => Partial<GenerationRequest>;
  /** A finished picture as it is sent. */
  readonly item?: (item: ImageItem) => ImageItem;
  /** The body of the answer. */
  readonly write: (
    events: AsyncIterable<ImageEvent>,
    call: GenerationCall,
    value: string,
  ) => AsyncIterable<string | Uint8Array>;
}

/** A fault of streams; who did not ask for one is answered as always. */
export function changedStream(summary: string, change: StreamChange): Fault {
  const { value, request, item, write } = change;
  return {
    summary,
    ...(value && { value }),
    answer: async (call, given) => {
      const asked = await call.parse();
      if (!asked.stream) return undefined;
      const tools = { ...call.tools, ...(item && { adapt: item }) };
      const events = generationEvents({ ...asked, ...request?.(asked) }, tools);
      return streamResponse(write(events, call, given));
    },
  };
}

/** Asks for one preview at least, for faults that happen after one. */
export function withPreview({ partialImages }: GenerationRequest): Partial<GenerationRequest> {
  return { partialImages: Math.max(1, partialImages) };
}
