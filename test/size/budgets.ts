/**
 * Most gzip bytes of script that an entry may load; the others are told, not judged. A kB is 1000 bytes.
 * The background is all our own words by now: jobs, the whole image API with its event streams, prices and spending, being
 * told, storage that fails, tags and notes, reports without anybody’s secrets, and imports that leave a way back.
 * It grew by the table that leads each provider's errors to the right next step, by waits in sentences, and by costs and
 * price lists that are read field by field.
 * The popup grew by what can be done with many jobs at once, and with pictures that storage did not take,
 * and by estimating what is sent in fact.
 */
export const BUDGETS = {
  'background.js': 54_000,
  'popup.html': 99_000,
  'sidepanel.html': undefined,
  'gallery.html': undefined,
  'options.html': undefined,
  'diagnostics.html': undefined,
} as const;
