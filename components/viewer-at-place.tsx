import { useMemo, type ReactElement, type ReactNode } from 'react';
import type { PictureEntry } from '@/utils/core/history';
import { useLive, type Live } from './hooks/live';
import { PictureViewer } from './picture-viewer';

/** What can be done with any picture of the history. */
export interface PictureActions {
  /** One picture, wherever it is in the history. */
  readonly watchPicture: (id: string) => Live<PictureEntry | undefined>;
  readonly setFavorite: (entry: PictureEntry, favorite: boolean) => void;
  readonly download: (entry: PictureEntry) => void;
  /** Called in the turn of the click, because it opens the side panel. */
  readonly reuse: (entry: PictureEntry) => void;
}

interface ViewerAtPlaceProps {
  readonly image: string;
  readonly entries: readonly PictureEntry[];
  readonly page: PictureActions & { readonly remove: (entry: PictureEntry) => void };
  readonly onGo: (image: string | undefined) => void;
  readonly children: ReactNode;
}

/** The viewer at the picture the address names, with the ways to its neighbours in the grid. */
export function ViewerAtPlace(props: ViewerAtPlaceProps): ReactElement | null {
  const { image, entries, page, onGo, children } = props;
  const { watchPicture } = page;
  const snapshot = useLive(useMemo(() => watchPicture(image), [watchPicture, image]));
  const at = entries.findIndex(({ picture }) => picture.id === image);
  const newer = at > 0 ? entries[at - 1] : undefined;
  const older = at < 0 ? undefined : entries[at + 1];
  const wayTo = (entry: PictureEntry | undefined): (() => void) | undefined =>
    entry && (() => onGo(entry.picture.id));
  // The picture of the grid stands in until the row itself is read, so that turning pages never shows a gap.
  const entry = snapshot.state === 'ready' ? snapshot.value : entries[at];
  if (snapshot.state === 'loading' && !entry) return null;
  const close = (): void => onGo(undefined);
  return (
    <PictureViewer
      entry={entry}
      failure={snapshot.state === 'failed' ? snapshot.failure : undefined}
      on={{
        close,
        previous: wayTo(newer),
        next: wayTo(older),
        download: page.download,
        setFavorite: page.setFavorite,
        reuse: page.reuse,
        remove(removed) {
          page.remove(removed);
          (wayTo(older) ?? wayTo(newer) ?? close)();
        },
      }}
    >
      {children}
    </PictureViewer>
  );
}
