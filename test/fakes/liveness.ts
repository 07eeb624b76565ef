import type { Liveness } from '@/utils/core/ports';

/** Marks of living jobs without locks. */
export interface FakeLiveness extends Liveness {
  /** Jobs somebody holds now. */
  readonly held: ReadonlySet<string>;
  /** Milliseconds that the background is kept alive for each job at least, counted from its last extension. */
  readonly limits: ReadonlyMap<string, number>;
  /** Releases everything, as a browser does when a background ends. */
  end(): void;
}

/** @param heldElsewhere jobs that another background, or a dying one, still holds */
export function createFakeLiveness({
  heldElsewhere = [],
}: { heldElsewhere?: readonly string[] } = {}): FakeLiveness {
  const held = new Set(heldElsewhere);
  const limits = new Map<string, number>();
  return {
    held,
    limits,
    end: () => held.clear(),
    async hold(jobId, limitMs, task) {
      if (held.has(jobId)) return false;
      held.add(jobId);
      limits.set(jobId, limitMs);
      const extend = (longer: number): void =>
        void limits.set(jobId, Math.max(longer, limits.get(jobId) ?? 0));
      try {
        await task(extend);
        return true;
      } finally {
        held.delete(jobId);
      }
    },
    isHeld: (jobId) => Promise.resolve(held.has(jobId)),
  };
}
