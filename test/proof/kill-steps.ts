import { setTimeout as delay } from 'node:timers/promises';
import { poll } from '../browser/poll';
import type { Random } from '../sandbox/drawing/random';
import type { Sandbox } from '../sandbox/server';
import { clickGenerate, wakeBackground, type ExtensionPage } from './extension-page';
import { promptOf, type HeldAnswers, type HoldPoint } from './held-answers';

/** Where a job can be killed: a browser, its server, and the hands to click and to kill with. */
export interface KillPlace {
  readonly sandbox: Sandbox;
  readonly answers: HeldAnswers;
  /** The side panel in a tab. */
  readonly page: ExtensionPage;
  /** Writes a prompt for two pictures into the box of the page. */
  write(prompt: string): Promise<void>;
  /** Kills whatever holds the job, at once, and settles when it is dead. */
  kill(): Promise<void>;
}

/** One place on a job's way to die at. */
export interface KillStep {
  readonly name: string;
  /** How many times as many trials it wants: it stands for several steps, met by chance. */
  readonly weight: number;
  /** How a job may have ended when everything has come to rest; `no job` is one that was never written. */
  readonly ends: readonly string[];
  /** Brings a job with these words to the step and kills it there. */
  readonly killAt: (place: KillPlace, prompt: string, random: Random) => Promise<void>;
}

/** The requests for pictures with these words. */
export function requestsFor({ sandbox }: Pick<KillPlace, 'sandbox'>, prompt: string) {
  return sandbox.generations().filter((request) => promptOf(request) === prompt);
}

/** The server stands still; what it wrote is given a moment to be read. */
function heldAt(point: HoldPoint, name: string): KillStep {
  return {
    name,
    weight: 1,
    ends: ['interrupted'],
    async killAt({ answers, page, kill }, _prompt, random) {
      const held = answers.holdAt(point);
      try {
        await clickGenerate(page);
        await held.reached;
        await delay(random.between(0, 20));
        await kill();
      } finally {
        held.goOn();
      }
    },
  };
}

/** Every step; what no server can see is met by a random moment in the right window. */
export const KILL_STEPS: readonly KillStep[] = [
  {
    name: 'with the click: before the row',
    weight: 1,
    ends: ['no job', 'interrupted', 'done'],
    async killAt({ page, kill }, _prompt, random) {
      await wakeBackground(page);
      const [toClick, toKill] = random.chance(0.5) ? [random.between(0, 3), 0] : [0, random.between(0, 3)];
      await Promise.all([delay(toClick).then(() => clickGenerate(page)), delay(toKill).then(kill)]);
    },
  },
  {
    name: 'within 30 ms of the click: after the row, on the way to the request',
    weight: 2,
    ends: ['no job', 'interrupted', 'done'],
    async killAt({ page, kill }, _prompt, random) {
      // Awake, so that the time goes into the job and not into waking.
      await wakeBackground(page);
      await clickGenerate(page);
      await delay(random.between(0, 30));
      await kill();
    },
  },
  heldAt('request', 'when the request was sent'),
  heldAt('head', 'when the head of the answer had come'),
  heldAt('half', 'when half of the body had come'),
  {
    name: 'within 200 ms of the last byte: before, inside and after the transactions of the reply',
    weight: 3,
    ends: ['interrupted', 'done'],
    async killAt(place, prompt, random) {
      await clickGenerate(place.page);
      const isDelivered = () => requestsFor(place, prompt)[0]?.deliveredAt !== undefined || undefined;
      await poll('the last byte to leave', isDelivered, { everyMs: 1 });
      await delay(random.between(0, 200));
      await place.kill();
    },
  },
];
