import { useMemo, type ReactElement, type ReactNode } from 'react';
import type { PictureEntry } from '@/utils/core/history/history';
import type { Job } from '@/utils/core/job/job';
import { useLive, type Live } from '../hooks/live';
import type { PictureRows } from '../hooks/picture-rows';
import type { NoteCallbacks } from './picture-notes';
import { PictureViewer } from './picture-viewer';
import type { EntryActions } from './viewer-actions';

/** What can be done with any picture of the history. */
export interface PictureActions extends NoteCallbacks {
  /** One picture, wherever it is in the history. */
  readonly watchPicture: (id: string) => Live<PictureEntry | undefined>;
  readonly setFavorite: (entry: PictureEntry, favorite: boolean) => void;
  readonly download: (entry: PictureEntry) => void;
  /** Settles when it is on the clipboard; called in the turn of the click. */
  readonly copyPrompt: (entry: PictureEntry) => Promise<unknown>;
  readonly copyPicture: (entry: PictureEntry) => Promise<unknown>;
  /** Settles when the new job is written down, and tells of it. */
  readonly drawAgain: (entry: PictureEntry) => Promise<Job | undefined>;
  /** Called in the turn of the click, because it opens the side panel. */
  readonly reuse: (entry: PictureEntry) => void;
}

interface ViewerAtPlaceProps {
  readonly image: string;
  /** Pictures of the grid, in its order. */
  readonly ids: readonly string[];
  /** All versions of the picture, itself included, newest first. */
  readonly versions: readonly string[];
  readonly rows: PictureRows;
  readonly page: NoteCallbacks & EntryActions & Pick<PictureActions, 'watchPicture'>;
  readonly onGo: (image: string | undefined) => void;
  readonly onCompare: (ids: readonly [string, string]) => void;
  readonly children: ReactNode;
}

/** Where a picture stands in the grid; one that lies in a stack of versions, where the stack is. */
export function placeAmong(ids: readonly string[], image: string, versions: readonly string[]): number {
  const at = ids.indexOf(image);
  return at >= 0 ? at : ids.findIndex((id) => versions.includes(id));
}

/** The viewer at the picture the address names, with the ways to its neighbours in the grid. */
export function ViewerAtPlace(props: ViewerAtPlaceProps): ReactElement | null {
  const { image, ids, versions, rows, page, onGo, children } = props;
  const { watchPicture } = page;
  const snapshot = useLive(useMemo(() => watchPicture(image), [watchPicture, image]));
  const at = placeAmong(ids, image, versions);
  const newer = at > 0 ? ids[at - 1] : undefined;
  const older = at < 0 ? undefined : ids[at + 1];
  const wayTo = (id: string | undefined): (() => void) | undefined =>
    id === undefined ? undefined : () => onGo(id);
  // The row of the grid stands in until its own is read, so that turning pages never shows a gap.
  const entry = snapshot.state === 'ready' ? snapshot.value : rows.get(image);
  if (snapshot.state === 'loading' && !entry) return null;
  const close = (): void => onGo(undefined);
  return (
    <PictureViewer
      entry={entry}
      versions={versions}
      failure={snapshot.state === 'failed' ? snapshot.failure : undefined}
      on={{
        ...page,
        close,
        previous: wayTo(newer),
        next: wayTo(older),
        go: onGo,
        // The older one stands at the left, as it was there before.
        compareWith: (other) => props.onCompare(other < image ? [other, image] : [image, other]),
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
