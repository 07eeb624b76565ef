import { failureOf } from '@/utils/core/failure';
import type { JobOrder } from '@/utils/core/job';
import { ask } from '@/utils/messaging/client';

/**
 * Asks for a picture. Where no answer came, the background may have died after it wrote the job down: it is asked once
 * more about the same click, and makes no second job of it.
 */
export async function askForPicture(order: JobOrder): Promise<unknown> {
  const request = { type: 'generate', ...order, intentId: crypto.randomUUID() } as const;
  try {
    return await ask(request);
  } catch (thrown) {
    if (failureOf(thrown).kind !== 'unexpected') throw thrown;
    return ask(request);
  }
}
