import { afterEach, describe, expect, it, vi } from 'vitest';
import { answerCalls, callWorker, type Answer, type WorkerPort } from '@/utils/browser/worker-calls';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Starts a worker on this thread, and the way to ask it; all that is told is copied, as between threads. */
function start(answer: (question: unknown) => Promise<unknown>) {
  const inside = new EventTarget();
  const told = <Data>(data: Data) => new MessageEvent<Data>('message', { data: structuredClone(data) });
  const worker: WorkerPort = {
    onmessage: null,
    onerror: null,
    postMessage: (data) => void inside.dispatchEvent(told(data)),
    terminate: vi.fn<() => void>(),
  };
  vi.stubGlobal('addEventListener', inside.addEventListener.bind(inside));
  vi.stubGlobal('postMessage', (data: Answer) => worker.onmessage?.(told(data)));
  answerCalls(answer);
  const where = { filename: '', lineno: 0, colno: 0, error: undefined };
  const fail = (text: string): void =>
    worker.onerror?.(Object.assign(new Event('error'), { ...where, message: text }));
  return { calls: callWorker(worker), fail, worker };
}

describe('questions to a worker', () => {
  it('get their own answers, in whatever order these come', async () => {
    const answers: (() => void)[] = [];
    const { calls } = start(
      (question) => new Promise((resolve) => answers.push(() => resolve(`to ${String(question)}`))),
    );
    const all = Promise.all(['a', 'b', 'c'].map((question) => calls.ask(question)));
    for (const answer of answers.toReversed()) answer();
    expect(await all).toEqual(['to a', 'to b', 'to c']);
  });

  it('fail with what the worker threw, and only the one it threw at', async () => {
    const { calls } = start(async (question) => {
      if (question === 'bad') throw new RangeError('no memory');
      return Promise.resolve('good');
    });
    await expect(calls.ask('bad')).rejects.toThrow('no memory');
    expect(await calls.ask('fine')).toBe('good');
  });

  it('fail all where the worker cannot be loaded', async () => {
    const { fail, calls } = start(() => new Promise(() => undefined));
    const both = Promise.allSettled([calls.ask(1), calls.ask(2)]);
    fail('not found');
    expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  it('are answered by a worker that retires, before it ends', async () => {
    let answer = (): void => undefined;
    const { worker, calls } = start(() => new Promise<void>((resolve) => (answer = resolve)));
    const asked = calls.ask('a');
    calls.retire();
    expect(worker.terminate).not.toHaveBeenCalled();
    answer();
    await asked;
    expect(worker.terminate).toHaveBeenCalledOnce();
  });

  it('end a worker that retires at once where nothing is open', () => {
    const { worker, calls } = start(() => Promise.resolve());
    calls.retire();
    expect(worker.terminate).toHaveBeenCalledOnce();
  });

  it('end the worker when they are over', () => {
    const { worker, calls } = start(() => Promise.resolve());
    calls.close();
    expect(worker.terminate).toHaveBeenCalledOnce();
  });
});
