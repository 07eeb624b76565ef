import { useCallback, useState } from 'react';
import { useObjectUrl } from './use-object-url';

/** What an `<img>` takes to show stored bytes. */
interface ShownPicture {
  readonly src: string | undefined;
  readonly onError: () => void;
}

/**
 * Shows stored bytes, and reads them once more when the browser says that it cannot show them: a hole where a paid
 * picture is would be worse than a second read (docs/browser-notes.md).
 */
export function useShownPicture(id: string, load: (id: string) => Promise<Blob | undefined>): ShownPicture {
  const [failedId, setFailedId] = useState<string>();
  const loadAgain = useCallback((wanted: string) => load(wanted), [load]);
  const src = useObjectUrl(id, failedId === id ? loadAgain : load);
  return { src, onError: () => setFailedId(id) };
}
