import type { CleanText } from './clean-text';
import { createJsonReader } from './json-reader';
import { createValueBudget } from './json-tree';

/** Values of the longest list of models or prices that is read. */
const LIST_VALUES = 200_000;

/**
 * The first object or list in a text, with every text in it cleaned; `undefined` where there is none. It may be cut, or
 * have other text around it, as an error that a gateway writes as the first event of a stream.
 */
export function parseForeignJson(text: string, clean: CleanText): unknown {
  let first: unknown;
  const reader = createJsonReader(
    {
      clean,
      keepsBrokenText: true,
      openSink: () => undefined,
      closeSink: () => undefined,
      closeFrame: () => undefined,
      root(value) {
        if (typeof value === 'object' && value !== null) first ??= value;
      },
    },
    createValueBudget(LIST_VALUES),
  );
  reader.add(text);
  reader.end(true);
  return first;
}
