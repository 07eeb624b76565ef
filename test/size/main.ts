import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EXTENSION_FOLDER, requireBuiltExtension } from '../browser/extension-folder';
import { BUDGETS } from './budgets';
import { measureEntry } from './measure-entry';

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

requireBuiltExtension();
let isOverBudget = false;
for (const [entry, budget] of Object.entries(BUDGETS)) {
  if (budget === undefined && !existsSync(join(EXTENSION_FOLDER, entry))) continue;
  const { files, gzipBytes } = measureEntry(EXTENSION_FOLDER, entry);
  const isOver = budget !== undefined && gzipBytes > budget;
  isOverBudget ||= isOver;
  const limit = budget === undefined ? '' : `of ${kilobytes(budget)}${isOver ? '  OVER' : ''}`;
  const count = `${files.length} ${files.length === 1 ? 'file' : 'files'}`;
  console.log(
    `${entry.padEnd(16)}${kilobytes(gzipBytes).padStart(9)} gzip  ${count.padEnd(9)} ${limit}`.trimEnd(),
  );
}
if (isOverBudget) {
  console.error('Over budget. Find out what came in before raising a budget: it is what a person waits for.');
  process.exitCode = 1;
}
