import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireBuiltExtension } from '../browser/extension-folder';
import { launchExtension } from '../browser/launch-extension';
import type { LaunchedExtension } from '../browser/launched-extension';
import { seedHistory } from '../seed/seed-history';
import { buildFloor } from './build-floor';
import { fillFloorHistory } from './fill-floor-history';

/**
 * Histories that are measured: how many pictures, and bytes of each original. The longest have small originals, as 30 GB
 * would measure nothing but the disk: no list reads an original.
 */
const HISTORIES = {
  floor: { images: 1000, bytes: 1_500_000 },
  short: { images: 100, bytes: 300_000 },
  usual: { images: 1000, bytes: 1_500_000 },
  long: { images: 10_000, bytes: 20_000 },
  longest: { images: 100_000, bytes: 20_000 },
} as const;

export type HistoryName = keyof typeof HISTORIES;

export const HISTORY_NAMES = ['floor', 'short', 'usual', 'long', 'longest'] as const satisfies HistoryName[];

/** Profiles that are filled once and opened again and again. */
export interface HistoryProfiles {
  launch(name: HistoryName): Promise<LaunchedExtension>;
  remove(): void;
}

/** The page of a history: ours, or the floor's. */
export function historyPath(name: HistoryName): string {
  return name === 'floor' ? 'history.html' : 'gallery.html';
}

/** Fills a profile with each history. */
export async function fillHistoryProfiles(): Promise<HistoryProfiles> {
  const floor = await buildFloor('http://127.0.0.1:9/v1');
  const folder = mkdtempSync(join(tmpdir(), 'depict-bench-'));
  const launch = (name: HistoryName): Promise<LaunchedExtension> =>
    launchExtension({
      extensionPath: name === 'floor' ? floor.path : requireBuiltExtension(),
      userDataDir: join(folder, name),
      headless: true,
    });
  for (const name of HISTORY_NAMES) {
    const { images, bytes } = HISTORIES[name];
    const extension = await launch(name);
    try {
      if (name === 'floor') await fillFloorHistory(extension, images, bytes);
      else await seedHistory(extension, { images, bytes });
    } finally {
      await extension.close();
    }
  }
  return {
    launch,
    remove() {
      floor.remove();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
