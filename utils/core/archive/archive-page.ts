import type { Job } from '../job/job';
import { canShowOriginal } from '../picture/decode-limit';
import type { ArchivedPicture } from './archive-format';

/** The words of the page, in the language of whoever made the archive. */
export interface ArchivePageWords {
  readonly language: string;
  readonly direction: string;
  readonly title: string;
  /** How many pictures there are, and when the archive was made. */
  readonly about: string;
  readonly source: string;
  /** A point in time as people write it. */
  readonly time: (milliseconds: number) => string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text that stays text wherever it stands in HTML; a lone surrogate is in no file. */
function escaped(text: string): string {
  return text.toWellFormed().replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** The address of an entry beside the page. */
function address(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** A link leads to pages of the web, and to nothing that a page could have put in their place. */
function webAddress(text: string): string | undefined {
  const url = URL.parse(text);
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.href : undefined;
}

const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#221e1a, #f1ece5); --soft: light-dark(#655c52, #b5aa9d);
  --paper: light-dark(#fbf9f6, #191715); --sunken: light-dark(#f2eee8, #12100f); --line: light-dark(#ddd5ca, #3b3631);
  --accent: light-dark(#b5341a, #ff9c7d); }
body { margin: 0 auto; max-width: 1560px; padding: 24px; background: var(--paper); color: var(--ink);
  font: 13px/1.45 system-ui, sans-serif; }
h1 { margin: 0; font-size: 22px; }
header p { margin: 4px 0 24px; color: var(--soft); }
ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(210px, 1fr)); gap: 24px 16px; margin: 0; padding: 0;
  list-style: none; }
li { display: flex; flex-direction: column; gap: 4px; min-width: 0; content-visibility: auto;
  contain-intrinsic-size: auto 310px; }
li > a:first-child { display: grid; place-items: center; aspect-ratio: 1; border: 1px solid var(--line);
  border-radius: 8px; overflow: hidden; background: var(--sunken); }
img { max-width: 100%; max-height: 100%; width: 100%; height: 100%; object-fit: contain; }
p { margin: 0; overflow-wrap: anywhere; }
.words { display: -webkit-box; overflow: hidden; -webkit-box-orient: vertical; -webkit-line-clamp: 4; white-space: pre-line; }
.facts { color: var(--soft); font-size: 12px; }
a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }`;

/** Everything before the first picture. Nothing on the page may run or be fetched but pictures beside it. */
export function pageStart({ language, direction, title, about }: ArchivePageWords): string {
  return `<!doctype html>
<html lang="${escaped(language)}" dir="${escaped(direction)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header><h1>${escaped(title)}</h1><p>${escaped(about)}</p></header>
<main>
<ul>
`;
}

/** One picture, as a link to its original, with what it was drawn from. */
export function pageItem(archived: ArchivedPicture, job: Job, words: ArchivePageWords): string {
  const { picture, path, thumbnail } = archived;
  const prompt = escaped(job.prompt);
  const facts = [words.time(picture.createdAt), job.parameters.model]
    .filter(Boolean)
    .map(escaped)
    .join(' · ');
  const page = webAddress(job.passage?.pageUrl ?? '');
  const source =
    page === undefined ? '' : ` · <a href="${escaped(page)}" rel="noreferrer">${escaped(words.source)}</a>`;
  const shown =
    thumbnail || canShowOriginal(picture)
      ? `<img src="${address(thumbnail?.path ?? path)}" alt="${prompt}" loading="lazy" decoding="async">`
      : `${picture.width} × ${picture.height}`;
  return `<li><a href="${address(path)}">${shown}</a><p class="words" dir="auto" title="${prompt}">${prompt}</p><p class="facts">${facts}${source}</p></li>
`;
}

/** Everything after the last picture. */
export const PAGE_END = `</ul>
</main>
</body>
</html>
`;
