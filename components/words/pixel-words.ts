import { t } from '@/utils/i18n/translate';

/** Width and height of a picture in words; 0 stands for what is not known. */
export function pixelWords({ width, height }: { readonly width: number; readonly height: number }): string {
  return width > 0 && height > 0 ? `${width} × ${height}` : t('picture.sizeUnknown');
}
