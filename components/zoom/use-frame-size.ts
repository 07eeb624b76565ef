import { useLayoutEffect, useState } from 'react';
import type { Size } from '@/utils/core/history/zoom';

/** Width and height of an element in CSS pixels, as they are now; `undefined` until it is there. */
export function useFrameSize(element: HTMLElement | null): Size | undefined {
  const [size, setSize] = useState<Size>();
  useLayoutEffect(() => {
    if (!element) return undefined;
    const measure = (): void => setSize({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return size && size.width > 0 && size.height > 0 ? size : undefined;
}
