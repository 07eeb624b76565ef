/**
 * Runs work one at a time. A call while it runs asks for one more run after it, however many calls there are; the
 * promise of each call settles with a run that began after the call.
 */
export function createSingleFlight(work: () => Promise<void>): () => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  let next: Promise<void> | undefined;
  return () => {
    if (next) return next;
    const run = last.then(() => {
      next = undefined;
      return work();
    });
    next = run;
    last = run.catch(() => undefined);
    return run;
  };
}
