import type { Browser } from 'puppeteer-core';
import * as v from 'valibot';
import { bidiOf } from './bidi';

/** Firefox's own window, with the rights of Firefox itself: menus, prompts, the sidebar and extensions live there. */
export interface ChromeScope {
  /**
   * Calls a function there.
   *
   * @param script the function as text, because these files know nothing of Firefox's globals
   * @param args what can be written as JSON, as must be the answer
   * @returns its answer, awaited; `undefined` for null
   * @throws when the function does
   */
  call(script: string, ...args: readonly unknown[]): Promise<unknown>;
}

const treeSchema = v.object({ contexts: v.tupleWithRest([v.object({ context: v.string() })], v.unknown()) });

const outcomeSchema = v.variant('type', [
  v.object({
    type: v.literal('success'),
    // No value: the function gave undefined, which JSON does not have.
    result: v.object({ value: v.optional(v.string(), 'null') }),
  }),
  v.object({ type: v.literal('exception'), exceptionDetails: v.object({ text: v.string() }) }),
]);

/** Needs a browser that was started with `--remote-allow-system-access`. */
export async function enterChromeScope(browser: Browser): Promise<ChromeScope> {
  const bidi = bidiOf(browser);
  // Firefox's own extension to the protocol; without it only tabs are listed.
  const tree = await bidi.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const [{ context }] = v.parse(treeSchema, tree.result).contexts;

  return {
    async call(script, ...args) {
      const call = `(${script})(...${JSON.stringify(args)})`;
      const { result } = await bidi.send('script.evaluate', {
        expression: `(async () => JSON.stringify(await ${call}))()`,
        target: { context },
        awaitPromise: true,
      });
      const outcome = v.parse(outcomeSchema, result);
      if (outcome.type === 'exception')
        throw new Error(`in Firefox's window: ${outcome.exceptionDetails.text}`);
      const answer: unknown = JSON.parse(outcome.result.value);
      return answer ?? undefined;
    },
  };
}
