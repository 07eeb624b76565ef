import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGate } from '@/utils/core/drawing/gate';

/** Tasks that begin and end one after another, as the test says. */
function createTasks() {
  const begun: number[] = [];
  const ends = new Map<number, (failure?: Error) => void>();
  return {
    begun,
    task: (name: number) => (): Promise<number> => {
      begun.push(name);
      return new Promise((resolve, reject) => {
        ends.set(name, (failure) => (failure ? reject(failure) : resolve(name)));
      });
    },
    end(name: number, failure?: Error) {
      ends.get(name)?.(failure);
      ends.delete(name);
    },
    /** How many run now. */
    running: () => ends.size,
  };
}

/** Lets everything happen that can happen now. */
function settle(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

describe('a gate', () => {
  it('lets in as much weight as its limit, and what weighs more than that alone', async () => {
    const gate = createGate(() => 10);
    const { begun, task, end } = createTasks();
    const results = [6, 5, 4, 40, 1].map((weight) => gate.run(task(weight), weight));
    await settle();
    expect(begun).toEqual([6]);
    end(6);
    await settle();
    expect(begun).toEqual([6, 5, 4]);
    end(5);
    end(4);
    await settle();
    expect(begun).toEqual([6, 5, 4, 40]);
    end(40);
    await settle();
    expect(begun).toEqual([6, 5, 4, 40, 1]);
    end(1);
    await Promise.all(results);
  });

  it('lets as many in at once as its limit, and the others in the order they came', async () => {
    const gate = createGate(() => 2);
    const { begun, task, end } = createTasks();
    const results = [1, 2, 3, 4].map((name) => gate.run(task(name)));
    await settle();
    expect(begun).toEqual([1, 2]);
    end(2);
    await settle();
    expect(begun).toEqual([1, 2, 3]);
    end(1);
    await settle();
    expect(begun).toEqual([1, 2, 3, 4]);
    end(3);
    end(4);
    expect(await Promise.all(results)).toEqual([1, 2, 3, 4]);
  });

  it('goes on after a task that failed, and passes its fault on', async () => {
    const gate = createGate(() => 1);
    const { begun, task, end } = createTasks();
    const failed = gate.run(task(1));
    void gate.run(task(2));
    await settle();
    end(1, new Error('broken'));
    await expect(failed).rejects.toThrow('broken');
    await settle();
    expect(begun).toEqual([1, 2]);
  });

  it('goes by the limit of the moment', async () => {
    let limit = 1;
    const gate = createGate(() => limit);
    const { begun, task, end } = createTasks();
    for (const name of [1, 2, 3, 4]) void gate.run(task(name));
    await settle();
    limit = 3;
    end(1);
    await settle();
    expect(begun).toEqual([1, 2, 3, 4]);
  });

  it('never lets more in than its limit, keeps their order, and forgets none', async () => {
    const count = fc.integer({ min: 1, max: 12 });
    await fc.assert(
      fc.asyncProperty(count, count, fc.infiniteStream(fc.nat()), async (limit, total, picks) => {
        const gate = createGate(() => limit);
        const { begun, task, end, running } = createTasks();
        const names = Array.from({ length: total }, (_, name) => name);
        const results = names.map((name) => gate.run(task(name)));
        const ended = new Set<number>();
        for (const pick of picks) {
          await settle();
          expect(running()).toBe(Math.min(limit, total - ended.size));
          const open = begun.filter((name) => !ended.has(name));
          const next = open[pick % open.length];
          if (next === undefined) break;
          ended.add(next);
          end(next);
        }
        expect(begun).toEqual(names);
        expect(await Promise.all(results)).toEqual(names);
      }),
      { numRuns: 30 },
    );
  });
});
