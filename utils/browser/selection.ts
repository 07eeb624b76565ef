import * as v from 'valibot';
import { holdsHiddenCharacters } from '../core/text/hidden-characters';
import { withoutCredentials, type FoundSelection, type ObservedSelection } from '../core/text/passage';
import { extensionApi } from './extension-api';
import { findHiddenText } from './find-hidden-text';
import { observeSelection } from './observe-selection';

/** A page that does not answer at once must not hold up the person's click. */
const PATIENCE_MS = 1000;

/** What comes from a page is the page's word, and is checked. */
const observedSchema = v.object({
  text: v.string(),
  displayed: v.exactOptional(v.string()),
  before: v.string(),
  after: v.string(),
  headings: v.array(v.string()),
  language: v.string(),
  position: v.exactOptional(v.pipe(v.number(), v.minValue(0))),
});

function parseObserved(value: unknown): ObservedSelection | null {
  const parsed = v.safeParse(observedSchema, value);
  return parsed.success && parsed.output.text.trim() !== '' ? parsed.output : null;
}

type Target = Parameters<typeof extensionApi.scripting.executeScript>[0]['target'];

/** What a function answers in each frame of a page; empty where no script may run. */
async function runIn<Args extends unknown[]>(
  target: Target,
  func: (...args: Args) => unknown,
  args: Args,
): Promise<readonly { readonly frameId: number; readonly result?: unknown }[]> {
  const patience = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE_MS, null));
  try {
    const running = extensionApi.scripting.executeScript({ target, func, args });
    return (await Promise.race([running, patience])) ?? [];
  } catch {
    // Store pages, the PDF viewer and frames of other sites take no script; the menu's own text serves there.
    return [];
  }
}

/** Adds whether some of the words are hidden. A text field shows all of its text. */
async function withHiddenText(
  tabId: number,
  frameId: number,
  result: unknown,
): Promise<ObservedSelection | null> {
  const observed = parseObserved(result);
  if (observed?.position === undefined) return observed;
  const [found] = await runIn({ tabId, frameIds: [frameId] }, findHiddenText, []);
  return found?.result === true ? { ...observed, hasHiddenText: true } : observed;
}

/** The selection in the frame that was clicked, or `null` where no script may look. */
export async function observeFrame(tabId: number, frameId: number): Promise<ObservedSelection | null> {
  const [seen] = await runIn({ tabId, frameIds: [frameId] }, observeSelection, [false]);
  return withHiddenText(tabId, frameId, seen?.result);
}

/**
 * The selection in the frame with the focus, or `null`. A frame of another origin cannot say whether it has the focus: of
 * those, one counts where the page itself has no focus and no other frame has a selection.
 */
async function observeFocused(tabId: number): Promise<ObservedSelection | null> {
  const frames = await runIn({ tabId, allFrames: true }, observeSelection, [true]);
  const focused = frames.filter(({ result }) => result !== 'unfocused');
  const page = focused.find(({ frameId }) => frameId === 0);
  const selected = page ? [page] : focused.filter(({ result }) => parseObserved(result) !== null);
  const [only] = selected;
  return only && selected.length === 1 ? withHiddenText(tabId, only.frameId, only.result) : null;
}

/**
 * The selection on the page in front, in the frame with the focus, as the popup finds it; `null` when there is none or the
 * page refuses.
 */
export async function readActiveSelection(): Promise<FoundSelection | null> {
  const [tab] = await extensionApi.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return null;
  const observed = await observeFocused(tab.id);
  if (!observed) return null;
  const { text, displayed: _, hasHiddenText = false, ...surroundings } = observed;
  const passage = {
    ...surroundings,
    quote: text,
    pageTitle: tab.title ?? '',
    pageUrl: withoutCredentials(tab.url ?? ''),
  };
  return { passage, hasHiddenText: hasHiddenText || holdsHiddenCharacters(text) };
}
