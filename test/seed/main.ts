import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { requireBuiltExtension } from '../browser/extension-folder';
import { launchExtension } from '../browser/launch-extension';
import { buildExtension } from '../demo/build-extension';
import { seedHistory } from './seed-history';

const USAGE = `npm run seed -- --images N [--size 300k|1.5m] [--profile FOLDER]

Fills the history of a browser profile with N invented pictures, through the extension's own storage.
  --size     bytes of each original; 20k unless told
  --profile  the profile, kept afterwards; test-output/profile unless told`;

const FACTORS: Readonly<Record<string, number>> = { '': 1, k: 1000, m: 1_000_000 };

function parseSize(text: string): number | undefined {
  const [, digits, unit = ''] = /^(\d+(?:\.\d+)?)([km]?)$/i.exec(text) ?? [];
  return digits === undefined ? undefined : Math.round(Number(digits) * (FACTORS[unit.toLowerCase()] ?? 1));
}

/** `npm run seed`: makes a profile with a history of any length, to look at and to measure. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      images: { type: 'string' },
      size: { type: 'string', default: '20k' },
      profile: { type: 'string', default: 'test-output/profile' },
    },
  });
  const images = Number(values.images);
  const bytes = parseSize(values.size);
  if (!Number.isSafeInteger(images) || images < 1 || bytes === undefined) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  const profile = resolve(values.profile);
  mkdirSync(profile, { recursive: true });
  await buildExtension();
  const extension = await launchExtension({
    extensionPath: requireBuiltExtension(),
    userDataDir: profile,
    headless: true,
  });
  const started = performance.now();
  const seconds = () => ((performance.now() - started) / 1000).toFixed(1);
  try {
    await seedHistory(extension, {
      images,
      bytes,
      onProgress: (written) => process.stdout.write(`\r${written} of ${images} pictures, ${seconds()} s`),
    });
  } finally {
    await extension.close();
  }
  console.log(`\n${images} pictures of ${values.size} in ${seconds()} s: ${profile}`);
}

await main();
