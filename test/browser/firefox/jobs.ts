import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { poll } from '../poll';

/** How one job stands in the list "Jobs". */
export interface ShownJob {
  readonly state: string;
  /** All words of its item. */
  readonly words: string;
}

const jobsSchema = v.array(v.object({ state: v.string(), words: v.string() }));

/** Reads the list, as text for pages that stand in no tab. Newest first. */
export const READ_JOBS = `(page) =>
  [...page.querySelectorAll('[data-job-id]')].map((item) => ({
    state: item.getAttribute('data-state') ?? '',
    words: item.textContent,
  }))`;

/** Any page that shows the list: a tab, the sidebar or the popup. */
export type JobsReader = () => Promise<unknown>;

/** The list of a page in a tab. */
export function jobsIn(page: Page): JobsReader {
  return () => page.evaluate(`(${READ_JOBS})(document)`);
}

const FINAL_STATES = new Set(['done', 'failed', 'cancelled', 'interrupted', 'needs-permission']);

/**
 * Waits until the newest job is in a state.
 *
 * @throws when it ends in another one, with the words that the page shows for it
 */
export function waitForNewestJob(read: JobsReader, state: string, timeoutMs = 20_000): Promise<ShownJob> {
  const look = async (): Promise<ShownJob | undefined> => {
    const [newest] = v.parse(v.optional(jobsSchema, []), await read());
    if (newest?.state === state) return newest;
    if (newest && FINAL_STATES.has(newest.state)) {
      throw new Error(`the job ended as ${newest.state}: ${newest.words}`);
    }
    return undefined;
  };
  return poll(`the newest job to be ${state}`, look, { timeoutMs });
}
