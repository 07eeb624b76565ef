import type { ReactElement } from 'react';
import { wantedPictures, type Job } from '@/utils/core/job/job';
import { excerpt } from '@/utils/core/text/excerpt';
import { tCount } from '@/utils/i18n/translate';
import { Button } from '../widgets/button';
import { Thumbnail } from '../widgets/thumbnail';
import type { JobCallbacks } from './job-callbacks';
import css from './job-item.module.css';

interface JobPicturesProps {
  readonly job: Job;
  /** Whether places are kept for the pictures that are still to come. */
  readonly keepsPlaces: boolean;
  readonly on: Pick<JobCallbacks, 'openGallery'>;
}

/** Pictures of one job that a list shows; a server may send more than it was asked for. */
const SHOWN_PICTURES = 10;

/** The shape of a picture that is to come, as CSS writes it; square where the server decides. */
function shapeOf({ parameters: { size = '' } }: Job): string {
  const [, width, height] = /^(\d{2,5})x(\d{2,5})$/.exec(size) ?? [];
  return width !== undefined && height !== undefined ? `${width} / ${height}` : '1';
}

/** The pictures of a job, and places of those to come, so that nothing moves when one comes. */
export function JobPictures({ job, keepsPlaces, on }: JobPicturesProps): ReactElement | null {
  const { pictureIds } = job;
  const wanted = wantedPictures(job);
  const more = pictureIds.length - SHOWN_PICTURES;
  const toCome = keepsPlaces ? Math.max(0, Math.min(wanted, SHOWN_PICTURES) - pictureIds.length) : 0;
  if (pictureIds.length + toCome === 0) return null;
  const isSingle = wanted === 1 && pictureIds.length <= 1;
  return (
    <div className={`${css['pictures']} ${isSingle ? css['single'] : ''}`}>
      {pictureIds.slice(0, SHOWN_PICTURES).map((image) => (
        <button
          key={image}
          type="button"
          className={css['picture']}
          onClick={() => on.openGallery({ image })}
        >
          <Thumbnail pictureId={image} alt={excerpt(job.prompt)} />
        </button>
      ))}
      {Array.from({ length: toCome }, (_, place) => (
        <div
          key={place}
          className={css['place']}
          style={isSingle ? { aspectRatio: shapeOf(job) } : undefined}
          aria-hidden
        />
      ))}
      {more > 0 && (
        <Button small onClick={() => on.openGallery({ job: job.id })}>
          {tCount('jobs.more', more)}
        </Button>
      )}
    </div>
  );
}
