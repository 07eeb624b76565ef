import { createLive } from '@/components/hooks/live';
import type { StoragePageProps } from '@/components/storage/storage-page';
import { RETENTION_DAYS } from '@/utils/core/history/storage-use';
import { changesIn } from '@/utils/messaging/change-feed';
import { ask } from '@/utils/messaging/client';
import type { OpenDatabase } from '@/utils/storage/database';
import { readSettings, watchSettings } from '@/utils/storage/settings-store';
import { readStorageUse } from '@/utils/storage/storage-use-reader';

/** Joins the storage page with the background, the database and the settings. */
export function composeStorage(
  open: OpenDatabase,
): Pick<StoragePageProps, 'watchStorageUse' | 'retention' | 'setRetention'> {
  return {
    watchStorageUse: () => createLive(() => readStorageUse(open, Date.now()), changesIn('pictures')),
    retention: createLive(async () => (await readSettings()).retentionDays ?? null, watchSettings),
    async setRetention(days) {
      const rule = RETENTION_DAYS.find((one) => one === days) ?? null;
      return (await ask({ type: 'setRetention', days: rule })).retired;
    },
  };
}
