/**
 * Runs inside the page, as `observeSelection` does, and may use nothing from outside either. Finds whether a reader does
 * not see some of the selected words: transparent, in the color of what is behind them, too small, cut off, or out of
 * reach. Text that is not displayed and text that cannot be selected is not in the words. Where what is behind words
 * cannot be known, as a picture or the page around a frame, they count as seen.
 *
 * It looks at 500 texts, and goes on for 60 milliseconds at most; what is not looked at by then counts as seen.
 */
export function findHiddenText(): boolean {
  const timeMs = 60;
  const leastTexts = 500;
  const progress = { beganAt: performance.now(), texts: 0 };
  const leastAlpha = 0.05;
  const leastDifference = 12;

  type Color = readonly [red: number, green: number, blue: number, alpha: number];
  const colors = new Map<string, Color>();
  const canvas = { context: null as OffscreenCanvasRenderingContext2D | null };
  /** A computed color in sRGB, alpha from 0 to 1. Other notations than `rgb()` are converted by drawing one pixel. */
  const colorOf = (text: string): Color => {
    const known = colors.get(text);
    if (known) return known;
    let [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
    if (!/^rgba?\(/.test(text)) {
      canvas.context ??= new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
      canvas.context?.clearRect(0, 0, 1, 1);
      if (canvas.context) canvas.context.fillStyle = text;
      canvas.context?.fillRect(0, 0, 1, 1);
      const pixel = canvas.context?.getImageData(0, 0, 1, 1).data ?? [];
      [red = 0, green = 0, blue = 0, alpha = 255] = pixel;
      alpha /= 255;
    }
    const color = [red, green, blue, alpha] as const;
    colors.set(text, color);
    return color;
  };

  const parentOf = (element: Element): Element | null => {
    if (element.parentElement) return element.parentElement;
    const root = element.getRootNode();
    return root instanceof ShadowRoot ? root.host : null;
  };

  const opacities = new Map<Element, number>();
  /** How much is seen of an element, from 0 to 1: by its opacity, by what cuts it down to nothing, and by those around. */
  const opacityOf = (element: Element): number => {
    const known = opacities.get(element);
    if (known !== undefined) return known;
    const style = getComputedStyle(element);
    const [top = 0, right = 9, bottom = 9, left = 0] = style.clip.startsWith('rect')
      ? (style.clip.match(/-?[\d.]+/g) ?? []).map(Number)
      : [];
    const { width, height } = element.getBoundingClientRect();
    // Overflow does not apply to these.
    const isBox = !/^(?:inline|contents)$/.test(style.display);
    const isCut =
      (/^(?:absolute|fixed)$/.test(style.position) && (right - left <= 1 || bottom - top <= 1)) ||
      (isBox && style.overflowX !== 'visible' && width <= 1) ||
      (isBox && style.overflowY !== 'visible' && height <= 1) ||
      /^(?:inset\((?:[5-9]\d|1\d\d)[\d.]*%|circle\(0)/.test(style.clipPath) ||
      /opacity\(0(?:\.0\d*)?%?\)/.test(style.filter);
    const parent = parentOf(element);
    const opacity = isCut ? 0 : Number(style.opacity) * (parent ? opacityOf(parent) : 1);
    opacities.set(element, opacity);
    return opacity;
  };

  /** What is painted behind an element, nearest first: in the window as it is there, elsewhere those around it. */
  const layersBehind = (element: Element, { left, right, top, bottom }: DOMRect): readonly Element[] => {
    const stack = document.elementsFromPoint((left + right) / 2, (top + bottom) / 2);
    const place = stack.indexOf(element);
    if (place >= 0) return stack.slice(place);
    const around: Element[] = [];
    for (let one: Element | null = element; one; one = parentOf(one)) around.push(one);
    return around;
  };

  const isPainted = ({ content, backgroundImage, backgroundColor }: CSSStyleDeclaration): boolean =>
    content !== 'none' &&
    content !== 'normal' &&
    (backgroundImage !== 'none' || colorOf(backgroundColor)[3] >= leastAlpha);

  /** The color of one layer; `undefined` where there is none, and `unknown` for pictures and what is half transparent. */
  const layerColor = (layer: Element, isOwn: boolean): Color | 'unknown' | undefined => {
    const style = getComputedStyle(layer);
    const isPicture = /^(?:img|video|canvas|iframe|object|embed|svg|image|path|rect|circle)$/i.test(
      layer.tagName,
    );
    if ((!isOwn && isPicture) || layer.shadowRoot !== null || layer.tagName.includes('-')) return 'unknown';
    const pseudo = ['::before', '::after'].map((name) => getComputedStyle(layer, name));
    if (style.backgroundImage !== 'none' || pseudo.some(isPainted)) return 'unknown';
    const color = colorOf(style.backgroundColor);
    if (color[3] < leastAlpha) return undefined;
    return color[3] > 0.9 ? color : 'unknown';
  };

  /** The color of the page itself (CSS Backgrounds §2.11.2). A frame may show the page around it. */
  const canvasColor = (): Color | 'unknown' => {
    for (const root of [document.documentElement, document.body]) {
      const color = layerColor(root, false);
      if (color !== undefined) return color;
    }
    if (window !== window.top) return 'unknown';
    const scheme = getComputedStyle(document.documentElement).colorScheme;
    const isDark =
      scheme.includes('dark') &&
      (!scheme.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches);
    return isDark ? [18, 18, 18, 1] : [255, 255, 255, 1];
  };

  const colorBehind = (element: Element, rect: DOMRect): Color | 'unknown' => {
    for (const layer of layersBehind(element, rect)) {
      const color = layerColor(layer, layer === element);
      if (color !== undefined) return color;
    }
    return canvasColor();
  };

  /** Whether letters have no color, or the one of what is behind them. Shadows and outlines can be seen by themselves. */
  const isColorless = (element: Element, rect: DOMRect): boolean => {
    const style = getComputedStyle(element);
    if (style.textShadow !== 'none' || Number.parseFloat(style.webkitTextStrokeWidth) > 0) return false;
    for (let around: Element | null = element; around; around = parentOf(around)) {
      if (getComputedStyle(around).backgroundClip.includes('text')) return false;
    }
    const color = colorOf(style.webkitTextFillColor || style.color);
    if (color[3] < leastAlpha) return true;
    const behind = colorBehind(element, rect);
    if (behind === 'unknown') return false;
    return color
      .slice(0, 3)
      .every((channel, place) => Math.abs(channel - (behind[place] ?? 0)) <= leastDifference);
  };

  /** Whether text lies where no scrolling brings it into view: off the page, or outside a box that cuts it off. */
  const isOutOfReach = (element: Element, rects: readonly DOMRect[]): boolean => {
    const root = document.documentElement;
    // Unless the root has overflow of its own, that of the body is the window's (CSS Overflow §3.3).
    const isWindow = (one: Element): boolean =>
      one === root || (one === document.body && getComputedStyle(root).overflowY === 'visible');
    for (let around: Element | null = element; around && !isWindow(around); around = parentOf(around)) {
      const { overflowX, overflowY, position } = getComputedStyle(around);
      if (position === 'fixed') {
        return rects.every(
          ({ left, right, top, bottom }) =>
            right <= 0 || bottom <= 0 || left >= innerWidth || top >= innerHeight,
        );
      }
      if (/auto|scroll/.test(`${overflowX} ${overflowY}`)) return false;
      if (!/hidden|clip/.test(overflowX) || !/hidden|clip/.test(overflowY)) continue;
      const box = around.getBoundingClientRect();
      const isIn = rects.some(
        ({ left, right, top, bottom }) =>
          right > box.left && left < box.right && bottom > box.top && top < box.bottom,
      );
      if (!isIn) return true;
    }
    const isRightToLeft = getComputedStyle(root).direction === 'rtl';
    const isFixedWidth = [root, document.body].some((one) =>
      /hidden|clip/.test(getComputedStyle(one).overflowX),
    );
    return rects.every(({ left, right, bottom }) => {
      const isLeft = right + scrollX <= 0 && (isFixedWidth || !isRightToLeft);
      const isRight = left + scrollX >= innerWidth && (isFixedWidth || isRightToLeft);
      return bottom + scrollY <= 0 || isLeft || isRight;
    });
  };

  const isHidden = (element: Element, rects: readonly DOMRect[]): boolean => {
    const [first] = rects;
    return (
      Number.parseFloat(getComputedStyle(element).fontSize) < 2 ||
      rects.every(({ width, height }) => width < 1 || height < 2) ||
      opacityOf(element) < leastAlpha ||
      isOutOfReach(element, rects) ||
      (first !== undefined && isColorless(element, first))
    );
  };

  const isInWords = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true }) && getComputedStyle(element).userSelect !== 'none';

  /** Whether one selected range holds hidden text; blanks and characters without a form of their own are not looked at. */
  const holdsHidden = (range: Range): boolean => {
    const { startContainer, commonAncestorContainer } = range;
    const walker = document.createTreeWalker(commonAncestorContainer, NodeFilter.SHOW_TEXT);
    walker.currentNode = startContainer;
    const first = startContainer instanceof Text ? startContainer : walker.nextNode();
    for (let node = first; node && range.comparePoint(node, 0) <= 0; node = walker.nextNode()) {
      if (progress.texts > leastTexts && performance.now() > progress.beganAt + timeMs) return false;
      if (!(node instanceof Text) || !node.parentElement || !range.intersectsNode(node)) continue;
      const part = document.createRange();
      part.setStart(node, node === range.startContainer ? range.startOffset : 0);
      part.setEnd(node, node === range.endContainer ? range.endOffset : node.length);
      if (!/[^\s\p{Default_Ignorable_Code_Point}\p{C}\p{M}]/u.test(part.toString())) continue;
      if (!isInWords(node.parentElement)) continue;
      progress.texts += 1;
      const rects = [...part.getClientRects()];
      if (rects.length > 0 && isHidden(node.parentElement, rects)) return true;
    }
    return false;
  };

  const selection = getSelection();
  const ranges = Array.from({ length: selection?.rangeCount ?? 0 }, (_, place) =>
    selection?.getRangeAt(place),
  );
  return ranges.some((range) => range !== undefined && holdsHidden(range));
}
