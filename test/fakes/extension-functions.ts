import { onTestFinished } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/** Calls of one function of the browser, in order, each with its arguments. */
export type Calls = readonly (readonly unknown[])[];

/** Puts something in place of a part of the fake browser until the test ends. */
function replacePart(area: string, name: string, value: unknown): void {
  const parts: unknown = Reflect.get(fakeBrowser, area);
  if (typeof parts !== 'object' || parts === null) throw new TypeError(`No ${area} in the browser`);
  const before: unknown = Reflect.get(parts, name);
  Reflect.set(parts, name, value);
  onTestFinished(() => void Reflect.set(parts, name, before));
}

/**
 * Lets a function of the fake browser answer in this test, and keeps its calls. Names are texts, because the
 * browser's types have a form for callbacks beside the one for promises, and the polyfill's differ from both.
 * @param area `permissions`, `tabs`, …
 */
export function fakeFunction(
  area: string,
  name: string,
  answer: (...args: readonly unknown[]) => unknown = () => Promise.resolve(),
): Calls {
  const calls: (readonly unknown[])[] = [];
  replacePart(area, name, (...args: readonly unknown[]) => {
    calls.push(args);
    return answer(...args);
  });
  return calls;
}

/** An event of the browser that the test can set off. */
export function fakeEvent(area: string, name: string): { trigger(...args: readonly unknown[]): void } {
  const listeners = new Set<(...args: readonly unknown[]) => void>();
  replacePart(area, name, {
    addListener: (listener: () => void) => void listeners.add(listener),
    removeListener: (listener: () => void) => void listeners.delete(listener),
  });
  return {
    trigger(...args) {
      for (const listener of listeners) listener(...args);
    },
  };
}
