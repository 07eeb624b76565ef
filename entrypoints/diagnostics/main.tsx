import { DiagnosticsPage } from '@/components/diagnostics/diagnostics-page';
import { mount } from '@/components/widgets/mount';
import '@/components/widgets/tokens.css';
import { applyPageLanguage } from '@/utils/browser/page-language';
import { t } from '@/utils/i18n/translate';
import { createDatabaseOpener } from '@/utils/storage/database';
import { composeDiagnostics } from './compose-diagnostics';
import { copyBugReport } from '../shared/copy-bug-report';

applyPageLanguage(`${t('diagnostics.title')} – ${t('extension.name')}`);
mount(<DiagnosticsPage {...composeDiagnostics(createDatabaseOpener())} />, copyBugReport);
