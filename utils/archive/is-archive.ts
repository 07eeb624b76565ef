import { readBytes } from './read-bytes';

/** Whether a file is a ZIP, or is meant to be one: what calls itself so and is none shall be refused as such. */
export async function isArchive(file: File): Promise<boolean> {
  const [p, k] = await readBytes(file, 0, Math.min(2, file.size));
  return (p === 0x50 && k === 0x4b) || /\.zip$/i.test(file.name);
}
