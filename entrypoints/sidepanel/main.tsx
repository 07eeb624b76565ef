import { SiteProvider } from '@/components/jobs/site-provider';
import { mount } from '@/components/widgets/mount';
import { PictureSourceContext } from '@/components/widgets/picture-source';
import { Workbench } from '@/components/pages/workbench';
import '@/components/widgets/tokens.css';
import { applyPageLanguage } from '@/utils/browser/page-language';
import { t } from '@/utils/i18n/translate';
import { createDatabaseOpener } from '@/utils/storage/database';
import { createHistoryReader } from '@/utils/storage/history-reader';
import { composeWorkbench } from '../popup/compose-workbench';
import { copyBugReport } from '../shared/copy-bug-report';

const open = createDatabaseOpener();
const reader = createHistoryReader(open);
applyPageLanguage(t('page.panel'));
const workbench = composeWorkbench(open, reader);
mount(
  <PictureSourceContext value={reader}>
    <SiteProvider settings={workbench.settings}>
      <Workbench bare {...workbench} />
    </SiteProvider>
  </PictureSourceContext>,
  copyBugReport,
);
