import type { CSSProperties, ReactElement } from 'react';
import type { PictureEntry } from '@/utils/core/history/history';
import { excerpt } from '@/utils/core/text/excerpt';
import { isZoomed, offsetOf, type Zoom, type ZoomFrame } from '@/utils/core/history/zoom';
import { canShowOriginal } from '@/utils/core/picture/decode-limit';
import { useShownPicture } from '../hooks/use-shown-picture';
import { usePictureSource } from '../widgets/picture-source';
import { UndecodedPicture } from './undecoded-picture';
import css from './zoomed-picture.module.css';

interface ZoomedPictureProps {
  readonly entry: PictureEntry;
  readonly zoom: Zoom;
  /** Absent until its frame is measured. */
  readonly frame: ZoomFrame | undefined;
  readonly style?: CSSProperties;
}

/** The original of a picture in the middle of its frame, as near as somebody looks. */
function DecodedPicture({ entry, zoom, frame, style }: ZoomedPictureProps): ReactElement {
  const { picture, job } = entry;
  const { original } = usePictureSource();
  const shown = useShownPicture(picture.id, original);
  const offset = frame && offsetOf(zoom, frame);
  const placed: CSSProperties | undefined = frame &&
    offset && {
      width: frame.fitted.width,
      height: frame.fitted.height,
      transform: `translate(-50%, -50%) translate(${offset.x}px, ${offset.y}px) scale(${zoom.factor})`,
    };
  return (
    <img
      {...shown}
      className={css['picture']}
      style={{ ...placed, ...style }}
      alt={excerpt(job.prompt)}
      dir="auto"
      width={picture.width}
      height={picture.height}
      // A picture that is seen whole can be dragged to another program.
      draggable={!isZoomed(zoom)}
    />
  );
}

/** The original of a picture, or where it is too large to be decoded, a way to save it. */
export function ZoomedPicture(props: ZoomedPictureProps): ReactElement {
  const { entry } = props;
  return canShowOriginal(entry.picture) ? <DecodedPicture {...props} /> : <UndecodedPicture entry={entry} />;
}
