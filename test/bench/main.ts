import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ensureSystemPackages } from '../browser/system-packages';
import { measureArchives } from './archive';
import { measureBackgroundSize } from './background-size';
import { measureClick } from './click-to-request';
import { measureReplyMemory } from './reply-memory';
import { measureReplyReading } from './reply-reading';
import { measureHistoryMemory } from './history-memory';
import { measureHistorySpeed } from './history-page';
import { fillHistoryProfiles } from './history-profiles';
import { formatTable, type Measurement } from './measurement';
import { measurePopup } from './popup-ready';
import { measureReconcile } from './reconcile';
import { measureReply } from './reply-to-durable';

async function measureHistory(): Promise<readonly Measurement[]> {
  const profiles = await fillHistoryProfiles();
  try {
    return [...(await measureHistorySpeed(profiles)), ...(await measureHistoryMemory(profiles))];
  } finally {
    profiles.remove();
  }
}

/** What is measured, by the names that `--only` takes. */
const PARTS = {
  popup: measurePopup,
  click: measureClick,
  reconcile: measureReconcile,
  reply: measureReply,
  reading: measureReplyReading,
  memory: measureReplyMemory,
  history: measureHistory,
  archives: measureArchives,
  size: () => Promise.resolve(measureBackgroundSize()),
} as const;

const USAGE = `npm run bench [-- --only PART] [--json FILE]

Parts: ${Object.keys(PARTS).join(', ')}; --only may be given more than once.`;

/** `npm run bench`: measures what people wait for; figures inform, they do not fail. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { json: { type: 'string' }, only: { type: 'string', multiple: true } },
  });
  const wanted = values.only ?? Object.keys(PARTS);
  const parts = Object.entries(PARTS).filter(([name]) => wanted.includes(name));
  if (parts.length !== wanted.length) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'ignore' });
  ensureSystemPackages(['chromium', 'xvfb', 'xdotool']);
  const rows: Measurement[] = [];
  for (const [, measure] of parts) rows.push(...(await measure()));
  console.log(formatTable(rows));
  if (values.json !== undefined) {
    writeFileSync(
      values.json,
      `${JSON.stringify({ measuredAt: new Date().toISOString(), rows }, null, 2)}\n`,
    );
  }
}

await main();
