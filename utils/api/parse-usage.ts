import type { ReplySummary } from '../core/request/image-reply';
import { asCount, asObject, present, type JsonObject } from './json-value';

/** The first of two counts; relays fill in a zero for a name they do not use. */
function countOf(usage: JsonObject, name: string, otherName: string): number | undefined {
  const count = asCount(usage[name]);
  return count === undefined || count === 0 ? (asCount(usage[otherName]) ?? count) : count;
}

/** How tokens divide; two zeros are a relay's way to say that it does not know. */
function detailsOf(usage: JsonObject, ...names: readonly string[]) {
  for (const name of names) {
    const details = asObject(usage[name]);
    const text = asCount(details?.['text_tokens']);
    const image = asCount(details?.['image_tokens']);
    if (text || image) return { text, image };
  }
  return {};
}

/**
 * Reads `usage` (image-api §1.5). Relays write it in the words of chat completions, and OpenRouter adds its `cost`
 * (§3.3); what is not there stays unknown.
 */
export function parseUsage(value: unknown): Pick<ReplySummary, 'usage' | 'reportedCost'> {
  const booked = asObject(value);
  if (!booked) return {};
  const input = detailsOf(booked, 'input_tokens_details', 'prompt_tokens_details');
  const output = detailsOf(booked, 'output_tokens_details', 'completion_tokens_details');
  const usage = present({
    totalTokens: asCount(booked['total_tokens']),
    inputTokens: countOf(booked, 'input_tokens', 'prompt_tokens'),
    outputTokens: countOf(booked, 'output_tokens', 'completion_tokens'),
    inputTextTokens: input.text,
    inputImageTokens: input.image,
    outputTextTokens: output.text,
    outputImageTokens: output.image,
  });
  return present({
    usage: Object.keys(usage).length > 0 ? usage : undefined,
    reportedCost: asCount(booked['cost']),
  });
}
