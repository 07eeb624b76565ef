import { STEPS, type Step } from './steps';
import type { Tally } from './vitest-report';

const FAILED: Tally = { passed: 0, failed: 1, skipped: 0 };

const seconds = (sinceMs: number) => `${((performance.now() - sinceMs) / 1000).toFixed(1)} s`;

async function runStep(step: Step): Promise<Tally> {
  const started = performance.now();
  const tally = await step.run().catch((error: unknown): Tally => {
    console.log(error instanceof Error ? error.message : error);
    return FAILED;
  });
  console.log(`${tally.failed > 0 ? '✗' : '✓'} ${step.name} (${seconds(started)})`);
  return tally;
}

async function runAll(): Promise<Tally> {
  const broken = new Set<string>();
  const tallies: Promise<Tally>[] = [];
  for (const step of STEPS) {
    if (step.needs !== undefined && broken.has(step.needs)) {
      console.log(`✗ ${step.name}: skipped, it needs: ${step.needs}`);
      tallies.push(Promise.resolve(FAILED));
      continue;
    }
    const running = runStep(step);
    tallies.push(running);
    if (!step.beside && (await running).failed > 0) broken.add(step.name);
  }
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of await Promise.all(tallies)) {
    sum.passed += passed;
    sum.failed += failed;
    sum.skipped += skipped;
  }
  return sum;
}

const { passed, failed, skipped } = await runAll();
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed > 0 ? 1 : 0;
