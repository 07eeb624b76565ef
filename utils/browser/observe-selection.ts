import type { ObservedSelection } from '../core/text/passage';

/**
 * Runs inside the page: the browser carries this function's own text there, so it may use nothing from outside. It
 * reads the selection with its line breaks and surroundings, and touches nothing. What stands in a password field is
 * never read.
 */
export function observeSelection(): ObservedSelection | null {
  const contextLength = 64;
  const longestText = 1_000_000;
  const language = document.documentElement.lang;

  const field = document.activeElement;
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
  const text = selection?.toString().slice(0, longestText) ?? '';
  if (!selection || selection.rangeCount === 0 || text.trim() === '') return null;
  const range = selection.getRangeAt(0);

  const readable = (node: Node): boolean =>
    !/^(?:SCRIPT|STYLE|NOSCRIPT)$/.test(node.parentElement?.tagName ?? '');
  const around = (edge: Node, offset: number, backwards: boolean): string => {
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT, (node) =>
      readable(node) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT,
    );
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

  return {
    text,
    before: around(range.startContainer, range.startOffset, true),
    after: around(range.endContainer, range.endOffset, false),
    headings: trail.map(({ title }) => title),
    language,
    position: passed.toString().length,
  };
}
