import type { Provider } from '../server/provider';

/** Lets a limited number of tasks run at once; the others wait in the order they came. */
export interface Gate {
  /** @param weight how much of the limit the task takes; one above the limit runs alone */
  run<Result>(task: () => Promise<Result>, weight?: number): Promise<Result>;
}

/** @param limit asked anew each time, as it may be changed while tasks wait */
export function createGate(limit: () => number): Gate {
  const waiting: { readonly weight: number; readonly enter: () => void }[] = [];
  let taken = 0;
  const letIn = (): void => {
    for (let next = waiting[0]; next; next = waiting[0]) {
      if (taken > 0 && taken + next.weight > limit()) return;
      taken += next.weight;
      waiting.shift();
      next.enter();
    }
  };
  return {
    async run(task, weight = 1) {
      await new Promise<void>((enter) => {
        waiting.push({ weight, enter });
        letIn();
      });
      try {
        return await task();
      } finally {
        taken -= weight;
        letIn();
      }
    },
  };
}

/** Makes the gates of servers, one for each, which follow the number of requests a server takes at once. */
export function createProviderGates(): (provider: Pick<Provider, 'id' | 'concurrency'>) => Gate {
  const gates = new Map<string, Gate>();
  const limits = new Map<string, number>();
  return ({ id, concurrency }) => {
    limits.set(id, concurrency);
    const gate = gates.get(id) ?? createGate(() => limits.get(id) ?? 1);
    gates.set(id, gate);
    return gate;
  };
}
