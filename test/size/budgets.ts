/**
 * Most gzip bytes of script that an entry may load; the others are told, not judged. A kB is 1000 bytes.
 * The background is all our own words by now: jobs, the whole image API with its event streams, prices and spending, being
 * told, storage that fails, tags and notes, reports without anybody’s secrets, and imports that leave a way back.
 * The popup grew by what can be done with many jobs at once, and with pictures that storage did not take.
 */
export const BUDGETS = {
  'background.js': 50_000,
  'popup.html': 100_000,
  'sidepanel.html': undefined,
  'gallery.html': undefined,
  'options.html': undefined,
  'diagnostics.html': undefined,
} as const;
