import { failureOf } from '@/utils/core/failure/failure';
import type { JobOrder } from '@/utils/core/job/job';
import { ask } from '@/utils/messaging/client';
import type { RequestOf } from '@/utils/messaging/protocol';

/**
 * Asks for a picture. Where no answer came, the background may have died after it wrote the job down: it is asked once
 * more about the same click, and makes no second job of it.
 */
async function askTwice(wish: RequestOf<'generate' | 'drawAgain'>): Promise<{ readonly jobId: string }> {
  const request = { ...wish, intentId: crypto.randomUUID() };
  try {
    return await ask(request);
  } catch (thrown) {
    if (failureOf(thrown).kind !== 'unexpected') throw thrown;
    return ask(request);
  }
}

/** Asks for what stands in the prompt box. */
export function askForPicture(order: JobOrder): Promise<unknown> {
  return askTwice({ type: 'generate', ...order });
}

/**
 * Asks for the same as a job did.
 * @returns the id of the new job
 */
export async function askAgain(jobId: string): Promise<string> {
  return (await askTwice({ type: 'drawAgain', jobId })).jobId;
}
