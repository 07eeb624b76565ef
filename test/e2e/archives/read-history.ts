import * as v from 'valibot';

const pictureSchema = v.looseObject({ id: v.string(), sha256: v.string() });

const dumpSchema = v.object({
  jobs: v.array(v.record(v.string(), v.unknown())),
  pictures: v.array(pictureSchema),
  /** Digests of the originals and of the thumbnails, in the order of their ids. */
  bytes: v.array(v.string()),
});

/** Everything of a history that can be compared. */
export type HistoryDump = v.InferOutput<typeof dumpSchema>;

/** A page of the extension, whoever drives it. */
interface Page {
  evaluate(script: string): Promise<unknown>;
}

/** Runs in a page of the extension, by the browser's own means. */
const OPEN = `const opening = indexedDB.open('depict');
  await new Promise((resolve, reject) => {
    opening.onsuccess = resolve;
    opening.onerror = () => reject(opening.error);
  });
  const database = opening.result;`;

const READ = `(async () => {
  ${OPEN}
  const all = (store) => new Promise((resolve) => {
    const reading = database.transaction(store).objectStore(store).getAll();
    reading.onsuccess = () => resolve(reading.result);
  });
  const [jobs, pictures, originals, thumbnails] = await Promise.all(
    ['jobs', 'pictures', 'originals', 'thumbnails'].map(all),
  );
  database.close();
  const digest = async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).toHex();
  const bytes = [];
  for (const blob of originals) bytes.push(await digest(await blob.arrayBuffer()));
  for (const small of thumbnails) bytes.push(await digest(small.bytes));
  return { jobs, pictures, bytes };
})()`;

const WIPE = `(async () => {
  ${OPEN}
  const stores = ['jobs', 'pictures', 'originals', 'thumbnails'];
  const transaction = database.transaction(stores, 'readwrite');
  for (const store of stores) transaction.objectStore(store).clear();
  await new Promise((resolve) => (transaction.oncomplete = resolve));
  database.close();
})()`;

/** Everything that is kept, with digests in place of bytes. */
export async function readHistory(page: Page): Promise<HistoryDump> {
  return v.parse(dumpSchema, await page.evaluate(READ));
}

/** As on another computer: nothing of the history is left. */
export async function wipeHistory(page: Page): Promise<void> {
  await page.evaluate(WIPE);
}
