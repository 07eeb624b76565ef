import { extensionApi } from './extension-api';

const RULE_ID = 1;

/**
 * Sends every request of the extension with `Connection: close`, so that HTTP/1.1 connections are used once.
 *
 * When a reused connection breaks before the first byte of the response, Chromium sends the request again by
 * itself, a POST as well, and a generation is paid for twice (docs/browser-notes.md, "The network"). `fetch` cannot
 * set this header; a session rule for the extension's own requests can. Web pages are not affected.
 */
async function closeConnectionsAfterUse(): Promise<void> {
  const { host } = new URL(extensionApi.runtime.getURL(''));
  await extensionApi.declarativeNetRequest.updateSessionRules({
    removeRuleIds: [RULE_ID],
    addRules: [
      {
        id: RULE_ID,
        action: {
          type: 'modifyHeaders',
          requestHeaders: [{ header: 'connection', operation: 'set', value: 'close' }],
        },
        condition: { initiatorDomains: [host], resourceTypes: ['xmlhttprequest'] },
      },
    ],
  });
}

/**
 * `fetch` of the background, with each connection used once.
 * @param report gets the reason where the browser refuses the rule; requests are sent all the same
 */
export function createFetch(
  report: (reason: unknown) => void,
): (url: string, init: RequestInit) => Promise<Response> {
  const rule = closeConnectionsAfterUse().catch(report);
  return async (url, init) => {
    await rule;
    return fetch(url, init);
  };
}
