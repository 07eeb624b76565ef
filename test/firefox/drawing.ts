import type { Page } from 'puppeteer-core';
import { openContextMenu } from '../browser/firefox/context-menu';
import { sidebarOf, type Sidebar } from '../browser/firefox/sidebar';
import { SENTENCE } from '../browser/main-job/serve-passage';
import type { FirefoxWorld } from './support';

/** Selects all words of an element, as dragging over them would. */
export function selectWords(page: Page, selector: string): Promise<void> {
  return page.$eval(selector, (element) => getSelection()?.selectAllChildren(element));
}

/** Selects the sentence on the page, right-clicks it and picks the extension's entry, which opens the sidebar. */
export async function drawSentence({ firefox, passage }: FirefoxWorld): Promise<Sidebar> {
  const reading = await firefox.openTab(passage.url);
  await selectWords(reading, SENTENCE.selector);
  const menu = await openContextMenu(firefox.chrome, reading, SENTENCE.selector);
  const ours = menu.labels.filter((label) => label.startsWith('Generate image from “All was a-shake'));
  const [entry] = ours;
  if (entry === undefined || ours.length > 1) throw new Error(`the menu offers ${menu.labels.join(', ')}`);
  await menu.choose(entry);
  const sidebar = sidebarOf(firefox.chrome);
  await sidebar.waitUntilOpen();
  return sidebar;
}

/** Writes a prompt for two pictures into the box of an open side panel. */
export async function writePrompt(panel: Page, prompt: string): Promise<void> {
  await panel.locator('aria/Images[role="spinbutton"]').fill('2');
  await panel.locator('textarea').fill(prompt);
}
