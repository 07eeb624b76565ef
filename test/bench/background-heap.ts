import type { CDPSession } from 'playwright-core';
import * as v from 'valibot';
import type { LaunchedExtension } from '../browser/launched-extension';
import { parseJson } from '../sandbox/parse-json';

/** The memory of a background, asked of the browser from outside. */
export interface BackgroundHeap {
  /** Bytes of objects, text and buffers now. */
  used(): Promise<number>;
  collectGarbage(): Promise<void>;
}

const answerSchema = v.object({ id: v.number(), result: v.unknown() });

const usageSchema = v.looseObject({ usedSize: v.number(), backingStorageSize: v.optional(v.number(), 0) });

/** Speaks to one target through a session with the browser; Playwright has none for workers. */
async function attach(devtools: CDPSession, targetId: string) {
  const { sessionId } = await devtools.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<number, (result: unknown) => void>();
  devtools.on('Target.receivedMessageFromTarget', ({ message }) => {
    const answer = v.safeParse(answerSchema, parseJson(message));
    if (answer.success) waiting.get(answer.output.id)?.(answer.output.result);
  });
  let last = 0;
  return (method: string): Promise<unknown> =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, resolve);
      const message = JSON.stringify({ id: last, method });
      devtools.send('Target.sendMessageToTarget', { message, sessionId }).catch(reject);
    });
}

/** Finds the background that runs now. */
export async function openBackgroundHeap({ context, url }: LaunchedExtension): Promise<BackgroundHeap> {
  const devtools = await context.browser()?.newBrowserCDPSession();
  if (!devtools) throw new Error('The browser is gone');
  const { targetInfos } = await devtools.send('Target.getTargets');
  const target = targetInfos.find((info) => info.type === 'service_worker' && info.url.startsWith(url('')));
  if (!target) throw new Error('There is no background');
  const send = await attach(devtools, target.targetId);
  return {
    async used() {
      const { usedSize, backingStorageSize } = v.parse(usageSchema, await send('Runtime.getHeapUsage'));
      return usedSize + backingStorageSize;
    },
    collectGarbage: async () => void (await send('HeapProfiler.collectGarbage')),
  };
}
