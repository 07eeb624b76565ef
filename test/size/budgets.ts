/** Most gzip bytes of script that an entry may load; the others are told, not judged. A kB is 1000 bytes. */
export const BUDGETS = {
  'background.js': 25_000,
  'popup.html': 95_000,
  'sidepanel.html': undefined,
  'gallery.html': undefined,
  'options.html': undefined,
} as const;
