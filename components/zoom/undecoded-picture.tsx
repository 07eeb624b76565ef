import { Download } from 'lucide-react';
import type { ReactElement } from 'react';
import type { PictureEntry } from '@/utils/core/history/history';
import { fileNameFor } from '@/utils/core/picture/file-name';
import { DEFAULT_FILE_NAME } from '@/utils/core/server/settings';
import { t } from '@/utils/i18n/translate';
import { useObjectUrl } from '../hooks/use-object-url';
import { usePictureSource } from '../widgets/picture-source';
import { pixelWords } from '../words/pixel-words';
import css from './zoomed-picture.module.css';

/**
 * In place of an original that is too large to be decoded: what it is, and a link that saves it. Nothing here decodes
 * it: a link only names its bytes.
 */
export function UndecodedPicture({ entry }: { readonly entry: PictureEntry }): ReactElement {
  const { original } = usePictureSource();
  const url = useObjectUrl(entry.picture.id, original);
  return (
    <div className={css['undecoded']} role="note">
      <p>{t('picture.tooLarge', { size: pixelWords(entry.picture) })}</p>
      {url !== undefined && (
        <a href={url} download={fileNameFor(entry, DEFAULT_FILE_NAME)}>
          <Download size={16} aria-hidden />
          {t('history.download')}
        </a>
      )}
    </div>
  );
}
