import { mount } from '@/components/widgets/mount';
import { OptionsPage } from '@/components/settings/options-page';
import '@/components/widgets/tokens.css';
import { applyPageLanguage } from '@/utils/browser/page-language';
import { t } from '@/utils/i18n/translate';
import { createDatabaseOpener } from '@/utils/storage/database';
import { composeOptions } from './compose-options';
import { copyBugReport } from '../shared/copy-bug-report';

applyPageLanguage(`${t('options.title')} – ${t('extension.name')}`);
mount(<OptionsPage {...composeOptions(createDatabaseOpener())} />, copyBugReport);
