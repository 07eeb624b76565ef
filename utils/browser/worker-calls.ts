/** What goes to a worker: the number of a question, and the question. */
type Question = readonly [id: number, question: unknown];

/** What comes back: the number of the question, the answer, and in place of it what went wrong. */
export type Answer = readonly [id: number, answer: unknown, fault?: string];

/** What is used of a `Worker`. */
export interface WorkerPort {
  onmessage: ((event: MessageEvent<Answer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(message: unknown): void;
  terminate(): void;
}

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Questions to a worker, as many at a time as one likes. */
export interface WorkerCalls {
  /** @throws Error where the worker cannot be loaded, or threw instead of answering */
  ask(question: unknown): Promise<unknown>;
  /** Ends the worker once it has answered all that it was asked; nothing more may be asked. */
  retire(): void;
  /** Ends the worker now; what it has not answered stays open. */
  close(): void;
}

/** This side of `answerCalls`. */
export function callWorker(worker: WorkerPort): WorkerCalls {
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let isRetired = false;
  const endIfDone = (): void => {
    if (isRetired && waiting.size === 0) worker.terminate();
  };
  // oxlint-disable-next-line unicorn/prefer-add-event-listener -- nobody else listens, and a test can stand in for two fields
  worker.onmessage = ({ data: [id, answer, fault] }) => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (fault === undefined) one?.resolve(answer);
    else one?.reject(new Error(fault));
    endIfDone();
  };
  // oxlint-disable-next-line unicorn/prefer-add-event-listener -- as above
  worker.onerror = ({ message }) => {
    for (const { reject } of waiting.values()) reject(new Error(message));
    waiting.clear();
  };
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        asked += 1;
        waiting.set(asked, { resolve, reject });
        worker.postMessage([asked, question] satisfies Question);
      }),
    retire() {
      isRetired = true;
      endIfDone();
    },
    close: () => worker.terminate(),
  };
}

/** The worker's side: answers each question. */
export function answerCalls(answer: (question: unknown) => Promise<unknown>): void {
  const reply = (id: number, question: unknown): Promise<Answer> =>
    answer(question).then(
      (found): Answer => [id, found],
      (thrown: unknown): Answer => [id, undefined, String(thrown)],
    );
  addEventListener('message', ({ data: [id, question] }: MessageEvent<Question>) => {
    void reply(id, question).then((message) => postMessage(message));
  });
}
