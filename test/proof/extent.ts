/** How far the proofs go. */
interface Extent {
  /** After how many seconds the server answers, in the tests of the background's lifetime. */
  readonly answersAfterSeconds: readonly number[];
}

/** What fits into `npm test`. */
const USUAL: Extent = { answersAfterSeconds: [45, 150] };

/** What `npm run test:soak` takes its time for. */
const SOAK: Extent = { answersAfterSeconds: [320] };

/** The one place that reads it: the vitest project `soak` sets `DEPICT_EXTENT`. */
export const extent: Extent = process.env['DEPICT_EXTENT'] === 'soak' ? SOAK : USUAL;
