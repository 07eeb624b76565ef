import { act } from '@testing-library/react';
import { replaceGlobal } from '../../fakes/replace-global';

/** Who looks at what, and a way to bring it into view. */
export interface FakeIntersections {
  /** How many observers look at something now. */
  countObservers(): number;
  /** Tells all observers that what they look at is seen, or no longer. */
  tell(seen: boolean): void;
}

/** Puts an `IntersectionObserver` in place whose eyes the test opens. */
export function installFakeIntersectionObserver(): FakeIntersections {
  const observers = new Map<object, (entries: readonly object[]) => void>();
  class FakeIntersectionObserver {
    readonly #callback: (entries: readonly object[]) => void;

    constructor(callback: (entries: readonly object[]) => void) {
      this.#callback = callback;
    }

    observe(): void {
      observers.set(this, this.#callback);
    }

    disconnect(): void {
      observers.delete(this);
    }
  }
  replaceGlobal('IntersectionObserver', FakeIntersectionObserver);
  return {
    countObservers: () => observers.size,
    tell: (isIntersecting) =>
      act(() => {
        for (const callback of observers.values()) callback([{ isIntersecting }]);
      }),
  };
}
