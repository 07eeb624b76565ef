import * as v from 'valibot';
import { ArchiveError } from '../core/archive/archive-defect';
import {
  ARCHIVE_FORMAT,
  ARCHIVE_VERSION,
  MANIFEST_NAME,
  type Manifest,
} from '../core/archive/archive-format';
import { ARCHIVE_LIMITS } from '../core/archive/archive-limits';
import { archivedPictureSchema, jobSchema } from './row-schemas';
import type { ZipEntry } from './zip-directory';
import { openEntry } from './zip-entry';

const headerSchema = v.object({ format: v.literal(ARCHIVE_FORMAT), version: v.number() });

const manifestSchema = v.object({
  format: v.literal(ARCHIVE_FORMAT),
  version: v.literal(ARCHIVE_VERSION),
  madeAt: v.number(),
  madeBy: v.string(),
  jobs: v.array(jobSchema),
  pictures: v.array(archivedPictureSchema),
});

/** Each row once, each entry once, and every picture with its job. */
function isConsistent({ jobs, pictures }: Manifest): boolean {
  const jobIds = new Set(jobs.map(({ id }) => id));
  const pictureIds = new Set(pictures.map(({ picture }) => picture.id));
  const paths = pictures.flatMap(({ path, thumbnail }) => [path, ...(thumbnail ? [thumbnail.path] : [])]);
  return (
    jobIds.size === jobs.length &&
    pictureIds.size === pictures.length &&
    new Set(paths).size === paths.length &&
    pictures.every(({ picture }) => jobIds.has(picture.jobId))
  );
}

/**
 * Reads the text of a manifest.
 * @throws ArchiveError where it is not ours, newer than this code, or anything in it is not as it should be
 */
export function parseManifest(text: string): Manifest {
  const parsed: unknown = parseJson(text);
  const header = v.safeParse(headerSchema, parsed);
  if (!header.success) throw new ArchiveError('notOurs', MANIFEST_NAME);
  if (header.output.version > ARCHIVE_VERSION) throw new ArchiveError('newerVersion', MANIFEST_NAME);
  const manifest = v.safeParse(manifestSchema, parsed, { abortEarly: true });
  if (!manifest.success) {
    const at = manifest.issues[0].path?.map(({ key }) => String(key)).join('.') ?? '';
    throw new ArchiveError('manifestUnreadable', `${MANIFEST_NAME} ${at}`.trim());
  }
  if (!isConsistent(manifest.output)) throw new ArchiveError('inconsistent', MANIFEST_NAME);
  return manifest.output;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    throw new ArchiveError('manifestUnreadable', MANIFEST_NAME, { cause: thrown });
  }
}

/**
 * The manifest of an archive.
 * @throws ArchiveError where there is none, and for all that {@link parseManifest} refuses
 */
export async function readManifest(file: Blob, entries: ReadonlyMap<string, ZipEntry>): Promise<Manifest> {
  const entry = entries.get(MANIFEST_NAME);
  if (!entry) throw new ArchiveError('noManifest');
  if (entry.size > ARCHIVE_LIMITS.manifestBytes) throw new ArchiveError('manifestTooLarge', MANIFEST_NAME);
  const bytes = await openEntry(file, entry, 'application/json', ARCHIVE_LIMITS.manifestBytes);
  return parseManifest(await bytes.text());
}
