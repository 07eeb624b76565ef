import { createLive } from '@/components/hooks/live';
import { ReadyServersProvider } from '@/components/jobs/ready-servers-provider';
import { SiteProvider } from '@/components/jobs/site-provider';
import { GalleryPage } from '@/components/pages/gallery-page';
import { mount } from '@/components/widgets/mount';
import { PictureSourceContext } from '@/components/widgets/picture-source';
import '@/components/widgets/tokens.css';
import { applyPageLanguage } from '@/utils/browser/page-language';
import { currentWindowId } from '@/utils/browser/pages';
import { t } from '@/utils/i18n/translate';
import { createDatabaseOpener } from '@/utils/storage/database';
import { createHistoryReader } from '@/utils/storage/history-reader';
import { createPictureListReader } from '@/utils/storage/picture-list-reader';
import { readSettings, watchSettings } from '@/utils/storage/settings-store';
import { createTransferReader } from '@/utils/storage/transfer-reader';
import { createTrashReader } from '@/utils/storage/trash-reader';
import { composeHistory } from './compose-history';
import { composeStorage } from './compose-storage';
import { composeTransfer } from './compose-transfer';
import { composeTrash } from './compose-trash';
import { createSetupLive } from '../shared/setup-live';
import { copyBugReport } from '../shared/copy-bug-report';

const open = createDatabaseOpener();
const reader = createHistoryReader(open);
applyPageLanguage(`${t('page.history')} – ${t('extension.name')}`);
// Known beforehand, because the side panel opens only in the very turn of a click.
const page = composeHistory(reader, createPictureListReader(open), await currentWindowId());
const trash = composeTrash(createTrashReader(open));
const storage = composeStorage(open);
const settings = createLive(readSettings, watchSettings);
const transfer = composeTransfer(createTransferReader(open));
mount(
  <PictureSourceContext value={reader}>
    <SiteProvider settings={settings}>
      <ReadyServersProvider setup={createSetupLive()}>
        <GalleryPage {...page} {...trash} {...storage} transfer={transfer} />
      </ReadyServersProvider>
    </SiteProvider>
  </PictureSourceContext>,
  copyBugReport,
);
