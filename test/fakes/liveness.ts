import type { Liveness } from '@/utils/core/ports';

/** Marks of living jobs without locks. */
export interface FakeLiveness extends Liveness {
  /** Jobs somebody holds now. */
  readonly held: ReadonlySet<string>;
}

/** @param heldElsewhere jobs that another background, or a dying one, still holds */
export function createFakeLiveness({
  heldElsewhere = [],
}: { heldElsewhere?: readonly string[] } = {}): FakeLiveness {
  const held = new Set(heldElsewhere);
  return {
    held,
    async hold(jobId, _limitMs, task) {
      if (held.has(jobId)) return false;
      held.add(jobId);
      try {
        await task();
        return true;
      } finally {
        held.delete(jobId);
      }
    },
    isHeld: (jobId) => Promise.resolve(held.has(jobId)),
  };
}
