import type { ObservedSelection } from '../core/text/passage';

/**
 * Runs inside the page: the browser carries this function's own text there, so it may use nothing from outside. It
 * reads the selection with its line breaks and surroundings, and touches nothing. What stands in a password field is
 * never read.
 * @param needsFocus whether the selection of a frame without the focus does not count: it stays when a frame is left
 * @returns `null` where nothing is selected
 */
export function observeSelection(needsFocus = false): ObservedSelection | 'unfocused' | null {
  const contextLength = 64;
  // One more than is taken, so that a longer selection is known as one.
  const longestText = 1_000_001;
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
  if (needsFocus && !hasFocus()) return 'unfocused';

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
    const { startContainer, commonAncestorContainer } = range;
    const walker = document.createTreeWalker(commonAncestorContainer, NodeFilter.SHOW_TEXT);
    walker.currentNode = startContainer;
    const first = startContainer instanceof Text ? startContainer : walker.nextNode();
    for (let node = first; node && range.comparePoint(node, 0) <= 0; node = walker.nextNode()) {
      if (!(node instanceof Text) || !range.intersectsNode(node)) continue;
      const start = node === range.startContainer ? range.startOffset : 0;
      const end = node === range.endContainer ? range.endOffset : node.length;
      if (node.data.slice(start, end).trim() !== '') yield { node, start, end };
    }
  };

  const isReading = (node: Node): boolean => Boolean(node.parentElement?.closest('rt, rp, rtc'));

  // Styles can change letters: capitals, full width.
  const comparable = (letter: string): string => letter.normalize('NFKC').toUpperCase();

  /** The words without the readings above them (HTML §4.5.10): Chromium puts both into one text. */
  const withoutReadings = (): string => {
    const root = range.commonAncestorContainer;
    if (!(root instanceof Element) || !root.querySelector('rt, rp, rtc') || root.closest('rt, rp, rtc')) {
      return displayed;
    }
    let kept = '';
    let at = 0;
    for (const { node, start, end } of selectedTexts()) {
      // Text that is not displayed is not in the selection's words either.
      if (!node.parentElement?.checkVisibility({ visibilityProperty: true })) continue;
      const written = node.data.slice(start, end).replace(/\s+/g, '');
      const letters = Array.from(written, comparable).join('');
      let next = at;
      let matched = 0;
      while (matched < letters.length && next < displayed.length) {
        const letter = String.fromCodePoint(displayed.codePointAt(next) ?? 0);
        const form = comparable(letter);
        if (letters.startsWith(form, matched)) matched += form.length;
        else if (letter.trim() !== '') break;
        next += letter.length;
      }
      // Nor is text that cannot be selected.
      if (matched < letters.length) continue;
      if (!isReading(node)) kept += displayed.slice(at, next);
      at = next;
    }
    kept += displayed.slice(at);
    return kept.trim() === '' ? displayed : kept;
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
  };
}
