import { reportFault } from '@/utils/browser/log';
import { checkSetup } from '@/utils/core/connection/connect';
import { orderAgain } from '@/utils/core/job/job';
import { fitParameters } from '@/utils/core/model/generation-parameters';
import { withChoice } from '@/utils/core/server/settings';
import { cleanPrompt } from '@/utils/core/text/prompt';
import type { Handlers } from '@/utils/messaging/protocol';
import { readSettings } from '@/utils/storage/settings-store';
import type { Parts } from './parts';

/** Intents that make a job. */
export function createOrderHandlers({
  queue,
  jobs,
  changeSettings,
  connectionPorts,
}: Pick<Parts, 'queue' | 'jobs' | 'changeSettings' | 'connectionPorts'>): Pick<
  Handlers,
  'generate' | 'drawAgain'
> {
  return {
    async generate({ type: _type, prompt, parameters, providerId, ...click }) {
      const wanted = fitParameters(parameters);
      const chosen = providerId ?? (await readSettings()).providerId;
      const order = { ...click, prompt: cleanPrompt(prompt), parameters: wanted, providerId: chosen };
      const jobId = await queue.add(order);
      // What was chosen last is what the menu entry draws with; the number of pictures is chosen anew each time.
      const { n: _, ...lasting } = wanted;
      const remember = async (): Promise<void> => {
        const { missing } = await checkSetup(connectionPorts, chosen);
        await changeSettings((now) => withChoice(now, chosen, lasting, missing !== 'key'));
      };
      // The job is durable: nothing that fails from here on may look as if it were not.
      await remember().catch(reportFault);
      return { jobId };
    },
    async drawAgain({ jobId, intentId }) {
      const job = await jobs.get(jobId);
      if (!job) throw new Error('The job is gone');
      // What was chosen last stays: nothing was chosen now.
      const providerId = job.providerId ?? (await readSettings()).providerId;
      const order = { ...orderAgain(job), providerId, ...(intentId !== undefined && { intentId }) };
      return { jobId: await queue.add(order) };
    },
  };
}
