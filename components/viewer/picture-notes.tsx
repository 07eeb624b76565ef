import { useState, type ReactElement } from 'react';
import type { PictureEntry } from '@/utils/core/history/history';
import { parseTags } from '@/utils/core/text/tags';
import { t } from '@/utils/i18n/translate';
import { Field } from '../widgets/field';

/** What a person can write down about a picture. */
export interface NoteCallbacks {
  readonly setTags: (entry: PictureEntry, tags: readonly string[]) => void;
  readonly setNote: (entry: PictureEntry, note: string) => void;
}

interface PictureNotesProps {
  readonly entry: PictureEntry;
  readonly on: NoteCallbacks;
}

/** Tags and a note of one picture, kept when a person leaves the field or presses Enter in the line of tags. */
export function PictureNotes({ entry, on }: PictureNotesProps): ReactElement {
  const keptTags = (entry.picture.tags ?? []).join(', ');
  const keptNote = entry.picture.note ?? '';
  const [tags, setTags] = useState(keptTags);
  const [note, setNote] = useState(keptNote);
  const keepTags = (): void => {
    const parsed = parseTags(tags);
    setTags(parsed.join(', '));
    if (parsed.join(', ') !== keptTags) on.setTags(entry, parsed);
  };
  return (
    <>
      <Field label={t('notes.tags')} hint={t('notes.tagsHint')}>
        {(control) => (
          <input
            {...control}
            dir="auto"
            value={tags}
            onChange={(event) => setTags(event.target.value)}
            onBlur={keepTags}
            onKeyDown={({ key, nativeEvent }) => {
              if (key === 'Enter' && !nativeEvent.isComposing) keepTags();
            }}
          />
        )}
      </Field>
      <Field label={t('notes.note')}>
        {(control) => (
          <textarea
            {...control}
            dir="auto"
            rows={2}
            value={note}
            onChange={(event) => setNote(event.target.value)}
            onBlur={() => {
              if (note.trim() !== keptNote) on.setNote(entry, note);
            }}
          />
        )}
      </Field>
    </>
  );
}
