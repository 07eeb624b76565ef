import type { ReactElement } from 'react';
import { useShownPicture } from '../hooks/use-shown-picture';
import { usePictureSource } from './picture-source';

interface ThumbnailProps {
  readonly pictureId: string;
  readonly alt: string;
  readonly className?: string | undefined;
}

/** The small form of a kept picture. */
export function Thumbnail({ pictureId, alt, className }: ThumbnailProps): ReactElement {
  const { thumbnail } = usePictureSource();
  const shown = useShownPicture(pictureId, thumbnail);
  return <img className={className} {...shown} alt={alt} dir="auto" decoding="async" draggable={false} />;
}
