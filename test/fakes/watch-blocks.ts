/** The longest that other work had to wait for its turn, counted in processor time, so that a busy machine counts for nothing. */
export interface BlockWatch {
  /** Ends the watch. */
  stop(): { readonly longestMs: number; readonly totalMs: number };
}

const milliseconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000;

/** Watches how long single turns of the event loop keep the processor busy. */
export function watchBlocks(): BlockWatch {
  const began = process.cpuUsage();
  let last = process.cpuUsage();
  let longest = 0;
  let isWatching = true;
  const look = (): void => {
    const now = process.cpuUsage();
    longest = Math.max(longest, milliseconds(now) - milliseconds(last));
    last = now;
    if (isWatching) setImmediate(look);
  };
  setImmediate(look);
  return {
    stop() {
      isWatching = false;
      return { longestMs: longest, totalMs: milliseconds(process.cpuUsage(began)) };
    },
  };
}
