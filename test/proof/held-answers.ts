import { setTimeout as delay } from 'node:timers/promises';
import { createDeferred } from '../components/support/deferred';
import { streamResponse } from '../sandbox/api/event-stream';
import { isGeneration } from '../sandbox/request-log';
import type { LoggedRequest, SandboxOptions } from '../sandbox/server';
import { drawNoise } from './noise-pictures';

/** Where an answer stops until it is told to go on: before all of it, after its head, after half of its body. */
export type HoldPoint = 'request' | 'head' | 'half';

/** An answer that stops. */
export interface Held {
  /** Settles when the server stands there. */
  readonly reached: Promise<void>;
  goOn(): void;
}

/** Answers of noise that can be stopped in the middle; to be given to a sandbox. */
export interface HeldAnswers {
  readonly intercept: NonNullable<SandboxOptions['intercept']>;
  /** Lets answers stop from now on. */
  holdAt(point: HoldPoint): Held;
  /** The digests of the pictures that a prompt was answered with. */
  digestsOf(prompt: string): readonly string[];
}

interface Hold {
  readonly point: HoldPoint;
  readonly reach: () => void;
  readonly gone: Promise<void>;
}

/** The prompt that a request asks for. */
export function promptOf({ body }: LoggedRequest): string {
  return typeof body === 'object' && body !== null && 'prompt' in body ? String(body.prompt) : '';
}

function countOf({ body }: LoggedRequest): number {
  return typeof body === 'object' && body !== null && 'n' in body ? Number(body.n) : 1;
}

/** @param pieceMs how long each of the three pieces takes: head, half, all */
export function createHeldAnswers({ pieceMs = 0 }: { readonly pieceMs?: number } = {}): HeldAnswers {
  const digests = new Map<string, readonly string[]>();
  let current: Hold | undefined;

  async function stopAt(point: HoldPoint, hold: Hold | undefined): Promise<void> {
    if (hold?.point !== point) return;
    hold.reach();
    await hold.gone;
  }

  async function* write(body: string, hold: Hold | undefined): AsyncGenerator<string> {
    // The head leaves with the first byte; JSON may begin with a space.
    await delay(pieceMs);
    yield ' ';
    await stopAt('head', hold);
    await delay(pieceMs);
    const half = Math.floor(body.length / 2);
    yield body.slice(0, half);
    await stopAt('half', hold);
    await delay(pieceMs);
    yield body.slice(half);
  }

  return {
    async intercept(request) {
      if (!isGeneration(request)) return undefined;
      const hold = current;
      const pictures = await Promise.all(Array.from({ length: countOf(request) }, drawNoise));
      digests.set(
        promptOf(request),
        pictures.map(({ sha256 }) => sha256),
      );
      await stopAt('request', hold);
      const body = { created: 1, data: pictures.map(({ base64 }) => ({ b64_json: base64 })) };
      return streamResponse(write(JSON.stringify(body), hold), 'application/json');
    },
    holdAt(point) {
      const reached = createDeferred();
      const gone = createDeferred();
      const hold = { point, reach: reached.resolve, gone: gone.promise };
      current = hold;
      const goOn = (): void => {
        gone.resolve();
        if (current === hold) current = undefined;
      };
      return { reached: reached.promise, goOn };
    },
    digestsOf: (prompt) => digests.get(prompt) ?? [],
  };
}
