import type { Settings } from '../server/settings';
import { chooseSelection, withoutCredentials, type ObservedSelection, type Passage } from '../text/passage';
import { holdsHiddenCharacters } from '../text/hidden-characters';
import { cleanPrompt, requireShortText } from '../text/prompt';
import type { Draft } from './draft';
import type { JobOrder } from './job';

/** What the browser tells of a click on the menu entry. */
export interface ClickedSelection {
  readonly text: string;
  readonly pageTitle: string;
  readonly pageUrl: string;
}

/** What a click sets in motion. */
export interface MenuClickPorts {
  readonly readSettings: () => Promise<Settings>;
  readonly addJob: (order: JobOrder) => Promise<unknown>;
  readonly saveDraft: (draft: Draft) => Promise<void>;
  /** Whether the server may be called as things stand. */
  readonly isReady: () => Promise<boolean>;
  readonly openOptions: () => Promise<void>;
  /** Told of faults after the job is durable. */
  readonly report: (fault: unknown) => void;
}

function passageOf(quote: string, click: ClickedSelection, observed: ObservedSelection | null): Passage {
  const { before = '', after = '', headings = [], language = '' } = observed ?? {};
  const position = observed?.position;
  return {
    quote,
    before,
    after,
    headings,
    language,
    pageTitle: click.pageTitle,
    pageUrl: withoutCredentials(click.pageUrl),
    ...(position !== undefined && { position }),
  };
}

/**
 * Does what the person set for a click on selected words. An empty selection makes no job. Words that the page hides
 * from its readers are edited first, whatever is set. Without a key the job waits, and the options page opens to say why.
 * @throws FailureError `textTooLong`; nothing is kept then
 */
export async function handleMenuClick(
  ports: MenuClickPorts,
  click: ClickedSelection,
  observed: ObservedSelection | null,
): Promise<void> {
  const quote = chooseSelection(observed, click.text);
  const prompt = cleanPrompt(quote);
  if (prompt === '') return;
  requireShortText(quote);
  const passage = passageOf(quote, click, observed);
  const { afterMenuClick, parameters, providerId } = await ports.readSettings();
  const hasHiddenText = observed?.hasHiddenText === true || holdsHiddenCharacters(quote);
  if (afterMenuClick === 'edit' || hasHiddenText) {
    await ports.saveDraft({ prompt, passage, ...(hasHiddenText && { hasHiddenText }) });
    return;
  }
  await ports.addJob({ prompt, parameters, passage, providerId });
  try {
    if (!(await ports.isReady())) await ports.openOptions();
  } catch (thrown) {
    ports.report(thrown);
  }
}
