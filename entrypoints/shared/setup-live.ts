import type { Live } from '@/components/hooks/live';
import { onAccessGranted } from '@/utils/browser/host-access';
import type { SetupState } from '@/utils/core/connection/connect';
import { changesIn } from '@/utils/messaging/change-feed';
import { ask } from '@/utils/messaging/client';
import { watchSettings } from '@/utils/storage/settings-store';
import { createLiveAfterPaint } from './first-paint';

/** What is missing before pictures can be made, asked anew when settings or permissions change. */
export function createSetupLive(): Live<SetupState> {
  return createLiveAfterPaint(
    () => ask({ type: 'checkSetup' }),
    (onChange) => {
      const stops = [
        onAccessGranted(() => onChange()),
        watchSettings(onChange),
        changesIn('servers')(onChange),
      ];
      return () => stops.forEach((stop) => stop());
    },
  );
}
