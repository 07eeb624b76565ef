import type { Job } from '@/utils/core/job/job';

/** The hosts that hold a job's pictures, as a person reads them. */
export function pendingHosts({ pendingPictures = [] }: Job): string {
  return [...new Set(pendingPictures.map(({ address }) => URL.parse(address)?.host ?? address))].join(', ');
}
