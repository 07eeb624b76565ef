import { readFileSync } from 'node:fs';
import { unzip } from 'unzipit';
import * as v from 'valibot';

const manifestSchema = v.object({
  jobs: v.array(v.unknown()),
  pictures: v.array(
    v.object({ path: v.string(), picture: v.object({ id: v.string(), sha256: v.string() }) }),
  ),
});

/** An archive as another program reads it. */
export async function readArchive(path: string) {
  const { entries } = await unzip(new Uint8Array(readFileSync(path)));
  const files = new Map<string, Buffer>();
  for (const [name, entry] of Object.entries(entries)) {
    files.set(name, Buffer.from(await entry.arrayBuffer()));
  }
  const manifest: unknown = JSON.parse(files.get('manifest.json')?.toString() ?? '');
  return { files, manifest: v.parse(manifestSchema, manifest) };
}
