import { SiteProvider } from '@/components/jobs/site-provider';
import { mount } from '@/components/widgets/mount';
import { PictureSourceContext } from '@/components/widgets/picture-source';
import { Workbench } from '@/components/pages/workbench';
import '@/components/widgets/tokens.css';
import { applyPageLanguage } from '@/utils/browser/page-language';
import { readActiveSelection } from '@/utils/browser/selection';
import { t } from '@/utils/i18n/translate';
import { createDatabaseOpener } from '@/utils/storage/database';
import { createHistoryReader } from '@/utils/storage/history-reader';
import { composeWorkbench } from './compose-workbench';
import { afterPaint } from '../shared/first-paint';
import { copyBugReport } from '../shared/copy-bug-report';
import './style.css';

const open = createDatabaseOpener();
const reader = createHistoryReader(open);
const readSelection = afterPaint(readActiveSelection);
applyPageLanguage(t('page.popup'));
const workbench = composeWorkbench(open, reader);
mount(
  <PictureSourceContext value={reader}>
    <SiteProvider settings={workbench.settings}>
      <Workbench {...workbench} readSelection={readSelection} />
    </SiteProvider>
  </PictureSourceContext>,
  copyBugReport,
);
