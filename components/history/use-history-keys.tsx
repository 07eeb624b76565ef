import { useCallback, useState, type ReactElement } from 'react';
import { t } from '@/utils/i18n/translate';
import { COMPARE_KEYS } from '../compare/compare-keys';
import type { SelectionControl } from '../grid/use-selection';
import { usePageKeys } from '../hooks/use-page-keys';
import { VIEWER_KEYS } from '../viewer/viewer-keys';
import { HISTORY_KEYS } from './history-keys';
import { KeySheet } from './key-sheet';
import type { ToldActions } from './told-actions';

interface HistoryKeysPorts {
  readonly selection: SelectionControl;
  /** Whether all that could be chosen is known. */
  readonly isKnown: boolean;
  readonly on: ToldActions;
  /** Takes back what was done last, as long as that is offered. */
  readonly undo: (() => void) | undefined;
}

interface HistoryKeys {
  /** The sheet of all keys, while it is open. */
  readonly sheet: ReactElement | null;
  readonly open: () => void;
  /** Whether tags for what is chosen are being written. */
  readonly isTagging: boolean;
  readonly setTagging: (isTagging: boolean) => void;
}

/** The picture that has the focus. */
function focusedPicture(): string | undefined {
  const tile = document.activeElement?.closest('[data-image-id]');
  return tile instanceof HTMLElement ? tile.dataset['imageId'] : undefined;
}

function focusSearch(): void {
  const box = document.querySelector('input[type=search]');
  if (!(box instanceof HTMLInputElement)) return;
  box.focus();
  box.select();
}

/** What keys do on the history page: with what is chosen, or else with the picture that has the focus. */
export function useHistoryKeys({ selection, isKnown, on, undo }: HistoryKeysPorts): HistoryKeys {
  const [isOpen, setOpen] = useState(false);
  const [isTagging, setTagging] = useState(false);
  const { chosen, take, takeAll, clear } = selection;
  const meant = (): readonly string[] => {
    const focused = focusedPicture();
    return chosen.length > 0 || focused === undefined ? chosen : [focused];
  };
  const withMeant = (act: (ids: readonly string[]) => void) => () => {
    const ids = meant();
    if (ids.length > 0) act(ids);
  };
  usePageKeys({
    '/': focusSearch,
    '?': () => setOpen(true),
    x() {
      const focused = focusedPicture();
      if (focused !== undefined) take(focused, 'one');
    },
    'mod+a': isKnown ? takeAll : undefined,
    Escape: chosen.length > 0 ? clear : undefined,
    s: withMeant(on.toggleFavorite),
    t: withMeant(([first]) => {
      if (chosen.length === 0 && first !== undefined) take(first, 'one');
      setTagging(true);
    }),
    c: withMeant(on.copyPrompts),
    d: withMeant(on.download),
    Delete: withMeant((ids) => {
      on.remove(ids);
      clear();
    }),
    'mod+z': undo,
  });
  const inViewer = new Set(VIEWER_KEYS.map(({ words }) => words));
  const close = useCallback(() => setOpen(false), []);
  const sheet = isOpen ? (
    <KeySheet
      groups={[
        { title: t('page.history'), hints: HISTORY_KEYS },
        { title: t('history.viewer'), hints: VIEWER_KEYS },
        { title: t('compare.title'), hints: COMPARE_KEYS.filter(({ words }) => !inViewer.has(words)) },
      ]}
      onClose={close}
    />
  ) : null;
  return { sheet, open: () => setOpen(true), isTagging: isTagging && chosen.length > 0, setTagging };
}
