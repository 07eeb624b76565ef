/** How far the proofs go. */
interface Extent {
  /** After how many seconds the server answers, in the tests of the background's lifetime. */
  readonly answersAfterSeconds: readonly number[];
  /** How often the background is killed at each step of a job. */
  readonly backgroundKills: number;
  /** The same in Firefox. */
  readonly firefoxBackgroundKills: number;
  /** How often the browser is killed. */
  readonly browserKills: number;
  /** The same for Firefox. */
  readonly firefoxBrowserKills: number;
}

/** What fits into `npm test`, and into `npm run test:firefox`. */
const USUAL: Extent = {
  answersAfterSeconds: [45, 150],
  backgroundKills: 25,
  firefoxBackgroundKills: 4,
  browserKills: 12,
  firefoxBrowserKills: 4,
};

/** What `npm run test:soak` takes its time for. */
const SOAK: Extent = {
  answersAfterSeconds: [320],
  backgroundKills: 100,
  firefoxBackgroundKills: 20,
  browserKills: 100,
  firefoxBrowserKills: 30,
};

/** The one place that reads it: the vitest project `soak` sets it. */
export const isSoak = process.env['DEPICT_EXTENT'] === 'soak';

export const extent: Extent = isSoak ? SOAK : USUAL;

/** What random moments are drawn from; it is printed, and `DEPICT_SEED` brings them back. */
export const seed: string = process.env['DEPICT_SEED'] ?? String(Date.now());
