import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { requireBuiltExtension } from './extension-folder';

/** A copy of the build that may talk to one host from the start. */
export interface GrantedExtension {
  readonly path: string;
  remove(): void;
}

const manifestSchema = v.looseObject({ manifest_version: v.literal(3) });

/**
 * Copies the build and grants it `http://127.0.0.1`, so that tests about other things need not answer the browser's
 * question; what is under test is otherwise byte for byte the build. The question itself is tested with real keys.
 */
export function copyGrantedExtension(): GrantedExtension {
  const path = mkdtempSync(join(tmpdir(), 'depict-granted-'));
  cpSync(requireBuiltExtension(), path, { recursive: true });
  const file = join(path, 'manifest.json');
  const manifest = v.parse(manifestSchema, JSON.parse(readFileSync(file, 'utf8')));
  writeFileSync(file, JSON.stringify({ ...manifest, host_permissions: ['http://127.0.0.1/*'] }));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
