import { extensionApi, type RuntimeSender } from './extension-api';

/** What is known of the sender of a message. */
export interface MessageSender {
  readonly fromThisExtension: boolean;
  readonly url: string | undefined;
  readonly frameId: number | undefined;
}

/** Sends a message to the background; settles with its answer, or `undefined` when nobody answered. */
export function sendMessage(message: unknown): Promise<unknown> {
  return extensionApi.runtime.sendMessage(message);
}

/**
 * Listens for messages. The listener is no async function on purpose: a promise claims the message for itself, so one
 * that is not for it must be left alone at once.
 */
export function onMessage(
  listener: (message: unknown, sender: MessageSender) => Promise<unknown> | undefined,
): void {
  extensionApi.runtime.onMessage.addListener((message: unknown, sender: RuntimeSender) =>
    listener(message, {
      fromThisExtension: sender.id === extensionApi.runtime.id,
      url: sender.url,
      frameId: sender.frameId,
    }),
  );
}
