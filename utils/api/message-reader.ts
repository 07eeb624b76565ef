import { isWholePicture } from '../core/picture/whole-picture';
import type { CleanText } from './clean-text';
import { createBase64Decoder, type Base64Decoder } from './decode-base64';
import type { FoundPicture, FoundPictures } from './found-pictures';
import { readEntryAddress, readListAddresses } from './entry-address';
import { createJsonReader, type JsonHandler } from './json-reader';
import type { JsonFrame, ValueBudget } from './json-tree';
import { asObject, asText, type JsonObject } from './json-value';
import { absoluteAddress, isAbsolute } from './picture-address';
import { isForOthers, isPicturePlace, rootOf } from './picture-place';
import { isBase64Field, pictureOffset } from './picture-string';
import { isUnfinished, saysError } from './reply-body';
import { addEmptyItem, addMessage, type ReplyFacts } from './reply-facts';

/** What the messages of one reply have in common. */
export interface MessageContext {
  readonly found: FoundPictures;
  readonly facts: ReplyFacts;
  readonly clean: CleanText;
  readonly budget: ValueBudget;
  /** The server's base address, to which addresses without host belong. */
  readonly baseUrl: string;
  /** Whether the reply is a stream, in which unfinished pictures come, too. */
  readonly isStream: boolean;
}

/** Reads the messages of a reply one after the other: the body, or the data of each event. */
export interface MessageReader {
  /** A message begins; `name` is that of its event. */
  begin(name?: string): void;
  add(text: string): void;
  /** The message has ended, or the transfer broke. */
  end(isBroken: boolean): void;
  /** Characters so far, without those of pictures; infinite inside a picture that is too large. */
  readonly restLength: number;
}

interface Place {
  readonly key: string | undefined;
  readonly frame: JsonFrame | undefined;
}

/** Longest revised prompt that is kept, in characters. */
const REVISED_PROMPT_LIMIT = 40_000;

/** Addresses in undocumented fields that are kept of a message. */
const ELSEWHERE_LIMIT = 20;

/** As much of a text without JSON as is kept. */
const TEXT_LIMIT = 9000;

const PARTIAL = /(?:^|[._])partial_image$/;

function typeIn(frame: JsonFrame | undefined, name: string | undefined): string {
  const root = frame && rootOf(frame);
  return asText(asObject(root?.value)?.['type']) ?? name ?? '';
}

function isPartial({ key, frame }: Place, type: string): boolean {
  if (key === 'partial_image_b64' || PARTIAL.test(type)) return true;
  return (
    type === '' && frame !== undefined && asObject(rootOf(frame).value)?.['partial_image_index'] !== undefined
  );
}

/** Whether a field is for base64; `result` is in the Responses API (image-api §1.7). */
function isForBase64(key: string | undefined, frame: JsonFrame | undefined): boolean {
  if (key === 'result') return asObject(frame?.value)?.['type'] === 'image_generation_call';
  return isBase64Field(key);
}

/** Whether a field for base64 holds another text. */
function hasBrokenBase64(value: JsonObject): boolean {
  return Object.entries(value).some(([key, other]) => {
    const text = isBase64Field(key) ? asText(other) : undefined;
    return text !== undefined && !isAbsolute(text);
  });
}

/** The bytes of a picture that has ended, or the whole picture in front of a broken end. */
function bytesOf(decoder: Base64Decoder, isComplete: boolean): Uint8Array<ArrayBuffer> | undefined {
  const complete = isComplete ? decoder.finish() : undefined;
  if (complete) return complete;
  const bytes = decoder.decoded();
  return isWholePicture(bytes) ? bytes : undefined;
}

/** Whether an object stands in a list of pictures. */
function isItem(frame: JsonFrame): boolean {
  return frame.parent?.kind === 'list' && isPicturePlace(frame) && !isForOthers(undefined, frame);
}

/** What was found in one message. */
interface Message {
  readonly name: string | undefined;
  /** The picture of an object, so that a revised prompt beside it is its own. */
  readonly pictures: Map<JsonFrame, FoundPicture>;
  /** Pictures or previews: known at the end of an event whose type comes last. */
  readonly undecided: { readonly picture: FoundPicture; readonly place: Place }[];
  /** Addresses in undocumented fields. */
  readonly elsewhere: string[];
  count: number;
  head: string;
  hasValue: boolean;
}

function createMessage(name?: string): Message {
  return { name, pictures: new Map(), undecided: [], elsewhere: [], count: 0, head: '', hasValue: false };
}

/**
 * Makes a reader for messages one after the other. A picture counts as soon as its last character is there; the address
 * of one at the end of its entry, as base64 beside it is preferred.
 */
export function createMessageReader(context: MessageContext): MessageReader {
  const { found, facts, clean, budget, baseUrl, isStream } = context;
  let message = createMessage();
  let current: { readonly decoder: Base64Decoder; readonly place: Place } | undefined;

  function keep(picture: FoundPicture, place: Place): void {
    const { source } = picture;
    if (source.kind === 'bytes' && isPartial(place, typeIn(place.frame, message.name))) {
      found.preview(source.bytes);
      return;
    }
    message.count += 1;
    found.add(picture, place.frame);
  }

  function settle(): void {
    for (const { picture, place } of message.undecided.splice(0)) keep(picture, place);
  }

  function addBytes(bytes: Uint8Array<ArrayBuffer>, place: Place): void {
    const { key, frame } = place;
    const isOwnField = isForBase64(key, frame) || key === 'url' || key === 'image_url';
    const isDocumented = isOwnField && isPicturePlace(frame);
    const picture: FoundPicture = { source: { kind: 'bytes', bytes }, isDocumented };
    if (frame?.kind === 'object') message.pictures.set(frame, picture);
    // Previews stand at the top of their event.
    const mayBePreview = isStream && frame && !frame.parent && typeIn(frame, message.name) === '';
    if (mayBePreview) message.undecided.push({ picture, place });
    else keep(picture, place);
  }

  function addAddress(address: string, frame: JsonFrame): void {
    const picture: FoundPicture = { source: { kind: 'address', address }, isDocumented: true };
    if (frame.kind === 'object') message.pictures.set(frame, picture);
    keep(picture, { key: undefined, frame });
  }

  function readAddress(value: JsonObject, frame: JsonFrame): void {
    const read = readEntryAddress(value, frame, baseUrl);
    if (read.kind === 'own') addAddress(read.address, frame);
    else if (read.kind === 'unreadable') facts.unreadable += 1;
    else if (message.elsewhere.length < ELSEWHERE_LIMIT) message.elsewhere.push(...read.addresses);
  }

  function closeEntry(value: JsonObject, frame: JsonFrame): void {
    const isWithheld = value['respect_moderation'] === false;
    facts.isWithheld ||= isWithheld;
    if (hasBrokenBase64(value)) facts.unreadable += 1;
    const { pictures } = message;
    const mayHoldAddress = !pictures.has(frame) && !isWithheld && !saysError(value) && !isUnfinished(value);
    if (mayHoldAddress) readAddress(value, frame);
    const picture = pictures.get(frame);
    if (!picture) {
      if (!isWithheld && isItem(frame)) addEmptyItem(facts, value);
      return;
    }
    const revisedPrompt = asText(value['revised_prompt'])?.slice(0, REVISED_PROMPT_LIMIT);
    if (revisedPrompt !== undefined) found.describe(picture, revisedPrompt);
    if (frame.parent?.kind === 'object' && !pictures.has(frame.parent)) pictures.set(frame.parent, picture);
  }

  const handler: JsonHandler = {
    clean,
    openSink(text, key, frame) {
      const skip = pictureOffset(text, isForBase64(key, frame));
      if (skip === undefined) return undefined;
      const decoder = createBase64Decoder();
      current = { decoder, place: { key, frame } };
      return { sink: decoder, skip };
    },
    closeSink(isComplete) {
      if (!current) return;
      const { decoder, place } = current;
      current = undefined;
      if (place.key !== 'partial_image_b64' && isForOthers(place.key, place.frame)) return;
      const bytes = bytesOf(decoder, isComplete);
      if (bytes) addBytes(bytes, place);
      else if (isComplete) facts.unreadable += 1;
    },
    closeFrame(frame) {
      if (!frame.parent) settle();
      const value = asObject(frame.value);
      if (value) closeEntry(value, frame);
      else for (const address of readListAddresses(frame, baseUrl)) addAddress(address, frame);
    },
    root(value) {
      message.hasValue = true;
      const { name = '', count } = message;
      addMessage(facts, { value, name, hasPictures: count > 0, isEvent: isStream });
    },
  };
  const reader = createJsonReader(handler, budget);

  function addElsewhere({ hasValue, head, elsewhere }: Message): void {
    const texts = !hasValue && isAbsolute(head) ? [...elsewhere, clean(head.trim())] : elsewhere;
    for (const text of texts) {
      const address = absoluteAddress(text, baseUrl);
      if (address === undefined) continue;
      found.add({ source: { kind: 'address', address }, isDocumented: false }, undefined);
    }
  }

  return {
    begin(name) {
      message = createMessage(name);
    },
    add(text) {
      const { head } = message;
      if (head.length < TEXT_LIMIT) message.head = head + text.slice(0, TEXT_LIMIT - head.length);
      reader.add(text);
    },
    end(isBroken) {
      facts.isOpen = reader.isOpen;
      reader.end(isBroken);
      settle();
      addElsewhere(message);
      const { head, hasValue, count } = message;
      facts.text = head;
      facts.hasOtherText ||= !hasValue && count === 0 && /\S/.test(head);
    },
    get restLength() {
      return current?.decoder.isTooLarge ? Number.POSITIVE_INFINITY : reader.restLength;
    },
  };
}
