import { useEffect, useRef, type ReactElement } from 'react';
import { t } from '@/utils/i18n/translate';
import { Button } from './button';
import css from './history-page.module.css';

/** The end of what is shown: older pictures come as it is scrolled near, or by the button. */
export function OlderPictures({ onShow }: { readonly onShow: () => void }): ReactElement {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!end.current) return undefined;
    const near = ([seen]: readonly IntersectionObserverEntry[]): void => {
      if (seen?.isIntersecting) onShow();
    };
    const observer = new IntersectionObserver(near, { rootMargin: '600px' });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [onShow]);
  return (
    <div ref={end} className={css['older']}>
      <Button onClick={onShow}>{t('history.more')}</Button>
    </div>
  );
}
