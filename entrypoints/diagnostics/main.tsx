import { DiagnosticsPage } from '@/components/diagnostics-page';
import { mount } from '@/components/mount';
import '@/components/tokens.css';
import { applyPageLanguage } from '@/utils/browser/page-language';
import { t } from '@/utils/i18n/translate';
import { createDatabaseOpener } from '@/utils/storage/database';
import { composeDiagnostics } from './compose-diagnostics';

applyPageLanguage(`${t('diagnostics.title')} – ${t('extension.name')}`);
mount(<DiagnosticsPage {...composeDiagnostics(createDatabaseOpener())} />);
