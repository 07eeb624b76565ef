import { asTokens } from '../core/number/bounded';
import type { ReplySummary, Usage } from '../core/request/image-reply';
import { asObject, present, type JsonObject } from './json-value';
import { reportedCost } from './reported-cost';

/** A count; as a text it is none, since no server that is known writes tokens so. */
function countIn(value: unknown): number | undefined {
  return typeof value === 'number' ? asTokens(value) : undefined;
}

/** The first of two counts; relays fill in a zero for a name they do not use. */
function countOf(usage: JsonObject, name: string, otherName: string): number | undefined {
  const count = countIn(usage[name]);
  return count === undefined || count === 0 ? (countIn(usage[otherName]) ?? count) : count;
}

/** How tokens divide; two zeros are a relay's way to say that it does not know. */
function detailsOf(usage: JsonObject, ...names: readonly string[]) {
  for (const name of names) {
    const details = asObject(usage[name]);
    const text = countIn(details?.['text_tokens']);
    const image = countIn(details?.['image_tokens']);
    if (text || image) return { text, image };
  }
  return {};
}

/** The tokens of a reply; `undefined` where none are named, or all are zero: a drawn picture takes some. */
function tokensOf(booked: JsonObject): Usage | undefined {
  const input = detailsOf(booked, 'input_tokens_details', 'prompt_tokens_details');
  const output = detailsOf(booked, 'output_tokens_details', 'completion_tokens_details');
  const usage = present({
    totalTokens: countIn(booked['total_tokens']),
    inputTokens: countOf(booked, 'input_tokens', 'prompt_tokens'),
    outputTokens: countOf(booked, 'output_tokens', 'completion_tokens'),
    inputTextTokens: input.text,
    inputImageTokens: input.image,
    outputTextTokens: output.text,
    outputImageTokens: output.image,
  });
  return Object.values(usage).some((count) => count > 0) ? usage : undefined;
}

/**
 * Reads what a reply, or the last event of a stream, says of its tokens and its cost (image-api §1.5). Relays write
 * `usage` in the words of chat completions; what is not there, or zero, stays unknown.
 */
export function parseUsage(body: JsonObject): Pick<ReplySummary, 'usage' | 'reportedCost'> {
  const booked = asObject(body['usage']);
  return present({ usage: booked && tokensOf(booked), reportedCost: reportedCost(body) });
}
