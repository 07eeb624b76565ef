import type { ReactElement } from 'react';
import { useObjectUrl } from './hooks/use-object-url';
import { usePictureSource } from './picture-source';

interface ThumbnailProps {
  readonly pictureId: string;
  readonly alt: string;
  readonly className?: string | undefined;
}

/** The small form of a kept picture. */
export function Thumbnail({ pictureId, alt, className }: ThumbnailProps): ReactElement {
  const { thumbnail } = usePictureSource();
  const url = useObjectUrl(pictureId, thumbnail);
  return <img className={className} src={url} alt={alt} dir="auto" decoding="async" draggable={false} />;
}
