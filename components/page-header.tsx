import { Images, Settings, type LucideIcon } from 'lucide-react';
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

interface WayToProps {
  readonly name: string;
  readonly icon: LucideIcon;
  readonly onClick: () => void;
}

function WayTo({ name, icon: Icon, onClick }: WayToProps): ReactElement {
  return (
    <Button look="quiet" icon aria-label={name} title={name} onClick={onClick}>
      <Icon size={18} aria-hidden />
    </Button>
  );
}

/** The name of the page and the ways to the others. */
export function PageHeader(props: PageHeaderProps): ReactElement {
  const { title, look, children, onOpenGallery, onOpenOptions } = props;
  return (
    <header className={`${css['header']} ${look ? css[look] : ''}`}>
      <Logo />
      <h1 className={css['title']}>{title}</h1>
      {children}
      {onOpenGallery && <WayTo name={t('page.openHistory')} icon={Images} onClick={onOpenGallery} />}
      {onOpenOptions && <WayTo name={t('page.openOptions')} icon={Settings} onClick={onOpenOptions} />}
    </header>
  );
}
