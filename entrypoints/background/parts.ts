import { v7 as createId } from 'uuid';
import { createImageApi } from '@/utils/api/image-api';
import type { Fetch } from '@/utils/api/send';
import { hasAccess } from '@/utils/browser/host-access';
import { inspectPicture } from '@/utils/browser/inspect-picture';
import { liveness } from '@/utils/browser/liveness';
import { reportFault } from '@/utils/browser/log';
import { setWatch } from '@/utils/browser/watch-alarm';
import { connect } from '@/utils/core/connect';
import { createJobQueue } from '@/utils/core/job-queue';
import { createAnnouncer } from '@/utils/messaging/change-feed';
import { createDatabaseOpener } from '@/utils/storage/database';
import { createJobStore } from '@/utils/storage/job-store';
import { createPictureStore } from '@/utils/storage/picture-store';
import { createSecretStore } from '@/utils/storage/secret-store';
import { readSettings } from '@/utils/storage/settings-store';

/** What the background is made of, made once: the map of what depends on what. */
export function createParts() {
  const open = createDatabaseOpener();
  const announce = createAnnouncer();
  const now = Date.now;
  const secrets = createSecretStore(open);
  const jobs = createJobStore(open, announce);
  const pictures = createPictureStore(open, announce);
  const fetchNow: Fetch = (url, init) => fetch(url, init);
  const connectionPorts = { readSettings, readKey: secrets.read, hasAccess };
  const connection = () => connect(connectionPorts);
  const generation = {
    jobs,
    api: createImageApi(fetchNow, hasAccess),
    inspect: inspectPicture,
    createId,
    now,
  };
  const watching = { liveness, connect: connection, watch: setWatch, report: reportFault };
  const queue = createJobQueue({ ...generation, ...watching });
  return {
    open,
    announce,
    now,
    secrets,
    jobs,
    pictures,
    fetch: fetchNow,
    connectionPorts,
    connection,
    queue,
  };
}

export type Parts = ReturnType<typeof createParts>;
