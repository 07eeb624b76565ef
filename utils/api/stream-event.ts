import type { ReplyPicture, ReplyPreview, ReplySummary } from '../core/request/image-reply';
import { decodeBase64 } from './decode-base64';
import { asList, asObject, asText, parseJson, type JsonObject } from './json-value';
import { parsePicture } from './parse-picture';
import { isTask, parseReply, parseSummary, withholdsPictures } from './parse-reply';
import { saysError } from './reply-failure';

/** What one event of a stream means. */
export type StreamEvent =
  | { readonly kind: 'preview'; readonly preview: ReplyPreview }
  | { readonly kind: 'finished'; readonly pictures: readonly ReplyPicture[]; readonly summary: ReplySummary }
  /** The list of all pictures at the end, those that were finished before among them. */
  | { readonly kind: 'list'; readonly pictures: readonly ReplyPicture[]; readonly summary: ReplySummary }
  | { readonly kind: 'error'; readonly body: JsonObject }
  /** The end of a reply without any picture. */
  | { readonly kind: 'empty'; readonly body: JsonObject }
  | { readonly kind: 'unknown' }
  /** No JSON. */
  | { readonly kind: 'unreadable' };

const UNKNOWN: StreamEvent = { kind: 'unknown' };

function isError(type: string, body: JsonObject): boolean {
  if (saysError(body) || /(?:^|_)error$|^response\.failed$/.test(type)) return true;
  const { code, message, data } = body;
  return type === '' && !data && code !== undefined && asText(message) !== undefined;
}

function readPreview(body: JsonObject): StreamEvent {
  const base64 = asText(body['b64_json']) ?? asText(body['partial_image_b64']);
  const bytes = base64 === undefined ? undefined : decodeBase64(base64);
  return bytes ? { kind: 'preview', preview: { bytes } } : UNKNOWN;
}

/** Pictures among the output of the Responses API, which some gateways pass through (image-api §1.7). */
function readOutput(output: readonly unknown[], baseUrl: string): readonly ReplyPicture[] {
  return output.flatMap((value) => {
    const item = asObject(value);
    if (item?.['type'] !== 'image_generation_call') return [];
    const { result: b64_json, revised_prompt } = item;
    const picture = parsePicture({ b64_json, revised_prompt }, baseUrl);
    return typeof picture === 'string' ? [] : [picture];
  });
}

function finished(body: JsonObject, pictures: readonly ReplyPicture[]): StreamEvent {
  return { kind: 'finished', pictures, summary: parseSummary(body) };
}

/** Whether a reply without pictures says why there are none. */
function explains(body: JsonObject, baseUrl: string): boolean {
  return withholdsPictures(body) || isTask(body) || parseReply(body, baseUrl) !== undefined;
}

/**
 * Reads one event of a stream (image-api §1.6, §1.7): OpenAI's own, those of the Responses API, or a whole reply. Some
 * relays drop the name of an event, which its JSON repeats.
 * @param baseUrl what an address without host belongs to
 */
export function readStreamEvent(data: string, name: string | undefined, baseUrl: string): StreamEvent {
  const body = asObject(parseJson(data));
  if (!body) return { kind: 'unreadable' };
  const type = asText(body['type']) ?? name ?? '';
  if (isError(type, body)) return { kind: 'error', body };
  if (type.endsWith('.partial_image') || (type === '' && body['partial_image_index'] !== undefined)) {
    return readPreview(body);
  }
  if (type === 'response.output_item.done') {
    const item = asObject(body['item']) ?? {};
    const pictures = readOutput([item], baseUrl);
    return pictures.length > 0 ? finished(item, pictures) : UNKNOWN;
  }
  if (type === 'response.completed') {
    const response = asObject(body['response']) ?? {};
    const pictures = readOutput(asList(response['output']) ?? [], baseUrl);
    return { kind: 'list', pictures, summary: parseSummary(response) };
  }
  const isLast = /^image_\w+\.completed$/.test(type);
  if (type !== '' && !isLast) return UNKNOWN;
  const listed = parseReply(body, baseUrl)?.pictures ?? [];
  if (listed.length > 0) return finished(body, listed);
  const picture = withholdsPictures(body) ? 'absent' : parsePicture(body, baseUrl);
  if (typeof picture !== 'string') return finished(body, [picture]);
  return isLast || explains(body, baseUrl) ? { kind: 'empty', body } : UNKNOWN;
}
