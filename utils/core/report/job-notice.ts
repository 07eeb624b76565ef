import type { Job } from '../job/job';

/** What the system tells of a job that stopped; `undefined` where there is nothing to tell. */
export type JobNotice = 'done' | 'failed' | 'interrupted' | 'permission' | undefined;

/** A cancelled job was stopped by the person, and an open one goes on by itself. */
export function noticeOf({ state }: Job): JobNotice {
  switch (state) {
    case 'done':
    case 'failed':
    case 'interrupted':
      return state;
    case 'needs-permission':
      return 'permission';
    case 'queued':
    case 'running':
    case 'cancelled':
      return undefined;
  }
}
