import type { ReplyPicture, ReplySummary } from '../core/request/image-reply';
import type { DecodePicture } from './decode-base64';
import { asList, asObject, asText, present, type JsonObject } from './json-value';
import { parsePicture } from './parse-picture';
import { parseUsage } from './parse-usage';

/** What the JSON of a reply holds. */
export interface ParsedReply {
  readonly pictures: readonly ReplyPicture[];
  readonly summary: ReplySummary;
}

/** What a reply, or the last event of a stream, says of what was drawn. */
export function parseSummary(body: JsonObject): ReplySummary {
  const actual = present({
    size: asText(body['size']),
    quality: asText(body['quality']),
    background: asText(body['background']),
    outputFormat: asText(body['output_format']),
  });
  return { actual, ...parseUsage(body) };
}

/** The list of pictures; SiliconFlow names it `images`, or writes it twice. */
function entriesOf(body: JsonObject | undefined): readonly unknown[] | undefined {
  const data = asList(body?.['data']);
  return data && data.length > 0 ? data : (asList(body?.['images']) ?? data);
}

/** xAI draws, and then withholds what its moderation does not like (image-api §3.3). */
function isWithheld(value: unknown): boolean {
  return asObject(value)?.['respect_moderation'] === false;
}

/** Whether a reply says that its pictures were withheld. */
export function withholdsPictures(body: unknown): boolean {
  return isWithheld(body) || (entriesOf(asObject(body))?.some(isWithheld) ?? false);
}

/**
 * Reads the JSON of a successful reply (seed-api: response). Both `b64_json` and `url` are optional, whatever the
 * documentation says; the reply without any picture has an empty list.
 * @param decode gives the bytes of base64 that was decoded on the way
 * @returns `undefined` when the body is no reply of this API, or none of its pictures can be read
 */
export function parseReply(body: unknown, baseUrl: string, decode?: DecodePicture): ParsedReply | undefined {
  const reply = asObject(body);
  const entries = entriesOf(reply);
  if (!reply || !entries) return undefined;
  const shown = isWithheld(reply) ? [] : entries.filter((entry) => !isWithheld(entry));
  const parsed = shown.map((entry) => parsePicture(entry, baseUrl, decode));
  const pictures = parsed.filter((entry) => typeof entry !== 'string');
  if (pictures.length === 0 && parsed.includes('unreadable')) return undefined;
  return { pictures, summary: parseSummary(reply) };
}

const UNFINISHED = /^(?:processing|pending|queued|submitted|in_progress|in_queue|not_start)$/i;

/** Whether a reply without pictures is the number of a task that would have to be asked after (image-api §3.3). */
export function isTask(body: unknown): boolean {
  const data = asObject(body)?.['data'];
  return [body, data, asList(data)?.[0]].some((value) => {
    const task = asObject(value);
    const { task_id: id, status } = task ?? {};
    return asText(id) !== undefined || typeof id === 'number' || UNFINISHED.test(asText(status) ?? '');
  });
}
