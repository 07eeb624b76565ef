import { runCommand } from './run-command';
import { runStaticChecks, STATIC_CHECKS } from './static-checks';

/** What a change needs before it is committed: the static checks, and the tests that reach the changed files. */
const started = performance.now();
const failed = await runStaticChecks(STATIC_CHECKS);
const { code } = await runCommand(
  [
    'vitest',
    'run',
    '--project',
    'unit',
    '--project',
    'components',
    '--changed',
    '--passWithNoTests',
    '--reporter=dot',
  ],
  'live',
);
console.log(`${((performance.now() - started) / 1000).toFixed(1)} s`);
process.exitCode = failed > 0 || code !== 0 ? 1 : 0;
