import type { ObservedSelection } from '../core/text/passage';

/**
 * Runs inside the page: the browser carries this function's own text there, so it may use nothing from outside. It
 * reads the selection with its line breaks and surroundings, and touches nothing. What stands in a password field is
 * never read.
 * @param needsFocus whether a frame without the focus has nothing to say: selections stay in frames that were left
 */
export function observeSelection(needsFocus = false): ObservedSelection | null {
  const contextLength = 64;
  // One more than is taken, so that a longer selection is known as one.
  const longestText = 1_000_001;
  const hiddenTextTimeMs = 60;
  const language = document.documentElement.lang;

  const focused = (root: Document): Element | null => {
    let active = root.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active;
  };
  // Frames of another origin around this one cannot be looked into: then the frames below them decide.
  const hasFocus = (): boolean => {
    if (/^(?:IFRAME|FRAME|OBJECT|EMBED)$/.test(focused(document)?.tagName ?? '')) return false;
    for (let view: Window = window; view.frameElement; view = view.parent) {
      if (focused(view.frameElement.ownerDocument) !== view.frameElement) return false;
    }
    return true;
  };
  if (needsFocus && !hasFocus()) return null;

  const field = focused(document);
  if (
    field instanceof HTMLTextAreaElement ||
    (field instanceof HTMLInputElement && field.type !== 'password')
  ) {
    const { value, selectionStart: start, selectionEnd: end } = field;
    if (start !== null && end !== null && end > start) {
      return {
        text: value.slice(start, Math.min(end, start + longestText)),
        before: value.slice(Math.max(0, start - contextLength), start),
        after: value.slice(end, end + contextLength),
        headings: [],
        language,
      };
    }
  }

  const selection = getSelection();
  const displayed = selection?.toString().slice(0, longestText) ?? '';
  if (!selection || selection.rangeCount === 0 || displayed.trim() === '') return null;
  const range = selection.getRangeAt(0);

  /** The texts of the selection in their order, as far as they are selected. */
  const selectedTexts = function* (): Generator<{ node: Text; start: number; end: number }> {
    const root = range.commonAncestorContainer;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = root instanceof Text ? root : walker.nextNode(); node; node = walker.nextNode()) {
      if (!(node instanceof Text) || !range.intersectsNode(node)) continue;
      const start = node === range.startContainer ? range.startOffset : 0;
      const end = node === range.endContainer ? range.endOffset : node.length;
      if (node.data.slice(start, end).trim() !== '') yield { node, start, end };
    }
  };

  const isReading = (node: Node): boolean => Boolean(node.parentElement?.closest('rt, rp, rtc'));

  /** The words without the readings above them (HTML §4.5.10): Chromium puts both into one text. */
  const withoutReadings = (): string => {
    const root = range.commonAncestorContainer;
    if (!(root instanceof Element) || !root.querySelector('rt, rp, rtc') || root.closest('rt, rp, rtc')) {
      return displayed;
    }
    let kept = '';
    let at = 0;
    for (const { node, start, end } of selectedTexts()) {
      const letters = node.data.slice(start, end).replace(/\s+/g, '').toLowerCase();
      let next = at;
      let matched = 0;
      while (matched < letters.length && next < displayed.length) {
        const letter = displayed.charAt(next).toLowerCase();
        if (letter === letters.charAt(matched)) matched += 1;
        else if (letter.trim() !== '') break;
        next += 1;
      }
      // Text that is not displayed is not in the selection's words either.
      if (matched < letters.length) continue;
      if (!isReading(node)) kept += displayed.slice(at, next);
      at = next;
    }
    return kept + displayed.slice(at);
  };

  /** The transparency of a computed colour, from 0 to 1. */
  const alphaOf = (color: string): number => {
    const parts = /^rgba\(.*,\s*([\d.]+)\)$|\/\s*([\d.]+)\)$/.exec(color);
    return parts ? Number(parts[1] ?? parts[2]) : 1;
  };
  const channelsOf = (color: string): readonly number[] =>
    /^rgba?\(/.test(color) ? (color.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number) : [];

  const hiddenElements = new Map<Element, boolean>();
  /** Whether nothing of an element, or of one around it, can be seen: transparent, or cut down to nothing. */
  const isHiddenElement = (element: Element): boolean => {
    const known = hiddenElements.get(element);
    if (known !== undefined) return known;
    const { opacity, overflowX, overflowY, position, clip, clipPath } = getComputedStyle(element);
    const [top = 0, right = 9, bottom = 9, left = 0] = clip.startsWith('rect')
      ? (clip.match(/-?[\d.]+/g) ?? []).map(Number)
      : [];
    const { width, height } = element.getBoundingClientRect();
    const isClipped = /^(?:absolute|fixed)$/.test(position) && (right - left <= 1 || bottom - top <= 1);
    const isTiny = (overflowX !== 'visible' && width <= 1) || (overflowY !== 'visible' && height <= 1);
    const isInset = /^(?:inset\((?:[5-9]\d|1\d\d)[\d.]*%|circle\(0)/.test(clipPath);
    const parent = element.parentElement;
    const hidden =
      Number(opacity) < 0.05 ||
      isClipped ||
      isTiny ||
      isInset ||
      (parent !== null && isHiddenElement(parent));
    hiddenElements.set(element, hidden);
    return hidden;
  };

  /** Whether letters have the colour of what is behind them, or none. */
  const isColourless = (element: Element): boolean => {
    const { color, webkitTextFillColor } = getComputedStyle(element);
    const channels = channelsOf(color);
    for (let around: Element | null = element; around; around = around.parentElement) {
      const { backgroundColor, backgroundImage, backgroundClip } = getComputedStyle(around);
      if (backgroundClip.includes('text')) return false;
      if (Math.min(alphaOf(color), alphaOf(webkitTextFillColor)) < 0.05) continue;
      if (backgroundImage !== 'none' || channels.length === 0) return false;
      if (alphaOf(backgroundColor) < 0.9) continue;
      const behind = channelsOf(backgroundColor);
      return (
        behind.length === 3 &&
        channels.every((channel, place) => Math.abs(channel - (behind[place] ?? 0)) <= 4)
      );
    }
    return Math.min(alphaOf(color), alphaOf(webkitTextFillColor)) < 0.05;
  };

  /** Whether a text lies where no scrolling brings it into view: off the page, or outside a box that cuts it off. */
  const isOutside = (element: Element, rects: readonly DOMRect[]): boolean => {
    for (let around: Element | null = element; around; around = around.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(around);
      if (/auto|scroll/.test(`${overflowX} ${overflowY}`) && around !== document.body) return false;
      if (!/hidden|clip/.test(overflowX) || !/hidden|clip/.test(overflowY)) continue;
      if (around === document.body || around === document.documentElement) continue;
      const box = around.getBoundingClientRect();
      const isIn = rects.some(
        ({ left, right, top, bottom }) =>
          right > box.left && left < box.right && bottom > box.top && top < box.bottom,
      );
      if (!isIn) return true;
    }
    const isRightToLeft = getComputedStyle(document.documentElement).direction === 'rtl';
    return rects.every(
      ({ right, bottom }) => bottom + scrollY <= 0 || (!isRightToLeft && right + scrollX <= 0),
    );
  };

  /** Whether a reader does not see some of the words, as far as that is found out in a moment. */
  const hasHiddenText = (): boolean => {
    const deadline = performance.now() + hiddenTextTimeMs;
    const colourless = new Map<Element, boolean>();
    for (const { node, start, end } of selectedTexts()) {
      if (performance.now() > deadline) return false;
      const element = node.parentElement;
      // What is not displayed at all, and what cannot be selected, is not in the words.
      if (!element || !element.checkVisibility({ visibilityProperty: true })) continue;
      const { userSelect, fontSize } = getComputedStyle(element);
      if (userSelect === 'none') continue;
      const part = document.createRange();
      part.setStart(node, start);
      part.setEnd(node, end);
      const rects = [...part.getClientRects()];
      if (rects.length === 0) continue;
      const isColourlessHere = colourless.get(element) ?? isColourless(element);
      colourless.set(element, isColourlessHere);
      if (
        Number.parseFloat(fontSize) < 2 ||
        rects.every(({ width, height }) => width === 0 || height === 0) ||
        isColourlessHere ||
        isHiddenElement(element) ||
        isOutside(element, rects)
      ) {
        return true;
      }
    }
    return false;
  };

  const readable = (node: Node): boolean =>
    !/^(?:SCRIPT|STYLE|NOSCRIPT)$/.test(node.parentElement?.tagName ?? '') && !isReading(node);
  const around = (edge: Node, offset: number, backwards: boolean): string => {
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
    let found = '';
    if (edge instanceof Text) {
      walker.currentNode = edge;
      found = backwards ? edge.data.slice(0, offset) : edge.data.slice(offset);
    } else {
      const child = edge.childNodes[offset];
      let node: Node = child ?? edge;
      if (!child) while (node.lastChild) node = node.lastChild;
      walker.currentNode = node;
      // The text at the edge itself lies after an edge before it, and before an edge behind the last child.
      if (node instanceof Text && readable(node) && backwards === !child) found = node.data;
    }
    while (found.trim().length < contextLength) {
      const next = backwards ? walker.previousNode() : walker.nextNode();
      if (!(next instanceof Text)) break;
      if (!readable(next)) continue;
      found = backwards ? next.data + found : found + next.data;
    }
    const line = found.replace(/\s+/g, ' ');
    return backwards ? line.slice(-contextLength) : line.slice(0, contextLength);
  };

  const trail: { level: number; title: string }[] = [];
  for (const heading of document.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const position = range.startContainer.compareDocumentPosition(heading);
    if (!(position & Node.DOCUMENT_POSITION_PRECEDING)) break;
    const level = Number(heading.tagName[1]);
    while ((trail.at(-1)?.level ?? 0) >= level) trail.pop();
    trail.push({ level, title: (heading.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 200) });
  }

  const passed = document.createRange();
  passed.selectNodeContents(document.body);
  passed.setEnd(range.startContainer, range.startOffset);

  const text = withoutReadings();
  return {
    text,
    ...(text !== displayed && { displayed }),
    before: around(range.startContainer, range.startOffset, true),
    after: around(range.endContainer, range.endOffset, false),
    headings: trail.map(({ title }) => title),
    language,
    position: passed.toString().length,
    ...(hasHiddenText() && { hasHiddenText: true }),
  };
}
