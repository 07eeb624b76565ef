import type { ReplySummary } from '../core/request/image-reply';
import { mergeSummaries } from '../core/request/merge-summaries';
import { errorDetails } from './error-details';
import { asList, asObject, asText, type JsonObject } from './json-value';
import { parseSummary } from './parse-summary';
import { isTask, saysError } from './reply-body';

/** What a reply says besides its pictures, collected while it is read. */
export interface ReplyFacts {
  /** Absent while nothing was said. */
  summary?: ReplySummary;
  /** Errors of the reply, of one of its events, or of one of its items. */
  readonly errors: JsonObject[];
  /** The last message that should have had a picture, and had none. */
  emptyMessage?: unknown;
  /** The first characters of the last message. */
  text: string;
  hasValues: boolean;
  /** Whether a message held no JSON. */
  hasOtherText: boolean;
  /** Items of lists of pictures that hold none. */
  emptyItems: number;
  /** Pictures and addresses that cannot be read. */
  unreadable: number;
  /** xAI draws, and then withholds what its moderation refuses (image-api §3.3). */
  isWithheld: boolean;
  /** Whether the last message broke off in the middle. */
  isOpen: boolean;
}

/** One complete value of a reply: its body, or the data of an event. */
export interface ReplyMessage {
  readonly value: unknown;
  /** Name of the event. */
  readonly name: string;
  readonly hasPictures: boolean;
  /** Whether it is one of several messages. */
  readonly isEvent: boolean;
}

const PREVIEW_TYPE = /(?:^|[._])partial_image$/;
const ERROR_TYPE = /(?:^|_)error$|[._](?:partial_)?failed$/;
const LAST_TYPE = /^image_\w+\.completed$/;

/** What is known before anything came. */
export function createReplyFacts(): ReplyFacts {
  return {
    errors: [],
    text: '',
    hasValues: false,
    hasOtherText: false,
    emptyItems: 0,
    unreadable: 0,
    isWithheld: false,
    isOpen: false,
  };
}

/** Errors that are kept of one reply: the first one is shown. */
const ERROR_LIMIT = 10;

function addError(facts: ReplyFacts, error: JsonObject): void {
  if (facts.errors.length < ERROR_LIMIT) facts.errors.push(error);
}

/** Adds an item of a list of pictures that holds none: an error of its own, or nothing. */
export function addEmptyItem(facts: ReplyFacts, item: JsonObject): void {
  const type = asText(item['type']);
  if (saysError(item) || errorDetails(item)) addError(facts, item);
  else if (type === undefined || type.includes('image')) facts.emptyItems += 1;
}

/** Whether an event is an error (image-api §1.6); a code beside a message is one where no type says what it is. */
function isErrorEvent(type: string, body: JsonObject): boolean {
  if (ERROR_TYPE.test(type)) return true;
  const { code, message, data } = body;
  return type === '' && !data && code !== undefined && asText(message) !== undefined;
}

/** Adds a complete value of the reply. */
export function addMessage(facts: ReplyFacts, { value, name, hasPictures, isEvent }: ReplyMessage): void {
  if (value === undefined) return;
  facts.hasValues = true;
  const body = asObject(value) ?? asObject(asList(value)?.[0]);
  if (!body) return;
  const type = asText(body['type']) ?? name;
  if (PREVIEW_TYPE.test(type)) return;
  if (saysError(body) || (isEvent && isErrorEvent(type, body))) addError(facts, body);
  const summary = parseSummary(body);
  if (hasPictures || summary.usage || summary.reportedCost !== undefined) {
    facts.summary = mergeSummaries(facts.summary, summary);
  }
  const isLast = !isEvent || LAST_TYPE.test(type) || isTask(body) || (type === '' && 'data' in body);
  if (!hasPictures && isLast) facts.emptyMessage = value;
}
