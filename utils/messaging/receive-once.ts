/** Waits for one message on a BroadcastChannel. */
export interface Receiver<Value> {
  /** Settles with the first message; rejects where it cannot be parsed, or none comes in time. */
  readonly received: Promise<Value>;
  /** Starts the time limit, in milliseconds. */
  limit(milliseconds: number): void;
  /** Sends a message to the other side. */
  send(message: unknown): void;
  close(): void;
}

/**
 * Listens on a channel from now on. What comes from there is `unknown` until it is parsed.
 * @param parse throws for anything but what is expected
 */
export function receiveOnce<Value>(name: string, parse: (data: unknown) => Value): Receiver<Value> {
  const channel = new BroadcastChannel(name);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let fail: (error: Error) => void = () => undefined;
  const received = new Promise<Value>((resolve, reject) => {
    fail = reject;
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      try {
        resolve(parse(data));
      } catch (thrown) {
        reject(thrown);
      }
    });
    channel.addEventListener('messageerror', () => reject(new Error('The message could not be read')));
  });
  // It is awaited later, or not at all where asking the other side failed.
  received.catch(() => undefined);
  return {
    received,
    limit(milliseconds) {
      timer = setTimeout(() => fail(new Error('Nothing was handed over')), milliseconds);
    },
    send: (message) => channel.postMessage(message),
    close() {
      clearTimeout(timer);
      channel.close();
    },
  };
}
