import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/**
 * Files of `unit` and `components` share a worker's modules (`isolate: false`): loading them again for each file took most
 * of the time. So modules keep no state between tests, and `test/setup` resets the globals.
 *
 * Suites, because each wants another world: `unit` plain Node (Blobs survive fake-indexeddb only there),
 * `components` a document, `e2e` and `firefox` a real browser and one file at a time,
 * `lifetime` several that idle, `kill` one that is killed again and again, and `soak` all of those for longer.
 */
export default defineConfig({
  test: {
    mockReset: true,
    maxWorkers: '100%',
    // A guard against a test that hangs; beside other work a slow one takes several seconds.
    testTimeout: 20_000,
    restoreMocks: true,
    projects: [
      {
        extends: true,
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/proof/**', 'test/firefox/**'],
          setupFiles: ['test/setup/unit.ts'],
          isolate: false,
        },
      },
      {
        extends: true,
        plugins: [WxtVitest()],
        test: {
          name: 'components',
          environment: 'happy-dom',
          include: ['test/**/*.test.tsx'],
          setupFiles: ['test/setup/components.ts'],
          isolate: false,
        },
      },
      {
        extends: true,
        resolve: { alias: { '@': import.meta.dirname } },
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'lifetime',
          environment: 'node',
          include: ['test/proof/lifetime.test.ts', 'test/proof/waking.test.ts'],
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'kill',
          environment: 'node',
          include: ['test/proof/*-kill.test.ts'],
          fileParallelism: false,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'soak',
          environment: 'node',
          include: ['test/proof/*.test.ts', 'test/firefox/{lifetime,waking,*-kill}.test.ts'],
          env: { DEPICT_EXTENT: 'soak' },
          fileParallelism: false,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'firefox',
          environment: 'node',
          include: ['test/firefox/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
