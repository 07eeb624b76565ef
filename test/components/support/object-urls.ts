import { vi } from 'vitest';

/** Addresses of bytes that were made and not given back yet, in order. */
export interface ObjectUrls {
  readonly made: readonly string[];
  readonly held: ReadonlySet<string>;
}

/** Lets the document make addresses `blob:1`, `blob:2`… and keeps the books on them. */
export function watchObjectUrls(): ObjectUrls {
  const made: string[] = [];
  const held = new Set<string>();
  vi.spyOn(URL, 'createObjectURL').mockImplementation(() => {
    const url = `blob:${made.length + 1}`;
    made.push(url);
    held.add(url);
    return url;
  });
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation((url) => void held.delete(url));
  return { made, held };
}
