/** What has to be undone at the end, whatever the end is. */
export interface Cleanup {
  /**
   * Remembers to end something that is being started. When the end comes while it still starts, it is waited for;
   * otherwise it would stay behind.
   */
  keep<T>(starting: Promise<T>, end: (started: T) => Promise<void>): Promise<T>;
  /** Undoes everything once, the newest first. Something that fails does not keep the rest from being undone. */
  run(): Promise<void>;
  isRunning(): boolean;
}

export function createCleanup(): Cleanup {
  const undos: (() => Promise<void>)[] = [];
  let running: Promise<void> | undefined;
  const runAll = async () => {
    for (let undo = undos.pop(); undo; undo = undos.pop()) {
      await undo().catch((error: unknown) => console.error('cleaning up:', error));
    }
  };
  return {
    keep(starting, end) {
      undos.push(() => starting.then(end, () => undefined));
      return starting;
    },
    run: () => (running ??= runAll()),
    isRunning: () => running !== undefined,
  };
}

/** Makes Ctrl-C, and being asked to end, clean up first. Exits with the shell's codes for the two signals. */
export function cleanUpOnSignals(cleanup: Cleanup): void {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    // Not once: the default would end the process in the middle of cleaning up.
    process.on(signal, () => void cleanup.run().finally(() => process.exit(code)));
  }
}
