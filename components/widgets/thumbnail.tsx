import { ImageOff } from 'lucide-react';
import { useCallback, useState, type ReactElement } from 'react';
import type { Picture } from '@/utils/core/picture/picture';
import { t } from '@/utils/i18n/translate';
import { useShownPicture } from '../hooks/use-shown-picture';
import { pixelWords } from '../words/pixel-words';
import { usePictureSource } from './picture-source';
import css from './thumbnail.module.css';

interface ThumbnailProps {
  readonly pictureId: string;
  readonly alt: string;
  /** The row of the picture, where it is known: a placeholder says its dimensions. */
  readonly picture?: Picture | undefined;
  readonly className?: string | undefined;
}

/** One transparent pixel: the alternative text belongs to an image in every tile. */
const EMPTY_IMAGE = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

/** The small form of a kept picture; of one that was kept without decoding it, a placeholder. */
export function Thumbnail({ pictureId, alt, picture, className }: ThumbnailProps): ReactElement {
  const { thumbnail } = usePictureSource();
  const [missing, setMissing] = useState<string>();
  const load = useCallback(
    async (id: string) => {
      const found = await thumbnail(id);
      setMissing(found ? undefined : id);
      return found;
    },
    [thumbnail],
  );
  const shown = useShownPicture(pictureId, load);
  if (missing === pictureId) {
    return (
      <span className={`${css['placeholder']} ${className ?? ''}`}>
        <img className={css['hidden']} src={EMPTY_IMAGE} alt={alt} dir="auto" draggable={false} />
        <ImageOff size={20} aria-hidden />
        <span aria-hidden>{picture ? pixelWords(picture) : t('picture.noPreview')}</span>
      </span>
    );
  }
  return <img className={className} {...shown} alt={alt} dir="auto" decoding="async" draggable={false} />;
}
