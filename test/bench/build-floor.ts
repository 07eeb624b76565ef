import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

/** The extension that everything is measured against. */
export interface FloorExtension {
  readonly path: string;
  remove(): void;
}

/**
 * Builds the floor: a static page, a React page that says hello, a history of forty lines, and a background that only fetches.
 *
 * @param baseUrl where that background sends its request
 */
export async function buildFloor(baseUrl: string): Promise<FloorExtension> {
  const source = join(import.meta.dirname, 'floor');
  const path = mkdtempSync(join(tmpdir(), 'depict-floor-'));
  await build({
    configFile: false,
    root: source,
    logLevel: 'error',
    build: {
      target: 'esnext',
      outDir: path,
      emptyOutDir: true,
      rolldownOptions: { input: ['static', 'hello', 'history'].map((name) => join(source, `${name}.html`)) },
    },
  });
  cpSync(join(source, 'manifest.json'), join(path, 'manifest.json'));
  const background = readFileSync(join(source, 'background.js'), 'utf8').replace('__BASE_URL__', baseUrl);
  writeFileSync(join(path, 'background.js'), background);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
