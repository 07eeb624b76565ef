/**
 * Most gzip bytes of script that an entry may load; entries without a number are listed only. A kB is 1000 bytes.
 *
 * The background holds jobs, the image API with a tolerant reader for JSON and event streams, the table that leads each
 * provider's errors to the right next step (9 kB), costs and price lists, picture headers, storage failures, reports, and
 * imports and their undo with the schemas of rows and what mends them (2 kB).
 * Both hold what is carried into a page to read its selection, with the checks for hidden text (2.5 kB).
 * The popup holds the composer with its estimate, and the list of jobs with its bulk actions and unsaved pictures, and the report of a row that cannot be shown.
 */
export const BUDGETS = {
  'background.js': 69_500,
  'popup.html': 106_500,
  'sidepanel.html': undefined,
  'gallery.html': undefined,
  'options.html': undefined,
  'diagnostics.html': undefined,
} as const;
