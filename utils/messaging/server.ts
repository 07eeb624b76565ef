import * as v from 'valibot';
import { onMessage, type MessageSender } from '../browser/messages';
import { failureOf } from '../core/failure/failure';
import { requestSchema, type Envelope, type Handlers, type Request, type Responses } from './protocol';

/** Whether a message comes from one of our own pages, and not from a frame inside one. */
function isOwnPage(sender: MessageSender, ownOrigin: string): boolean {
  return (
    sender.fromThisExtension && (sender.frameId ?? 0) === 0 && sender.url?.startsWith(ownOrigin) === true
  );
}

type AnyResponse = Responses[Request['type']];

async function answer(handlers: Handlers, request: Request): Promise<Envelope<AnyResponse>> {
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each handler takes the request of its own name, which TypeScript cannot see through the union
    const handle = handlers[request.type] as (request: Request) => Promise<AnyResponse>;
    return { ok: true, value: await handle(request) };
  } catch (thrown) {
    return { ok: false, failure: failureOf(thrown) };
  }
}

/** The answer to a message, or `undefined` when it is not for us: another listener may want it. */
export function respond(
  handlers: Handlers,
  message: unknown,
  sender: MessageSender,
  ownOrigin: string,
): Promise<Envelope<AnyResponse>> | undefined {
  if (!isOwnPage(sender, ownOrigin)) return undefined;
  const parsed = v.safeParse(requestSchema, message);
  return parsed.success ? answer(handlers, parsed.output) : undefined;
}

/** Answers the pages' requests. To be called once, in the first turn of the background. */
export function serve(handlers: Handlers, ownOrigin: string): void {
  onMessage((message, sender) => respond(handlers, message, sender, ownOrigin));
}
