import { Columns2, Copy, Download, Star, Tag, Trash2, X } from 'lucide-react';
import { useEffect, useRef, useState, type FormEvent, type ReactElement } from 'react';
import { parseTags } from '@/utils/core/text/tags';
import { t, tCount } from '@/utils/i18n/translate';
import type { SelectionControl } from '../grid/use-selection';
import { Button } from '../widgets/button';
import { IconButton } from '../widgets/icon-button';
import { BarAction } from './bar-action';
import css from './selection-bar.module.css';
import type { ToldActions } from './told-actions';
import { useBarFocus } from './use-bar-focus';

interface SelectionBarProps {
  readonly selection: SelectionControl;
  /** How many could be chosen. */
  readonly total: number;
  /** Whether all that could be chosen are known by now. */
  readonly isKnown: boolean;
  /** Whether all chosen are favorites already. */
  readonly areFavorites: boolean;
  /** Whether the line for tags is open. */
  readonly isTagging: boolean;
  readonly onTagging: (isTagging: boolean) => void;
  readonly onCompare: (ids: readonly [string, string]) => void;
  readonly on: ToldActions;
}

function TagLine({ onDone }: { readonly onDone: (tags: readonly string[]) => void }): ReactElement {
  const [line, setLine] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onDone(parseTags(line));
  };
  return (
    <form className={css['tags']} onSubmit={submit}>
      <input
        ref={input}
        onKeyDown={({ key }) => {
          if (key === 'Escape') onDone([]);
        }}
        dir="auto"
        aria-label={t('selection.tags')}
        placeholder={t('notes.tagsHint')}
        value={line}
        onChange={({ target: { value } }) => setLine(value)}
      />
      <Button type="submit" look="primary">
        {t('selection.addTags')}
      </Button>
    </form>
  );
}

/** What is chosen, and what can be done with it: at the bottom of the window, where it moves nothing. */
export function SelectionBar(props: SelectionBarProps): ReactElement | null {
  const { selection, total, areFavorites, isTagging, onTagging, on } = props;
  const { chosen, takeAll, clear } = selection;
  const tagButton = useBarFocus(chosen.length > 0, isTagging);
  if (chosen.length === 0) return null;
  const [first, second, ...more] = chosen;
  const pair =
    first !== undefined && second !== undefined && more.length === 0 ? ([first, second] as const) : undefined;
  const remove = (): void => {
    on.remove(chosen);
    clear();
  };
  return (
    <div className={css['bar']} role="toolbar" aria-label={t('selection.title')}>
      <span role="status" className={css['count']}>
        {tCount('selection.count', chosen.length)}
      </span>
      {props.isKnown && chosen.length < total && (
        <Button look="quiet" onClick={takeAll}>
          {t('selection.all', { total })}
        </Button>
      )}
      {isTagging ? (
        <TagLine
          onDone={(tags) => {
            onTagging(false);
            if (tags.length > 0) on.addTags(chosen, tags);
          }}
        />
      ) : (
        <>
          <BarAction
            icon={Star}
            words={t(areFavorites ? 'selection.notFavorite' : 'history.favorite')}
            filled={areFavorites}
            aria-keyshortcuts="S"
            onClick={() => on.toggleFavorite(chosen)}
          />
          <BarAction
            ref={tagButton}
            icon={Tag}
            words={t('selection.addTags')}
            aria-keyshortcuts="T"
            onClick={() => onTagging(true)}
          />
          <BarAction
            icon={Copy}
            words={t('selection.copyPrompts')}
            aria-keyshortcuts="C"
            onClick={() => on.copyPrompts(chosen)}
          />
          <BarAction
            icon={Download}
            words={t(chosen.length === 1 ? 'history.download' : 'selection.downloadZip')}
            aria-keyshortcuts="D"
            onClick={() => on.download(chosen)}
          />
          {pair && (
            <BarAction icon={Columns2} words={t('compare.open')} onClick={() => props.onCompare(pair)} />
          )}
          <BarAction icon={Trash2} words={t('history.delete')} aria-keyshortcuts="Delete" onClick={remove} />
        </>
      )}
      <IconButton name={t('selection.clear')} icon={X} size={16} aria-keyshortcuts="Escape" onClick={clear} />
    </div>
  );
}
