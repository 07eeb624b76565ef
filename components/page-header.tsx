import { Images, Settings } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { t } from '@/utils/i18n/translate';
import { Button } from './button';
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
      {onOpenGallery && (
        <Button
          look="quiet"
          icon
          aria-label={t('page.openHistory')}
          title={t('page.openHistory')}
          onClick={onOpenGallery}
        >
          <Images size={18} aria-hidden />
        </Button>
      )}
      {onOpenOptions && (
        <Button
          look="quiet"
          icon
          aria-label={t('page.openOptions')}
          title={t('page.openOptions')}
          onClick={onOpenOptions}
        >
          <Settings size={18} aria-hidden />
        </Button>
      )}
    </header>
  );
}
