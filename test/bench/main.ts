import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ensureSystemPackages } from '../browser/system-packages';
import { measureBackgroundSize } from './background-size';
import { measureClick } from './click-to-request';
import { measureEventFrames } from './event-frames';
import { measureHistory } from './history-page';
import { formatTable } from './measurement';
import { measurePopup } from './popup-ready';
import { measureReconcile } from './reconcile';
import { measureReply } from './reply-to-durable';

/** `npm run bench [-- --json FILE]`: measures what people wait for; figures inform, they do not fail. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'string' } } });
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'ignore' });
  ensureSystemPackages(['chromium', 'xvfb', 'xdotool']);
  const rows = [
    ...(await measurePopup()),
    ...(await measureClick()),
    ...(await measureReconcile()),
    ...(await measureReply()),
    ...(await measureEventFrames()),
    ...(await measureHistory()),
    ...measureBackgroundSize(),
  ];
  console.log(formatTable(rows));
  if (values.json !== undefined) {
    writeFileSync(
      values.json,
      `${JSON.stringify({ measuredAt: new Date().toISOString(), rows }, null, 2)}\n`,
    );
  }
}

await main();
