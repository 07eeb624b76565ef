import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as v from 'valibot';

/** The checkout. */
export const ROOT = resolve(import.meta.dirname, '../..');

export interface Outcome {
  /** What the program ended with; 1 when a signal ended it. */
  readonly code: number;
  /** Everything it said, both streams as they came; empty when it was shown live. */
  readonly output: string;
}

const packageShape = v.object({ bin: v.union([v.string(), v.record(v.string(), v.string())]) });

/** The script behind a command of an installed package: the same on every system, without a shell. */
function findScript(command: string): string {
  const packageName = command === 'tsc' ? 'typescript' : command;
  const folder = join(ROOT, 'node_modules', packageName);
  const { bin } = v.parse(packageShape, JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
  const script = typeof bin === 'string' ? bin : bin[command];
  if (script === undefined) throw new Error(`the package ${packageName} has no command ${command}`);
  return join(folder, script);
}

/**
 * Runs a command of an installed package in the checkout.
 *
 * @param show whether its output is shown as it comes, or kept for the caller
 * @throws when there is no such command
 */
export function runCommand(
  [command, ...args]: readonly [string, ...string[]],
  show: 'live' | 'later' = 'later',
): Promise<Outcome> {
  const program = spawn(process.execPath, [findScript(command), ...args], {
    cwd: ROOT,
    stdio: show === 'live' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: show === 'later' ? '1' : process.env['NO_COLOR'] },
  });
  let output = '';
  for (const stream of [program.stdout, program.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += String(chunk);
    });
  }
  const killIt = () => void program.kill();
  process.once('exit', killIt);
  return new Promise((settle, reject) => {
    program.once('error', reject);
    program.once('close', (code) => {
      process.off('exit', killIt);
      settle({ code: code ?? 1, output });
    });
  });
}
