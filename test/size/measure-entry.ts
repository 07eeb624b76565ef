import { readFileSync } from 'node:fs';
import { posix, join } from 'node:path';
import { constants, gzipSync } from 'node:zlib';
import { parseSync } from 'vite';

/** The script that one page, or the background, loads before anything is clicked. */
export interface EntrySize {
  /** Paths inside the build, sorted. */
  readonly files: readonly string[];
  /** Bytes of all of them, each compressed for itself. */
  readonly gzipBytes: number;
}

const attribute = (tag: string, name: string) =>
  new RegExp(`\\b${name}\\s*=\\s*["']([^"']+)["']`, 'i').exec(tag)?.[1];

/** The scripts that a page names itself, and those it has preloaded. */
function scriptsOfPage(html: string): string[] {
  const tags = html.match(/<(?:script|link)\b[^>]*>/gi) ?? [];
  return tags.flatMap((tag) => {
    if (/^<script/i.test(tag)) return attribute(tag, 'src') ?? [];
    return attribute(tag, 'rel') === 'modulepreload' ? (attribute(tag, 'href') ?? []) : [];
  });
}

/** What a module imports or re-exports statically; `import()` loads later and does not count. */
function staticImports(path: string, code: string): string[] {
  const { module, errors } = parseSync(path, code);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  const { staticImports: imports, staticExports } = module;
  const reexported = staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
  );
  return [...imports.map(({ moduleRequest }) => moduleRequest.value), ...reexported];
}

/** The path inside the build that `address` stands for when `from` names it. */
function resolveInside(from: string, address: string): string {
  return address.startsWith('/') ? address.slice(1) : posix.join(posix.dirname(from), address);
}

/**
 * Measures everything an entry of a build loads: the closure of its scripts, not one file.
 *
 * @param outputFolder such as `.output/chrome-mv3`
 * @param entry a page or a script of the build, such as `popup.html` or `background.js`
 * @throws when the build lacks a file, or a script cannot be parsed
 */
export function measureEntry(outputFolder: string, entry: string): EntrySize {
  const read = (path: string) => readFileSync(join(outputFolder, path), 'utf8');
  const pending = entry.endsWith('.html')
    ? scriptsOfPage(read(entry)).map((address) => resolveInside(entry, address))
    : [entry];
  const seen = new Map<string, number>();
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    if (seen.has(path)) continue;
    const code = read(path);
    seen.set(path, gzipSync(code, { level: constants.Z_BEST_COMPRESSION }).length);
    const from = path;
    pending.push(...staticImports(from, code).map((address) => resolveInside(from, address)));
  }
  const gzipBytes = [...seen.values()].reduce((sum, bytes) => sum + bytes, 0);
  return { files: [...seen.keys()].toSorted(), gzipBytes };
}
