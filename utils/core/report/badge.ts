import type { JobCounts } from '../ports';

/** What stands on the toolbar button: how many jobs are open, and a mark where one ended badly and was not looked at. */
export function badgeText({ open, unseen }: JobCounts): string {
  return `${open > 0 ? open : ''}${unseen > 0 ? '!' : ''}`;
}

/** What keeping the badge true needs. */
export interface BadgePorts {
  readonly count: () => Promise<JobCounts>;
  /** @param counts `undefined` when they cannot be read */
  readonly show: (counts: JobCounts | undefined) => Promise<void>;
  readonly report: (fault: unknown) => void;
}

/**
 * Makes a function to be called with every change of jobs. Changes that come while the badge is being drawn lead to one
 * more drawing, so that it is true in the end and is not drawn for each of many.
 */
export function createBadgeKeeper({ count, show, report }: BadgePorts): () => void {
  let drawing = false;
  let stale = false;

  async function read(): Promise<JobCounts | undefined> {
    try {
      return await count();
    } catch (thrown) {
      report(thrown);
      return undefined;
    }
  }

  async function draw(): Promise<void> {
    drawing = true;
    try {
      while (stale) {
        stale = false;
        await show(await read());
      }
    } finally {
      drawing = false;
    }
  }

  return () => {
    stale = true;
    if (!drawing) draw().catch(report);
  };
}
