import type { ReplySummary } from '../core/request/image-reply';
import { asObject, asText, present, type JsonObject } from './json-value';
import { parseUsage } from './parse-usage';

/** Longest value of a parameter that is kept, in characters. */
const VALUE_LIMIT = 60;

/** Objects of a message that describe its picture: of the Responses API, DashScope and others (image-api §1.7, §3.3). */
const NESTED = ['response', 'item', 'output', 'result', 'data'] as const;

function valueOf(field: unknown): string | undefined {
  return asText(field)?.slice(0, VALUE_LIMIT);
}

/** The parameters that were used and what was billed, as one message of a reply says it; the outermost object counts. */
export function parseSummary(body: JsonObject): ReplySummary {
  const nested = NESTED.map((name) => asObject(body[name])).filter((part) => part !== undefined);
  const parts = [body, ...nested];
  const first = (field: string): string | undefined =>
    parts.map((part) => valueOf(part[field])).find((value) => value !== undefined);
  const actual = present({
    size: first('size'),
    quality: first('quality'),
    background: first('background'),
    outputFormat: first('output_format'),
  });
  const billed = parts.map((part) => parseUsage(part));
  return { actual, ...billed.find(({ usage, reportedCost }) => usage ?? reportedCost !== undefined) };
}
