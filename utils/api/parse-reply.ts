import type { ActualParameters, ImageReply, ReplyPicture, Usage } from '../core/image-reply';
import { asCount, asObject, asText, type JsonObject } from './json-value';
import { decodeBase64 } from './decode-base64';

/** The entries of an object that are not `undefined`. */
type Present<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };

function present<Fields extends object>(fields: Fields): Present<Fields> {
  const kept: Present<Fields> = { ...fields };
  for (const name in fields) if (fields[name] === undefined) delete kept[name];
  return kept;
}

function parseUsage(value: unknown): Usage | undefined {
  const usage = asObject(value);
  if (!usage) return undefined;
  const input = asObject(usage['input_tokens_details']);
  const output = asObject(usage['output_tokens_details']);
  const parsed = present({
    totalTokens: asCount(usage['total_tokens']),
    inputTokens: asCount(usage['input_tokens']),
    outputTokens: asCount(usage['output_tokens']),
    inputTextTokens: asCount(input?.['text_tokens']),
    inputImageTokens: asCount(input?.['image_tokens']),
    outputTextTokens: asCount(output?.['text_tokens']),
    outputImageTokens: asCount(output?.['image_tokens']),
  });
  return Object.keys(parsed).length > 0 ? parsed : undefined;
}

function parseActual(body: JsonObject): ActualParameters {
  return present({
    size: asText(body['size']),
    quality: asText(body['quality']),
    background: asText(body['background']),
    outputFormat: asText(body['output_format']),
  });
}

/**
 * An address as servers write it, made absolute. A `data:` address holds the bytes; one without host belongs to the
 * API's own origin.
 */
function parseAddress(address: string, baseUrl: string): ReplyPicture['source'] | undefined {
  if (address.startsWith('data:')) {
    const bytes = decodeBase64(address);
    return bytes && { kind: 'bytes', bytes };
  }
  const url = URL.parse(address.startsWith('//') ? `https:${address}` : address, baseUrl);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  // A signed address must stay as it was written, so the parsed form is used only where there was no host.
  return { kind: 'address', address: /^https?:\/\//i.test(address) ? address : url.href };
}

function parsePicture(value: unknown, baseUrl: string): ReplyPicture | 'absent' | 'unreadable' {
  const entry = asObject(value);
  const base64 = asText(entry?.['b64_json']);
  const address = asText(entry?.['url']) ?? asText(asObject(entry?.['image_url'])?.['url']) ?? asText(value);
  if (base64 === undefined && address === undefined) return 'absent';
  const bytes = base64 === undefined ? undefined : decodeBase64(base64);
  const source = bytes
    ? ({ kind: 'bytes', bytes } as const)
    : address !== undefined && parseAddress(address, baseUrl);
  return source ? { source, ...present({ revisedPrompt: asText(entry?.['revised_prompt']) }) } : 'unreadable';
}

/**
 * Reads the JSON of a successful reply (seed-api: response). Both `b64_json` and `url` are optional, whatever the
 * documentation says; the reply without any picture has an empty list.
 * @returns `undefined` when the body is no reply of this API, or none of its pictures can be read
 */
export function parseReply(body: unknown, baseUrl: string): ImageReply | undefined {
  const reply = asObject(body);
  const data = reply?.['data'] ?? reply?.['images'];
  if (!reply || !Array.isArray(data)) return undefined;
  const entries: readonly unknown[] = data;
  const parsed = entries.map((entry) => parsePicture(entry, baseUrl));
  const pictures = parsed.filter((entry) => entry !== 'absent' && entry !== 'unreadable');
  if (pictures.length === 0 && parsed.includes('unreadable')) return undefined;
  return { pictures, actual: parseActual(reply), ...present({ usage: parseUsage(reply['usage']) }) };
}
