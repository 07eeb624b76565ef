import { callWorker } from '@/utils/browser/worker-calls';
import type { Proof, Prove } from '@/utils/core/archive/archive-ports';

const isProof = (answer: unknown): answer is Proof =>
  typeof answer === 'object' && answer !== null && 'crc' in answer && 'sha256' in answer;

/** Starts a thread that proves pictures; to be closed when no more are to be proven. */
export function startProver(): { readonly prove: Prove; readonly close: () => void } {
  const worker = new Worker(new URL('./proof-worker.ts', import.meta.url), { type: 'module' });
  const { ask, close } = callWorker(worker);
  return {
    async prove(blob) {
      const answer = await ask(blob);
      return isProof(answer) ? answer : undefined;
    },
    close,
  };
}
