import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** One import or re-export, static or dynamic. */
export interface Import {
  /** As it is written. */
  readonly specifier: string;
  /** The file it leads to, from the root of the repository; `undefined` for packages. */
  readonly file: string | undefined;
  /** Whether only types are taken: nothing of it is left when the program runs. */
  readonly typeOnly: boolean;
}

export interface SourceFile {
  /** From the root of the repository, with `/`. */
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly Import[];
}

/** Paths of all files in a folder, from the root of the repository. */
export function listFiles(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length).replaceAll('\\', '/'))
    .toSorted();
}

export function readText(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** The file that `@/…` or a relative specifier means. */
function resolveFile(specifier: string, importer: string): string | undefined {
  const target = specifier.startsWith('@/')
    ? specifier.slice(2)
    : specifier.startsWith('.')
      ? posix.join(dirname(importer), specifier)
      : undefined;
  if (target === undefined) return undefined;
  const candidates = [`${target}.ts`, `${target}.tsx`, `${target}/index.ts`, target];
  return candidates.find((path) => existsSync(join(ROOT, path)) && posix.extname(path) !== '') ?? target;
}

interface Written {
  readonly specifier: string;
  readonly typeOnly: boolean;
}

function writtenImports(path: string, text: string): readonly Written[] {
  const { module } = parseSync(path, text);
  const statics = module.staticImports.map(({ moduleRequest, entries }) => ({
    specifier: moduleRequest.value,
    typeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
  }));
  const exported = module.staticExports
    .flatMap(({ entries }) => entries)
    .flatMap(({ moduleRequest, isType }) =>
      moduleRequest ? [{ specifier: moduleRequest.value, typeOnly: isType }] : [],
    );
  const dynamic = module.dynamicImports.map(({ moduleRequest }) => ({
    specifier: text.slice(moduleRequest.start, moduleRequest.end).replace(/^['"`]|['"`]$/g, ''),
    typeOnly: false,
  }));
  return [...statics, ...exported, ...dynamic];
}

/** What a file imports; `path` decides how its text is read and where relative specifiers lead. */
export function parseImports(path: string, text: string): readonly Import[] {
  return writtenImports(path, text).map(({ specifier, typeOnly }) => ({
    specifier,
    typeOnly,
    file: resolveFile(specifier, path),
  }));
}

/** Every `.ts` and `.tsx` file of a folder with what it imports. */
export function readSourceFiles(folder: string): readonly SourceFile[] {
  return listFiles(folder)
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => {
      const text = readText(path);
      return { path, lines: text.split('\n').length - 1, imports: parseImports(path, text) };
    });
}
