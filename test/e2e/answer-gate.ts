import type { SandboxOptions } from '../sandbox/server';

/** A server that answers when the test lets it. */
export interface AnswerGate {
  readonly intercept: NonNullable<SandboxOptions['intercept']>;
  /** Lets all answers go that are held, and holds no more. */
  release(): void;
  /** Holds the answers to later requests again. */
  hold(): void;
}

/** Holds answers to requests for pictures from the beginning. */
export function createAnswerGate(): AnswerGate {
  const waiting: (() => void)[] = [];
  let held = true;
  return {
    async intercept({ path }) {
      if (held && path.includes('/images/generations')) {
        await new Promise<void>((resolve) => void waiting.push(resolve));
      }
      return undefined;
    },
    release() {
      held = false;
      for (const go of waiting.splice(0)) go();
    },
    hold() {
      held = true;
    },
  };
}
