import type { Import, SourceFile } from './source-files';

/** What the files of one folder may import. A name that ends in `/` means everything below it. */
export interface ImportRule {
  readonly from: string;
  /** Files of ours. */
  readonly files: readonly string[];
  /** Exceptions to `files`. */
  readonly except?: readonly string[];
  /** Packages; a longer name means that one entry of the package. */
  readonly packages: readonly string[];
}

/** What pages may not use: they send intents to the background, which alone calls servers and writes. */
const BACKGROUND_ONLY = [
  'utils/api/',
  'utils/storage/job-store',
  'utils/storage/picture-store',
  'utils/storage/history-writer',
  'utils/storage/import-writer',
  'utils/storage/import-undo',
  'utils/storage/credential-store',
  'utils/storage/knowledge-store',
  'utils/storage/preview-store',
  'utils/storage/settings-changer',
];

const page = (name: string): ImportRule => ({
  from: `entrypoints/${name}/`,
  files: ['components/', 'utils/', 'entrypoints/shared/', `entrypoints/${name}/`],
  except: BACKGROUND_ONLY,
  packages: ['react'],
});

/**
 * The rooms of `utils/core/`, from the ground up, and the rooms whose files each may use.
 */
const CORE_ROOMS: Readonly<Record<string, readonly string[]>> = {
  'number/': [],
  'failure/': ['number/'],
  'text/': ['failure/'],
  'model/': ['text/'],
  'server/': ['failure/', 'model/'],
  'request/': ['number/', 'failure/', 'model/', 'server/'],
  'money/': ['number/', 'text/', 'model/', 'request/'],
  'job/': ['text/', 'failure/', 'model/', 'server/', 'request/', 'money/'],
  'picture/': ['text/', 'job/'],
  'history/': ['text/', 'job/', 'picture/'],
  'archive/': ['text/', 'failure/', 'model/', 'request/', 'job/', 'picture/'],
  'connection/': ['failure/', 'model/', 'server/', 'job/', 'ports'],
  'drawing/': ['text/', 'failure/', 'model/', 'server/', 'request/', 'money/', 'job/', 'picture/', 'ports'],
  'report/': ['text/', 'failure/', 'model/', 'server/', 'job/', 'ports'],
  // What the use cases ask of the world, and what they tell it.
  ports: ['server/', 'request/', 'job/', 'picture/'],
  change: [],
};

const core = (name: string, others: readonly string[]): ImportRule => ({
  from: `utils/core/${name}`,
  files: [name, ...others].map((other) => `utils/core/${other}`),
  packages: [],
});

/** What every part of a page may be made of. */
const PARTS = ['words/', 'hooks/', 'widgets/'];

/** The rooms of `components/`, and the rooms whose files each may use. */
const COMPONENT_ROOMS: Readonly<Record<string, readonly string[]>> = {
  'words/': [],
  'hooks/': [],
  'widgets/': PARTS,
  'composer/': PARTS,
  'jobs/': PARTS,
  'zoom/': PARTS,
  'transfer/': PARTS,
  'settings/': PARTS,
  'viewer/': [...PARTS, 'zoom/'],
  'compare/': [...PARTS, 'zoom/', 'viewer/'],
  'grid/': [...PARTS, 'jobs/'],
  'history/': [...PARTS, 'jobs/', 'viewer/', 'compare/', 'grid/', 'transfer/'],
  'trash/': [...PARTS, 'zoom/', 'history/history-states'],
  'storage/': [...PARTS, 'history/history-states'],
  'diagnostics/': [...PARTS, 'jobs/'],
  'pages/': [...PARTS, 'composer/', 'jobs/', 'history/', 'trash/', 'storage/', 'transfer/'],
};

const components = (name: string, others: readonly string[]): ImportRule => ({
  from: `components/${name}`,
  files: [...[name, ...others].map((other) => `components/${other}`), 'utils/core/', 'utils/i18n/'],
  packages: ['react', 'react-dom', 'lucide-react'],
});

/** The direction of imports, from the design; the first rule that fits a file is its rule. */
export const IMPORT_RULES: readonly ImportRule[] = [
  ...Object.entries(CORE_ROOMS).map(([name, others]) => core(name, others)),
  { from: 'utils/api/', files: ['utils/core/', 'utils/api/'], packages: [] },
  {
    from: 'utils/storage/',
    files: ['utils/core/', 'utils/storage/'],
    packages: ['idb', 'valibot', 'wxt/utils/storage'],
  },
  {
    from: 'utils/messaging/',
    files: ['utils/core/', 'utils/messaging/', 'utils/browser/messages'],
    packages: ['valibot'],
  },
  { from: 'utils/archive/', files: ['utils/core/', 'utils/archive/'], packages: ['valibot'] },
  { from: 'utils/browser/extension-api', files: [], packages: ['webextension-polyfill'] },
  {
    from: 'utils/browser/',
    files: ['utils/core/', 'utils/browser/'],
    packages: ['valibot', 'image-dimensions'],
  },
  { from: 'utils/i18n/', files: [], packages: ['@wxt-dev/i18n', '#i18n'] },
  ...Object.entries(COMPONENT_ROOMS).map(([name, others]) => components(name, others)),
  {
    from: 'entrypoints/background/',
    files: ['utils/', 'entrypoints/background/'],
    packages: ['uuid', 'wxt/utils/define-background'],
  },
  // What all pages use.
  { ...page('shared'), packages: [] },
  page('popup'),
  // Jobs are the same wherever they are shown.
  {
    ...page('gallery'),
    files: [...page('gallery').files, 'entrypoints/popup/job-callbacks', 'entrypoints/popup/ask-for-picture'],
  },
  // The side panel is the popup in another frame and shares its composition.
  { ...page('sidepanel'), files: [...page('sidepanel').files, 'entrypoints/popup/'] },
  page('options'),
  page('diagnostics'),
];

function within(path: string, names: readonly string[]): boolean {
  return names.some((name) =>
    name.endsWith('/') ? path.startsWith(name) : path.replace(/\.tsx?$/, '') === name,
  );
}

function allows(rule: ImportRule, { file, specifier }: Import): boolean {
  if (file !== undefined) return within(file, rule.files) && !within(file, rule.except ?? []);
  return rule.packages.some((name) => specifier === name || specifier.startsWith(`${name}/`));
}

/** One sentence for each import that its rule does not allow, and for each file without a rule. */
export function brokenRules({ path, imports }: SourceFile): readonly string[] {
  const rule = IMPORT_RULES.find(({ from }) => within(path, [from]));
  if (!rule) return [`${path} has no rule`];
  return imports
    .filter((imported) => !allows(rule, imported))
    .map(({ specifier }) => `${path} imports ${specifier}`);
}

/** The first cycle of imports that are left when the program runs, as a list of paths. */
export function findCycle(files: readonly SourceFile[]): readonly string[] | undefined {
  const imports = new Map(
    files.map(({ path, imports: all }) => [
      path,
      all.flatMap(({ file, typeOnly }) => (file === undefined || typeOnly ? [] : [file])),
    ]),
  );
  const cleared = new Set<string>();
  const visit = (path: string, trail: readonly string[]): readonly string[] | undefined => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (cleared.has(path)) return undefined;
    for (const next of imports.get(path) ?? []) {
      const cycle = visit(next, [...trail, path]);
      if (cycle) return cycle;
    }
    cleared.add(path);
    return undefined;
  };
  for (const { path } of files) {
    const cycle = visit(path, []);
    if (cycle) return cycle;
  }
  return undefined;
}
