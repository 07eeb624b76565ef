import type { ImageItem } from '../api/image-item';
import type { GenerationRequest } from '../api/parse-generation';
import type { PictureOrder } from '../drawing/picture';
import type { GenerationCall } from '../generation-call';
import type { Fault } from './fault';

/** What is different about the pictures of an answer, in JSON and in streams alike. */
export interface PictureChange {
  /** What is drawn other than was asked for. */
  readonly request?: Partial<GenerationRequest>;
  /** The address of a picture that lies on the shelf under a name. */
  readonly address?: (name: string, call: GenerationCall) => string;
  /** A picture as it is sent. */
  readonly item?: (item: ImageItem, order: PictureOrder, call: GenerationCall) => ImageItem;
  /** What the answer says of its pictures in place of the truth. */
  readonly claims?: Readonly<Record<string, string>>;
}

/** A fault whose answer is the usual one but for its pictures. */
export function changedPictures(summary: string, change: PictureChange): Fault {
  const { request, address, item, claims } = change;
  return {
    summary,
    answer: async (call) =>
      call.dialect.answer(
        { ...(await call.parse()), ...request },
        {
          ...call.tools,
          ...(address && { publish: (order) => address(call.keep(order), call) }),
          ...(item && { adapt: (drawn, order) => item(drawn, order, call) }),
          ...(claims && { claims }),
        },
      ),
  };
}
