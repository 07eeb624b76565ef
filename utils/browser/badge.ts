import { extensionApi } from './extension-api';

/** Ink and seal of the product's own colours; white figures are readable on both (6.5:1 and 7.4:1). */
const CALM = '#655c52';
const ALARMING = '#a3211d';

/**
 * Shows a text on the toolbar button, and what it means as the button's title: screen readers read that one.
 * @param alarming whether a person should look; never said by the colour alone
 */
export async function showBadge(text: string, title: string, alarming: boolean): Promise<void> {
  const { action } = extensionApi;
  await Promise.all([
    action.setBadgeBackgroundColor({ color: alarming ? ALARMING : CALM }),
    action.setBadgeText({ text }),
    action.setTitle({ title }),
  ]);
}
