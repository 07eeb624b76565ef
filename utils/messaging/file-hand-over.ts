import * as v from 'valibot';
import { receiveOnce } from './receive-once';

/** Bytes with the name they are to be saved under. */
export interface HandedFile {
  readonly name: string;
  readonly bytes: Blob;
}

const filesSchema = v.array(v.object({ name: v.string(), bytes: v.blob() }));

/** Hands files to the page that listens on the channel: messages between contexts would make nothing of a Blob. */
export function handOverFiles(channel: string, files: readonly HandedFile[]): void {
  const sender = new BroadcastChannel(channel);
  sender.postMessage(files);
  sender.close();
}

/** How long files may take to arrive once the other side said that it sent them, in milliseconds. */
const PATIENCE_MS = 10_000;

/**
 * Receives files over a channel of its own.
 * @param ask asks the other side to send them there
 * @throws what `ask` throws; ValiError where something else than files comes; Error when nothing comes
 */
export async function receiveFiles(
  ask: (channel: string) => Promise<unknown>,
  patienceMs: number = PATIENCE_MS,
): Promise<readonly HandedFile[]> {
  const name = `depict-files-${crypto.randomUUID()}`;
  const receiver = receiveOnce(name, (data) => v.parse(filesSchema, data));
  try {
    await ask(name);
    receiver.limit(patienceMs);
    return await receiver.received;
  } finally {
    receiver.close();
  }
}
