import { useCallback, useSyncExternalStore } from 'react';

/** Where in the history the page is: at a picture in the viewer, at a job, or just there. */
export interface Place {
  readonly image: string | undefined;
  readonly job: string | undefined;
}

const MOVED = 'depict-moved';

function subscribe(listener: () => void): () => void {
  const events = ['popstate', 'hashchange', MOVED];
  for (const name of events) addEventListener(name, listener);
  return () => {
    for (const name of events) removeEventListener(name, listener);
  };
}

/**
 * The place in the address, so that Back, reload and links work. `go` opens a picture as a new step of the browser's
 * history when coming from the grid, and takes the place of the present step otherwise.
 */
export function usePlace(): [Place, (image: string | undefined) => void] {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  const parameters = new URLSearchParams(hash.slice(1));
  const image = parameters.get('image') ?? undefined;
  const job = parameters.get('job') ?? undefined;
  const go = useCallback((next: string | undefined) => {
    const address =
      next === undefined ? location.pathname : `#${new URLSearchParams({ image: next }).toString()}`;
    const fromGrid = !location.hash.startsWith('#image=');
    if (fromGrid && next !== undefined) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    dispatchEvent(new Event(MOVED));
  }, []);
  return [{ image, job }, go];
}
