/** How long an object URL must live for the browser to begin the download. */
const REVOKE_AFTER_MS = 60_000;

/** Saves bytes as a file through a link, which wants no permission; for pages only. */
export function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_AFTER_MS);
}
