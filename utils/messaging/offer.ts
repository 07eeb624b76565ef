import { receiveOnce } from './receive-once';

/** How long the one who offered may take to answer, in milliseconds; it may have been closed meanwhile. */
const PATIENCE_MS = 10_000;

/**
 * Hands something with bytes to the background, which messages could not carry: it is sent over a channel of its own once
 * the other side listens there.
 * @param ask asks the other side to listen there; its answer is the answer
 */
export async function offer<Answer>(
  value: unknown,
  ask: (channel: string) => Promise<Answer>,
): Promise<Answer> {
  const name = `depict-offer-${crypto.randomUUID()}`;
  const channel = new BroadcastChannel(name);
  channel.addEventListener('message', () => channel.postMessage(value), { once: true });
  try {
    return await ask(name);
  } finally {
    channel.close();
  }
}

/**
 * What is offered on a channel, to be parsed.
 * @throws Error when nothing comes
 */
export async function takeOffer(channel: string, patienceMs: number = PATIENCE_MS): Promise<unknown> {
  const receiver = receiveOnce(channel, (data) => data);
  try {
    receiver.limit(patienceMs);
    receiver.send('ready');
    return await receiver.received;
  } finally {
    receiver.close();
  }
}
