import * as v from 'valibot';
import type { ExtensionPage } from './extension-page';

/** Runs in a page of the extension. A transaction of its own sees only what was written down completely. */
const READER = `
  const answer = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const withDatabase = async (use) => {
    const database = await answer(indexedDB.open('depict'));
    try {
      return await use((store) => database.transaction(store).objectStore(store));
    } finally {
      database.close();
    }
  };
  const digest = async (bytes) =>
    [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join('');
`;

const jobSchema = v.object({
  id: v.string(),
  prompt: v.string(),
  state: v.string(),
  /** Pictures whose bytes are stored, and not yet looked at. */
  arrived: v.number(),
  pictureIds: v.array(v.string()),
});

/** A row of the store of jobs, as far as it matters here. */
export type StoredJob = v.InferOutput<typeof jobSchema>;

/** Jobs, oldest first: all of them, or so many of the newest. Does not wake the background. */
export async function readJobs(page: ExtensionPage, newest?: number): Promise<readonly StoredJob[]> {
  const read = `withDatabase(async (store) => {
    const ids = await answer(store('jobs').getAllKeys());
    const jobs = await Promise.all(ids.slice(${newest === undefined ? 0 : -newest}).map((id) => answer(store('jobs').get(id))));
    return jobs.map(({ id, prompt, state, arrivedPictures = [], pictureIds }) =>
      ({ id, prompt, state, arrived: arrivedPictures.length, pictureIds }));
  })`;
  return v.parse(v.array(jobSchema), await page.evaluate(`(async () => { ${READER} return ${read}; })()`));
}

const pictureSchema = v.object({
  /** The digest in its row; empty where there is no row. */
  noted: v.string(),
  /** The digest of the bytes that are stored; empty where there are none. */
  stored: v.string(),
  thumbnailBytes: v.number(),
});

/** What is kept of a picture. */
export type StoredPicture = v.InferOutput<typeof pictureSchema>;

/** What is kept of some pictures, read and digested anew. */
export async function readPictures(
  page: ExtensionPage,
  pictureIds: readonly string[],
): Promise<readonly StoredPicture[]> {
  const read = `withDatabase(async (store) => {
    const pictures = [];
    for (const id of ${JSON.stringify(pictureIds)}) {
      const [row, bytes, thumbnail] = await Promise.all(
        ['pictures', 'originals', 'thumbnails'].map((name) => answer(store(name).get(id))));
      pictures.push({
        noted: row?.sha256 ?? '',
        stored: bytes ? await digest(await bytes.arrayBuffer()) : '',
        thumbnailBytes: thumbnail?.bytes.byteLength ?? 0,
      });
    }
    return pictures;
  })`;
  return v.parse(
    v.array(pictureSchema),
    await page.evaluate(`(async () => { ${READER} return ${read}; })()`),
  );
}
