import { useRef, useState, type FormEvent, type ReactElement } from 'react';
import { failureOf } from '@/utils/core/failure/failure';
import {
  FILE_NAME_PARTS,
  fileNameFor,
  unknownParts,
  type NamedPicture,
} from '@/utils/core/picture/file-name';
import { DEFAULT_FILE_NAME } from '@/utils/core/server/settings';
import { t } from '@/utils/i18n/translate';
import { Button } from '../widgets/button';
import { Field } from '../widgets/field';
import { failureWords } from '../words/failure-words';
import css from './options-page.module.css';

interface DownloadNameProps {
  readonly template: string;
  /** Settles when it is kept. */
  readonly onChange: (template: string) => Promise<unknown>;
}

/** A picture of which every part is known. */
function example(): NamedPicture {
  return {
    picture: {
      id: '01890a5d-ac96-774b-bcce-b302099a8057',
      index: 0,
      type: 'image/png',
      width: 1536,
      height: 1024,
      createdAt: Date.UTC(2026, 4, 17, 12, 30, 15),
    },
    job: {
      prompt: t('downloads.examplePrompt'),
      parameters: { model: 'gpt-image-2' },
      baseUrl: 'https://dddai.dev/v1',
      passage: {
        quote: t('downloads.examplePrompt'),
        before: '',
        after: '',
        headings: [],
        pageTitle: t('downloads.exampleTitle'),
        pageUrl: 'https://example.org/poems',
        language: '',
      },
    },
  };
}

/** How downloaded files are named, with an example that follows every key; kept when the box is left, or with Enter. */
export function DownloadName({ template, onChange }: DownloadNameProps): ReactElement {
  const box = useRef<HTMLInputElement>(null);
  const [kept, setKept] = useState(template);
  const [text, setText] = useState(template);
  const [saved, setSaved] = useState(false);
  const [failure, setFailure] = useState<string>();
  const wanted = text.trim() === '' ? DEFAULT_FILE_NAME : text.trim();
  const unknown = unknownParts(wanted);
  const problem = unknown.length > 0 ? t('downloads.unknown', { names: unknown.join(', ') }) : failure;

  const change = (typed: string): void => {
    setText(typed);
    setSaved(false);
    setFailure(undefined);
  };
  const keep = (): void => {
    if (unknown.length > 0) return;
    setText(wanted);
    if (wanted === kept) return;
    setKept(wanted);
    onChange(wanted).then(
      () => setSaved(true),
      (thrown: unknown) => {
        setKept(kept);
        setFailure(failureWords(failureOf(thrown)));
      },
    );
  };
  const insert = (part: string): void => {
    const { selectionStart, selectionEnd } = box.current ?? {};
    const start = selectionStart ?? text.length;
    change(`${text.slice(0, start)}{${part}}${text.slice(selectionEnd ?? start)}`);
    box.current?.focus();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    keep();
  };
  const hint = (
    <span aria-live="polite">
      {saved ? t('downloads.saved') : t('downloads.example', { name: fileNameFor(example(), wanted) })}
    </span>
  );
  return (
    <form className={css['card']} onSubmit={submit} noValidate>
      <h2>{t('downloads.title')}</h2>
      <Field label={t('downloads.name')} hint={hint} problem={problem}>
        {(control) => (
          <input
            {...control}
            ref={box}
            type="text"
            autoComplete="off"
            spellCheck={false}
            value={text}
            onChange={({ target }) => change(target.value)}
            onBlur={keep}
          />
        )}
      </Field>
      <div className={css['buttons']} role="group" aria-label={t('downloads.parts')}>
        {FILE_NAME_PARTS.map((part) => (
          <Button
            key={part}
            small
            aria-label={t('downloads.insert', { part: t(`fileNamePart.${part}`) })}
            title={`{${part}}`}
            // The box keeps its focus, and with it the place where the words go.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => insert(part)}
          >
            {t(`fileNamePart.${part}`)}
          </Button>
        ))}
      </div>
    </form>
  );
}
