import { STEPS } from './steps';
import type { Tally } from './vitest-report';

const seconds = (sinceMs: number) => `${((performance.now() - sinceMs) / 1000).toFixed(1)} s`;

async function runAll(): Promise<Tally> {
  const broken = new Set<string>();
  let passed = 0;
  let failed = 0;
  for (const step of STEPS) {
    const started = performance.now();
    if (step.needs !== undefined && broken.has(step.needs)) {
      console.log(`✗ ${step.name}: skipped, it needs: ${step.needs}`);
      failed += 1;
      continue;
    }
    const tally = await step.run().catch((error: unknown): Tally => {
      console.log(error instanceof Error ? error.message : error);
      return { passed: 0, failed: 1 };
    });
    passed += tally.passed;
    failed += tally.failed;
    if (tally.failed > 0) broken.add(step.name);
    console.log(`${tally.failed > 0 ? '✗' : '✓'} ${step.name} (${seconds(started)})`);
  }
  return { passed, failed };
}

const { passed, failed } = await runAll();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
