import { retentionLimit } from '@/utils/core/history/storage-use';
import type { Clock } from '@/utils/core/ports';
import type { PictureStore } from '@/utils/storage/picture-store';
import { readSettings } from '@/utils/storage/settings-store';

/**
 * Moves to the trash what the person's own rule says, where there is one.
 * @returns how many pictures these were
 */
export async function retirePictures(pictures: PictureStore, now: Clock): Promise<number> {
  const { retentionDays } = await readSettings();
  if (retentionDays === undefined) return 0;
  return pictures.retire(retentionLimit(retentionDays, now()), now());
}
