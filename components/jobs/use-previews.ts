import { useEffect, useState } from 'react';
import type { Job } from '@/utils/core/job/job';
import { usePictureSource } from '../widgets/picture-source';

const NONE: readonly string[] = [];

/**
 * Addresses of a job's unfinished pictures, read anew whenever its row is. An address is given up only when the next
 * one is there, so that nothing flickers, or when none is wanted any more, so that no bytes are held for nothing.
 */
export function usePreviews(job: Job, wanted: boolean): readonly string[] {
  const { previews } = usePictureSource();
  const [addresses, setAddresses] = useState(NONE);
  useEffect(() => {
    if (!wanted) return undefined;
    let left = false;
    const show = (blobs: readonly Blob[]): void => {
      if (!left) setAddresses(blobs.map((blob) => URL.createObjectURL(blob)));
    };
    // A preview that cannot be read is none; the finished picture is told of elsewhere.
    previews(job.id).then(show, () => undefined);
    return () => {
      left = true;
    };
  }, [job, wanted, previews]);
  useEffect(() => (wanted ? () => setAddresses(NONE) : undefined), [wanted]);
  useEffect(() => () => addresses.forEach((address) => URL.revokeObjectURL(address)), [addresses]);
  return wanted ? addresses : NONE;
}
