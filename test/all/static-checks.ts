import { runCommand } from './run-command';

/** One check of the sources, which passes or fails as a whole. */
export interface StaticCheck {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
}

/** Checks that need no build; all of them may run at the same time. */
export const STATIC_CHECKS: readonly StaticCheck[] = [
  { name: 'format', command: ['prettier', '--check', '.', '--cache', '--log-level', 'warn'] },
  { name: 'lint', command: ['oxlint'] },
  { name: 'types', command: ['tsc'] },
  { name: 'unused code', command: ['knip'] },
];

/**
 * Runs checks at the same time. What a check says is shown only when it fails.
 * @returns how many failed
 */
export async function runStaticChecks(checks: readonly StaticCheck[]): Promise<number> {
  const results = await Promise.all(
    checks.map(async ({ name, command }) => {
      const { code, output } = await runCommand(command);
      if (code !== 0) console.log(`${name}:\n${output.trimEnd()}`);
      console.log(`${code === 0 ? '✓' : '✗'} ${name}`);
      return code;
    }),
  );
  return results.filter((code) => code !== 0).length;
}
