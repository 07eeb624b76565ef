/** Time after which other work of the background gets its turn, in milliseconds. */
const TURN_MS = 40;

/** Lets timers, messages and clicks have their turn. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

/** Long work that is done in turns. */
export interface Turn {
  /** Lets other work have its turn, where this one has taken 40 ms; otherwise it goes on at once. */
  rest(): Promise<void>;
}

/** Begins long work. */
export function createTurn(): Turn {
  let began = performance.now();
  return {
    async rest() {
      if (performance.now() - began < TURN_MS) return;
      await nextTask();
      began = performance.now();
    },
  };
}
