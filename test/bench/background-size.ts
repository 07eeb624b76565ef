import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXTENSION_FOLDER } from '../browser/extension-folder';
import { BUDGETS } from '../size/budgets';
import { measureEntry } from '../size/measure-entry';
import type { Measurement } from './measurement';

/** What the browser must read and compile before the background can answer a click. */
export function measureBackgroundSize(): readonly Measurement[] {
  const ours = measureEntry(EXTENSION_FOLDER, 'background.js').gzipBytes / 1000;
  const source = readFileSync(join(import.meta.dirname, 'floor/background.js'));
  const floor = gzipSync(source, { level: 9 }).byteLength / 1000;
  return [
    {
      name: 'background script, gzip',
      unit: 'kB',
      ours,
      floor,
      goal: BUDGETS['background.js'] / 1000,
      rule: 'the budget of npm run check:size',
      samples: { ours: [ours], floor: [floor] },
    },
  ];
}
