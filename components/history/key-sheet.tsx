import type { ReactElement } from 'react';
import { t } from '@/utils/i18n/translate';
import { Dialog } from '../widgets/dialog';
import type { KeyHint } from './history-keys';
import css from './key-sheet.module.css';

interface KeySheetProps {
  /** Keys by where they work. */
  readonly groups: readonly { readonly title: string; readonly hints: readonly KeyHint[] }[];
  readonly onClose: () => void;
}

const isMac = (): boolean => navigator.platform.startsWith('Mac');

/** What is written on keys that browsers know by another name. */
const CAPS: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
};

/** A key as it is written on this person's keyboard. */
function keyWords(part: string): string {
  if (part === 'Ctrl') return isMac() ? '⌘' : part;
  return CAPS[part] ?? (part.length === 1 ? part.toUpperCase() : part);
}

/** Keys that are pressed together; the one that is the sign between them stands alone. */
function partsOf(combination: string): readonly string[] {
  return combination.length > 1 ? combination.split('+') : [combination];
}

function Keys({ hint }: { readonly hint: KeyHint }): ReactElement {
  return (
    <dt>
      {hint.keys.map((combination) => (
        <span key={combination} className={css['keys']}>
          {partsOf(combination).map((part) => (
            <kbd key={part}>{keyWords(part)}</kbd>
          ))}
        </span>
      ))}
    </dt>
  );
}

/** Everything that keys do, to look up. */
export function KeySheet({ groups, onClose }: KeySheetProps): ReactElement {
  return (
    <Dialog title={t('keys.title')} onClose={onClose}>
      {groups.map(({ title, hints }) => (
        <section key={title} className={css['group']}>
          <h3>{title}</h3>
          <dl className={css['list']}>
            {hints.map((hint) => (
              <div key={hint.words}>
                <Keys hint={hint} />
                <dd>{t(hint.words)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
