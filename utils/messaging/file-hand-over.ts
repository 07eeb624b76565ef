import * as v from 'valibot';

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

/**
 * Receives files over a channel of its own.
 * @param ask asks the other side to send them there
 */
export async function receiveFiles(
  ask: (channel: string) => Promise<unknown>,
): Promise<readonly HandedFile[]> {
  const name = `depict-files-${crypto.randomUUID()}`;
  const receiver = new BroadcastChannel(name);
  try {
    const files = new Promise<readonly HandedFile[]>((resolve) => {
      receiver.addEventListener('message', ({ data }: MessageEvent<unknown>) =>
        resolve(v.parse(filesSchema, data)),
      );
    });
    await ask(name);
    return await files;
  } finally {
    receiver.close();
  }
}
