import * as v from 'valibot';
import type { Sandbox } from '../../sandbox/server';
import type { World } from '../support';

const placesSchema = v.record(v.string(), v.string());

/** Runs in a page of the extension: everything it keeps, as text. Text itself, as these files know no extension. */
const READ_ALL = `(async () => {
  const open = (name) => new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const plain = async (value) => {
    if (value instanceof Blob) return value.text();
    if (value instanceof ArrayBuffer) return new TextDecoder('latin1').decode(value);
    if (ArrayBuffer.isView(value)) return new TextDecoder('latin1').decode(value);
    if (Array.isArray(value)) return (await Promise.all(value.map(plain))).join('\\n');
    if (value && typeof value === 'object') return (await Promise.all(Object.values(value).map(plain))).join('\\n');
    return String(value);
  };
  const found = {};
  for (const { name } of await indexedDB.databases()) {
    const database = await open(name);
    for (const store of database.objectStoreNames) {
      const rows = await new Promise((resolve) => {
        const request = database.transaction(store).objectStore(store).getAll();
        request.onsuccess = () => resolve(request.result);
      });
      found[name + '/' + store] = await plain(rows);
    }
    database.close();
  }
  for (const area of ['local', 'sync', 'session']) {
    found['storage.' + area] = JSON.stringify(await chrome.storage[area].get());
  }
  found.page = document.documentElement.outerHTML;
  return found;
})()`;

/** A key as it is, and as it would look in an address or in base64. */
function disguises(key: string): readonly string[] {
  const encoded = Buffer.from(key).toString('base64').replace(/=+$/, '');
  return [key, encodeURIComponent(key), encoded];
}

const holds = (text: string | undefined, key: string): boolean =>
  disguises(key).some((disguise) => text?.includes(disguise));

/** Requests that hold the key anywhere but in their own header, or that took it to another origin. */
export function findKeyInRequests({ requests, port }: Sandbox, key: string): readonly string[] {
  return requests
    .filter(({ headers, path, body }) => {
      const { authorization: _, ...others } = headers;
      const own = headers['host'] === `127.0.0.1:${port}`;
      return holds(JSON.stringify([own ? others : headers, path, body]), key);
    })
    .map(({ method, path }) => `${method} ${path}`);
}

/** Everything the extension keeps or shows that holds the key. */
export async function findKeyInExtension({ extension }: World, key: string): Promise<readonly string[]> {
  const places: Record<string, string> = {};
  for (const page of extension.context.pages()) {
    if (!page.url().startsWith(extension.url(''))) continue;
    Object.assign(places, v.parse(placesSchema, await page.evaluate(READ_ALL)));
    places[page.url()] = await page.content();
  }
  return Object.keys(places).filter((place) => holds(places[place], key));
}
