/** Wakes those who wait for something to become true; tests wait for states by it instead of sleeping. */
export interface Bell {
  /** Something changed: everybody looks again. */
  ring(): void;
  /** What `find` finds, now or after a later ring. */
  until<Found>(find: () => Promise<Found | undefined> | Found | undefined): Promise<Found>;
}

/** Makes a bell that nobody waits for yet. */
export function createBell(): Bell {
  let rings = 0;
  let waiting: (() => void)[] = [];
  return {
    ring() {
      rings += 1;
      const woken = waiting;
      waiting = [];
      for (const wake of woken) wake();
    },
    async until(find) {
      for (;;) {
        const seen = rings;
        const found = await find();
        if (found !== undefined) return found;
        // It may have rung while `find` was looking.
        if (seen === rings) await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
  };
}
