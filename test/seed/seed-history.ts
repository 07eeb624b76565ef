import { join, resolve } from 'node:path';
import { build } from 'vite';
import type { LaunchedExtension } from '../browser/launched-extension';
import { drawSamples } from './draw-samples';
import type { Batch, pageWriter } from './page-writer';

declare global {
  var depictSeed: typeof pageWriter;
}

export interface SeedOptions {
  readonly images: number;
  /** Bytes of each original, about. */
  readonly bytes: number;
  readonly onProgress?: (written: number) => void;
}

/** Pictures of one transaction: waiting for the disk hardly counts then, and a batch of large ones fits in memory. */
const BATCH = 500;

/** The storage layer as one script, for a page that has the extension's origin and so its database. */
async function bundleWriter(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': resolve(import.meta.dirname, '../..') } },
    build: {
      write: false,
      target: 'esnext',
      lib: { entry: join(import.meta.dirname, 'page-writer.ts'), formats: ['iife'], name: 'writer' },
    },
  });
  const [bundle] = [built].flat();
  const [script] = bundle && 'output' in bundle ? bundle.output : [];
  if (!script) throw new Error('The writer was not built');
  return script.code;
}

/** Yesterday at six in the evening, so that as many pictures stand under each day at whatever hour this runs. */
function lastEvening(): number {
  const now = new Date();
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1, 18).getTime();
}

/**
 * Fills the history of a running browser through the extension's own storage functions, in a page of the extension.
 * The history gets the same words and pictures each time; only their dates follow the calendar.
 */
export async function seedHistory(
  { context, url }: LaunchedExtension,
  { images, bytes, onProgress }: SeedOptions,
): Promise<void> {
  const [writer, samples] = await Promise.all([bundleWriter(), drawSamples(bytes)]);
  const page = await context.newPage();
  await page.goto(url('options.html'));
  await page.evaluate(writer);
  await page.evaluate((drawn) => globalThis.depictSeed.prepare(drawn), samples);
  const until = lastEvening();
  for (let from = 0; from < images; from += BATCH) {
    const batch: Batch = { from, count: Math.min(BATCH, images - from), total: images, until };
    await page.evaluate((part) => globalThis.depictSeed.write(part), batch);
    onProgress?.(from + batch.count);
  }
  await page.close();
}
