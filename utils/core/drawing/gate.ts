/** Lets a limited number of tasks run at once; the others wait in the order they came. */
export interface Gate {
  run<Result>(task: () => Promise<Result>): Promise<Result>;
}

/** @param limit asked anew each time, as it may be changed while tasks wait */
export function createGate(limit: () => number): Gate {
  const waiting: (() => void)[] = [];
  let running = 0;
  const letIn = (): void => {
    while (running < limit() && waiting.length > 0) {
      running += 1;
      waiting.shift()?.();
    }
  };
  return {
    async run(task) {
      await new Promise<void>((enter) => {
        waiting.push(enter);
        letIn();
      });
      try {
        return await task();
      } finally {
        running -= 1;
        letIn();
      }
    },
  };
}
