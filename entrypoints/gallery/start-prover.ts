import { callWorker, type WorkerCalls } from '@/utils/browser/worker-calls';
import type { Proof, Prove } from '@/utils/core/archive/archive-ports';

/** Pictures that one worker reads: each costs the browser some ten kilobytes until the worker ends. */
const PICTURES = 250;

const isProof = (answer: unknown): answer is Proof =>
  typeof answer === 'object' && answer !== null && 'crc' in answer && 'sha256' in answer;

const start = (): WorkerCalls =>
  callWorker(new Worker(new URL('./proof-worker.ts', import.meta.url), { type: 'module' }));

/** Proves pictures on another thread; to be closed when no more are to be proven. */
export function startProver(): { readonly prove: Prove; readonly close: () => void } {
  let worker = start();
  let asked = 0;
  return {
    async prove(blob) {
      if (asked === PICTURES) {
        worker.retire();
        worker = start();
        asked = 0;
      }
      asked += 1;
      const answer = await worker.ask(blob);
      return isProof(answer) ? answer : undefined;
    },
    close: () => worker.close(),
  };
}
