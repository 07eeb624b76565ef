import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureSystemPackages } from '../browser/system-packages';
import { ROOT, runCommand } from './run-command';
import { runStaticChecks, STATIC_CHECKS } from './static-checks';
import { readVitestReport, type Tally } from './vitest-report';

/** One part of `npm test`. */
export interface Step {
  readonly name: string;
  /** The name of a step without whose success this one has nothing to work on. */
  readonly needs?: string;
  /** Whether it mostly waits, so that the steps after it need not: its end is waited for at the very end. */
  readonly beside?: true;
  run(): Promise<Tally>;
}

const PASSED: Tally = { passed: 1, failed: 0, skipped: 0 };
const FAILED: Tally = { passed: 0, failed: 1, skipped: 0 };

/** A command that passes or fails as a whole; what it says is of interest only when it fails. */
function check(name: string, command: readonly [string, ...string[]], needs?: string): Step {
  return {
    name,
    ...(needs === undefined ? {} : { needs }),
    async run() {
      const { code, output } = await runCommand(command);
      if (code !== 0) console.log(output.trimEnd());
      return code === 0 ? PASSED : FAILED;
    },
  };
}

/** Some of vitest's projects, shown as they run or when they have, counted from the report they write. */
async function runTests(
  name: string,
  projects: readonly string[],
  show: 'live' | 'later' = 'live',
): Promise<Tally> {
  const report = join(ROOT, 'test-output', `${name}.json`);
  rmSync(report, { force: true });
  const { code, output } = await runCommand(
    [
      'vitest',
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    show,
  );
  if (output !== '') console.log(output.trimEnd());
  return readVitestReport(report, code);
}

/** Everything `npm test` does, in order. The builds come before what reads the types that they write. */
export const STEPS: readonly Step[] = [
  check('Chrome build', ['wxt', 'build']),
  check('Firefox build', ['wxt', 'build', '-b', 'firefox']),
  {
    name: 'static checks',
    async run() {
      const failed = await runStaticChecks(STATIC_CHECKS);
      return { passed: STATIC_CHECKS.length - failed, failed, skipped: 0 };
    },
  },
  {
    name: "the background's lifetime",
    needs: 'Chrome build',
    beside: true,
    async run() {
      ensureSystemPackages(['chromium']);
      return runTests('lifetime', ['lifetime'], 'later');
    },
  },
  { name: 'unit and component tests', run: () => runTests('unit', ['unit', 'components']) },
  check('size budgets', ['jiti', 'test/size/main.ts'], 'Chrome build'),
  {
    name: 'end-to-end tests',
    needs: 'Chrome build',
    async run() {
      ensureSystemPackages(['chromium', 'chromium-l10n', 'xvfb', 'xdotool']);
      return runTests('e2e', ['e2e']);
    },
  },
  {
    name: 'backgrounds and browsers that are killed',
    needs: 'Chrome build',
    async run() {
      ensureSystemPackages(['chromium']);
      return runTests('kill', ['kill']);
    },
  },
];
