import * as v from 'valibot';
import { withoutCredentials, type FoundSelection, type ObservedSelection } from '../core/text/passage';
import { extensionApi } from './extension-api';
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
  hasHiddenText: v.exactOptional(v.boolean()),
});

function parseObserved(value: unknown): ObservedSelection | null {
  const parsed = v.safeParse(observedSchema, value);
  return parsed.success && parsed.output.text.trim() !== '' ? parsed.output : null;
}

type Target = Parameters<typeof extensionApi.scripting.executeScript>[0]['target'];

async function observe(target: Target, needsFocus: boolean): Promise<ObservedSelection | null> {
  const patience = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE_MS, null));
  try {
    const frames = await Promise.race([
      extensionApi.scripting.executeScript({ target, func: observeSelection, args: [needsFocus] }),
      patience,
    ]);
    const seen = (frames ?? []).map(({ result }) => parseObserved(result));
    return seen.find((selection) => selection !== null) ?? null;
  } catch {
    // Store pages, the PDF viewer and frames of other sites take no script; the menu's own text serves there.
    return null;
  }
}

/** The selection in the frame that was clicked, or `null` where no script may look. */
export function observeFrame(tabId: number, frameId: number): Promise<ObservedSelection | null> {
  return observe({ tabId, frameIds: [frameId] }, false);
}

/**
 * The selection on the page in front, in the frame with the focus, as the popup finds it; `null` when there is none or the
 * page refuses.
 */
export async function readActiveSelection(): Promise<FoundSelection | null> {
  const [tab] = await extensionApi.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return null;
  const observed = await observe({ tabId: tab.id, allFrames: true }, true);
  if (!observed) return null;
  const { text, displayed: _, hasHiddenText = false, ...surroundings } = observed;
  const passage = {
    ...surroundings,
    quote: text,
    pageTitle: tab.title ?? '',
    pageUrl: withoutCredentials(tab.url ?? ''),
  };
  return { passage, hasHiddenText };
}
