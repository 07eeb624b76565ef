import * as v from 'valibot';

/** An open page of the extension, whichever browser it stands in and whatever drives that. */
export interface ExtensionPage {
  /** Runs a script, given as text because these files know nothing of the extension's globals. */
  evaluate(script: string): Promise<unknown>;
}

const ANSWERED = `chrome.runtime.sendMessage({ type: 'checkSetup' }).then((envelope) => envelope?.ok === true)`;

/** Asks the background something harmless, which wakes a new one where the old one is dead. */
export async function wakeBackground(page: ExtensionPage): Promise<void> {
  if (!v.parse(v.boolean(), await page.evaluate(ANSWERED))) throw new Error('the background did not answer');
}

const CLICK = `[...document.querySelectorAll('button')]
  .find(({ textContent }) => textContent === 'Generate')
  .click()`;

/** Presses "Generate", and is back before the background has heard of it: a driver's own click takes its time. */
export async function clickGenerate(page: ExtensionPage): Promise<void> {
  await page.evaluate(CLICK);
}

/** What the page says of the last click where it did not become a job; empty where it did. */
export async function readProblem(page: ExtensionPage): Promise<string> {
  const words = `document.querySelector('form [role="alert"]').textContent`;
  return v.parse(v.string(), await page.evaluate(words));
}

/** The names of the alarms that are set. */
export async function readAlarms(page: ExtensionPage): Promise<readonly string[]> {
  const names = `chrome.alarms.getAll().then((alarms) => alarms.map(({ name }) => name))`;
  return v.parse(v.array(v.string()), await page.evaluate(names));
}

/** What a click on "Generate" sends, from a page that has no such button; settles with the background's answer. */
export async function orderQuietly(page: ExtensionPage, prompt: string): Promise<void> {
  const order = JSON.stringify({ type: 'generate', prompt, parameters: { model: 'gpt-image-1' } });
  await page.evaluate(`chrome.runtime.sendMessage(${order})`);
}
