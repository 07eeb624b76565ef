import type { Page } from 'playwright-core';

const FINAL_STATES = ['done', 'failed', 'cancelled', 'interrupted', 'needs-permission'] as const;

/**
 * Waits until the newest job in a page's list "Jobs" is done.
 *
 * @param page the side panel or the popup
 * @throws when the job ends in another way, with the words that the page shows for it
 */
export async function waitForNewestJob(page: Page, timeoutMs = 30_000): Promise<void> {
  const job = page.getByRole('list', { name: 'Jobs' }).locator('[data-job-id]').first();
  await job.waitFor({ timeout: timeoutMs });
  const isFinal = FINAL_STATES.map((state) => `[data-state="${state}"]`).join(', ');
  await job.and(page.locator(isFinal)).waitFor({ timeout: timeoutMs });
  const state = await job.getAttribute('data-state');
  if (state !== 'done') throw new Error(`the job ended as ${state}: ${(await job.innerText()).trim()}`);
}
