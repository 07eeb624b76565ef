import { useEffect, useState } from 'react';

/** An address for the bytes, as long as the component shows them; `undefined` until they are read, or when gone. */
export function useObjectUrl(
  id: string,
  load: (id: string) => Promise<Blob | undefined>,
): string | undefined {
  const [shown, setShown] = useState<{ readonly id: string; readonly url: string }>();

  useEffect(() => {
    let url: string | undefined;
    let left = false;
    const show = (blob: Blob | undefined): void => {
      if (!blob || left) return;
      url = URL.createObjectURL(blob);
      setShown({ id, url });
    };
    // A picture that cannot be read shows as an empty frame with its alternative text.
    load(id).then(show, () => undefined);
    return () => {
      left = true;
      if (url !== undefined) URL.revokeObjectURL(url);
    };
  }, [id, load]);

  return shown?.id === id ? shown.url : undefined;
}
