import { describe, expect, it } from 'vitest';
import { brokenRules, findCycle, IMPORT_RULES } from './architecture/import-rules';
import { listFiles, parseImports, readSourceFiles } from './architecture/source-files';

const FOLDERS = ['entrypoints', 'components', 'utils'];
const SOURCES = FOLDERS.flatMap(readSourceFiles);

/** Two hundred would be better; a file that reaches three hundred does two things. */
const LONGEST_FILE = 300;

/** An entrypoint wires; what decides belongs where a test reaches it. */
const LONGEST_ENTRYPOINT_FILE = 60;

describe('imports', () => {
  it('go in the direction of the design', () => {
    expect(SOURCES.flatMap(brokenRules)).toEqual([]);
  });

  it('never come in a circle', () => {
    expect(findCycle(SOURCES)).toBeUndefined();
  });

  it('lead to files that are there', () => {
    const known = new Set(FOLDERS.flatMap(listFiles));
    const lost = SOURCES.flatMap(({ path, imports }) =>
      imports
        .filter(({ file }) => file !== undefined && !known.has(file))
        .map(({ specifier }) => `${path}: ${specifier}`),
    );
    expect(lost).toEqual([]);
  });

  it('have files for every rule', () => {
    for (const { from } of IMPORT_RULES) {
      expect(
        SOURCES.some(({ path }) => path.startsWith(from)),
        from,
      ).toBe(true);
    }
  });
});

describe('files', () => {
  it('are short', () => {
    const long = SOURCES.filter(({ lines }) => lines > LONGEST_FILE).map(
      ({ path, lines }) => `${path}: ${lines}`,
    );
    expect(long).toEqual([]);
  });

  it('of entrypoints only wire', () => {
    const long = SOURCES.filter(
      ({ path, lines }) => path.startsWith('entrypoints/') && lines > LONGEST_ENTRYPOINT_FILE,
    );
    expect(long.map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
  });

  it('have names in kebab case', () => {
    const named = /^(?:[a-z0-9]+(?:-[a-z0-9]+)*)(?:\.module)?\.(?:tsx?|css|html)$/;
    const others = FOLDERS.flatMap(listFiles)
      .filter((path) => !path.startsWith('utils/i18n/locales/'))
      .filter((path) => !named.test(path.slice(path.lastIndexOf('/') + 1)));
    expect(others).toEqual([]);
  });

  it('of entrypoints do not replace pages of the browser', () => {
    const taken = listFiles('entrypoints').filter((path) =>
      /^entrypoints\/(?:history|newtab|bookmarks)[./]/.test(path),
    );
    expect(taken).toEqual([]);
  });
});

describe('the rules themselves', () => {
  const broken = (path: string, text: string): readonly string[] =>
    brokenRules({ path, lines: 1, imports: parseImports(path, text) });

  it.each([
    ['utils/core/job/job.ts', "import { t } from '@/utils/i18n/translate';"],
    ['utils/core/job/job.ts', "import type { Job } from '../../storage/job-store';"],
    ['utils/core/job/job.ts', "import * as v from 'valibot';"],
    ['utils/core/job/job.ts', "export * from '../../api/send';"],
    ['utils/core/job/job.ts', "const lazy = () => import('../../api/send');"],
    ['utils/core/job/job.ts', "import '../../../test/setup/unit';"],
    ['utils/core/job/job.ts', "import type { Picture } from '../picture/picture';"],
    ['utils/core/text/prompt.ts', "import { isOpen } from '../job/job';"],
    ['utils/core/new-file.ts', ''],
    ['utils/api/send.ts', "import { hasAccess } from '../browser/host-access';"],
    ['utils/messaging/client.ts', "import { openPanel } from '../browser/panel';"],
    ['utils/browser/panel.ts', "import browser from 'webextension-polyfill';"],
    ['utils/browser/extension-api.ts', "import { log } from './log';"],
    ['components/widgets/button.tsx', "import { ask } from '@/utils/messaging/client';"],
    ['components/widgets/button.tsx', "import { readSettings } from '@/utils/storage/settings-store';"],
    ['components/widgets/button.tsx', "import React from 'react-query';"],
    ['components/words/format.ts', "import { Button } from '../widgets/button';"],
    ['components/widgets/dialog.tsx', "import { JobItem } from '../jobs/job-item';"],
    ['components/zoom/zoom-bar.tsx', "import { PictureViewer } from '../viewer/picture-viewer';"],
    ['components/new-room/file.tsx', "import { Button } from '../widgets/button';"],
    ['entrypoints/background/compose.ts', "import { Button } from '@/components/widgets/button';"],
    [
      'entrypoints/popup/main.tsx',
      "import { createCredentialStore } from '@/utils/storage/credential-store';",
    ],
    ['entrypoints/popup/main.tsx', "import { createImageApi } from '@/utils/api/image-api';"],
    ['entrypoints/gallery/main.tsx', "import { compose } from '../background/compose';"],
    ['entrypoints/new-page/main.tsx', ''],
    ['utils/new-folder/file.ts', ''],
  ])('refuse in %s: %s', (path, text) => {
    expect(broken(path, text)).toHaveLength(1);
  });

  it('find a circle of values and let one of types pass', () => {
    const file = (path: string, text: string) => ({ path, lines: 1, imports: parseImports(path, text) });
    const back = file('utils/core/job/job.ts', "import { promptTitle } from '../text/prompt';");
    const values = [file('utils/core/text/prompt.ts', "import { isOpen } from '../job/job';"), back];
    const types = [file('utils/core/text/prompt.ts', "import type { Job } from '../job/job';"), back];
    expect(findCycle(values)).toEqual([
      'utils/core/text/prompt.ts',
      'utils/core/job/job.ts',
      'utils/core/text/prompt.ts',
    ]);
    expect(findCycle(types)).toBeUndefined();
  });
});
