import { existsSync, readFileSync, rmSync } from 'node:fs';
import { runCommand } from '../all/run-command';
import { SUMMARY_FILE } from './note-result';

/** `npm run test:soak`: builds, runs the proofs at their full length, and says at the end what they came to. */
async function soak(): Promise<number> {
  for (const browser of ['chrome', 'firefox']) {
    const { code, output } = await runCommand(['wxt', 'build', '-b', browser]);
    if (code === 0) continue;
    console.log(output.trimEnd());
    return code;
  }
  rmSync(SUMMARY_FILE, { force: true });
  const { code } = await runCommand(['vitest', 'run', '--project', 'soak'], 'live');
  if (existsSync(SUMMARY_FILE)) console.log(readFileSync(SUMMARY_FILE, 'utf8').trimEnd());
  console.log(code === 0 ? 'The soak passed.' : 'The soak failed.');
  return code;
}

process.exitCode = await soak();
