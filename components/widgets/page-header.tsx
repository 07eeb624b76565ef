import { Images, Settings } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { t } from '@/utils/i18n/translate';
import { IconButton } from './icon-button';
import { Logo } from './logo';
import css from './page-header.module.css';

interface PageHeaderProps {
  readonly title: string;
  readonly look?: 'large' | 'bare';
  readonly children?: ReactNode;
  readonly onOpenGallery?: () => void;
  readonly onOpenOptions?: () => void;
}

/** The name of the page and the ways to the others. */
export function PageHeader(props: PageHeaderProps): ReactElement {
  const { title, look, children, onOpenGallery, onOpenOptions } = props;
  return (
    <header className={`${css['header']} ${look ? css[look] : ''}`}>
      <Logo />
      <h1 className={css['title']}>{title}</h1>
      {children}
      {onOpenGallery && <IconButton name={t('page.openHistory')} icon={Images} onClick={onOpenGallery} />}
      {onOpenOptions && <IconButton name={t('page.openOptions')} icon={Settings} onClick={onOpenOptions} />}
    </header>
  );
}
