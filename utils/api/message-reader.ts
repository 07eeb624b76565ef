import { isWholePicture } from '../core/picture/whole-picture';
import type { CleanText } from './clean-text';
import { createBase64Decoder, type Base64Decoder } from './decode-base64';
import type { FoundPicture, FoundPictures } from './found-pictures';
import { createJsonReader } from './json-reader';
import type { JsonFrame } from './json-tree';
import { asList, asObject, asText, type JsonObject } from './json-value';
import { absoluteAddress, entryAddress, isAbsolute, markdownAddress } from './picture-address';
import { isAddressField, isForOthers, isPicturePlace, rootOf } from './picture-place';
import { isBase64Field, pictureOffset } from './picture-string';
import { isUnfinished, saysError } from './reply-body';
import { addEmptyItem, addMessage, type ReplyFacts } from './reply-facts';

/** What the messages of one reply have in common. */
export interface MessageContext {
  readonly found: FoundPictures;
  readonly facts: ReplyFacts;
  readonly clean: CleanText;
  /** The server's base address, to which addresses without host belong. */
  readonly baseUrl: string;
  /** Whether the reply is a stream, in which unfinished pictures come, too. */
  readonly isStream: boolean;
}

/** Reads one message of a reply: the body, or the data of one event. */
export interface MessageReader {
  add(text: string): void;
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

/**
 * Makes a reader for one message. A picture counts as soon as its last character is there; the address of one at the
 * end of its entry, as base64 beside it is preferred.
 * @param name of the event, where it has one
 */
export function createMessageReader(context: MessageContext, name: string | undefined): MessageReader {
  const { found, facts, clean, baseUrl, isStream } = context;
  const pictures = new Map<JsonFrame, FoundPicture>();
  const undecided: { readonly picture: FoundPicture; readonly place: Place }[] = [];
  const elsewhere: string[] = [];
  let current: { readonly decoder: Base64Decoder; readonly place: Place } | undefined;
  let count = 0;
  let head = '';
  let hasValue = false;

  function keep(picture: FoundPicture, place: Place): void {
    const { source } = picture;
    if (source.kind === 'bytes' && isPartial(place, typeIn(place.frame, name))) found.preview(source.bytes);
    else {
      count += 1;
      found.add(picture, place.frame);
    }
  }

  /** Whether an event is a preview is known at its end where its type comes last. */
  function settle(): void {
    for (const { picture, place } of undecided.splice(0)) keep(picture, place);
  }

  function addBytes(bytes: Uint8Array<ArrayBuffer>, place: Place): void {
    const { key, frame } = place;
    const isOwnField = isForBase64(key, frame) || key === 'url' || key === 'image_url';
    const isDocumented = isOwnField && isPicturePlace(frame);
    const picture: FoundPicture = { source: { kind: 'bytes', bytes }, isDocumented };
    if (frame?.kind === 'object') pictures.set(frame, picture);
    // Previews stand at the top of their event.
    if (isStream && frame && !frame.parent && typeIn(frame, name) === '') undecided.push({ picture, place });
    else keep(picture, place);
  }

  function addAddress(address: string, frame: JsonFrame): void {
    const picture: FoundPicture = { source: { kind: 'address', address }, isDocumented: true };
    pictures.set(frame, picture);
    keep(picture, { key: undefined, frame });
  }

  function noteElsewhere(value: JsonObject, frame: JsonFrame): void {
    for (const [key, text] of Object.entries(value)) {
      if (typeof text !== 'string' || isForOthers(key, frame)) continue;
      const address = isAddressField(key) && isAbsolute(text) ? text : markdownAddress(text);
      if (address !== undefined) elsewhere.push(address);
    }
  }

  function readAddress(value: JsonObject, frame: JsonFrame): void {
    const text = entryAddress(value);
    const isOwn = frame.key !== 'image_url' && isPicturePlace(frame);
    if (text === undefined || !isOwn) {
      noteElsewhere(value, frame);
      return;
    }
    // A path alone could be anything at the top of a body.
    const address = frame.parent || isAbsolute(text) ? absoluteAddress(text, baseUrl) : undefined;
    if (address !== undefined) addAddress(address, frame);
    else if (frame.parent) facts.unreadable += 1;
  }

  function closeEntry(frame: JsonFrame): void {
    const value = asObject(frame.value) ?? {};
    const isWithheld = value['respect_moderation'] === false;
    facts.isWithheld ||= isWithheld;
    if (hasBrokenBase64(value)) facts.unreadable += 1;
    const mayHoldAddress = !pictures.has(frame) && !isWithheld && !saysError(value) && !isUnfinished(value);
    if (mayHoldAddress) readAddress(value, frame);
    const picture = pictures.get(frame);
    const isItem = frame.parent?.kind === 'list' && isPicturePlace(frame) && !isForOthers(undefined, frame);
    if (!picture) {
      if (isItem && !isWithheld) addEmptyItem(facts, value);
      return;
    }
    const revisedPrompt = asText(value['revised_prompt'])?.slice(0, REVISED_PROMPT_LIMIT);
    if (revisedPrompt !== undefined) found.describe(picture, revisedPrompt);
    if (frame.parent?.kind === 'object' && !pictures.has(frame.parent)) pictures.set(frame.parent, picture);
  }

  function closeList(frame: JsonFrame): void {
    if (!isPicturePlace(frame)) return;
    for (const item of asList(frame.value) ?? []) {
      const text = asText(item);
      if (text === undefined || !(isAbsolute(text) || /^\/\S+$/.test(text))) continue;
      const address = absoluteAddress(text, baseUrl);
      if (address === undefined) continue;
      keep({ source: { kind: 'address', address }, isDocumented: true }, { key: undefined, frame });
    }
  }

  const reader = createJsonReader({
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
      if (frame.kind === 'list') closeList(frame);
      else closeEntry(frame);
    },
    root(value) {
      hasValue ||= value !== undefined;
      addMessage(facts, { value, name: name ?? '', hasPictures: count > 0, isEvent: isStream });
    },
  });

  function addElsewhere(): void {
    const texts = !hasValue && isAbsolute(head) ? [...elsewhere, clean(head.trim())] : elsewhere;
    for (const text of texts) {
      const address = absoluteAddress(text, baseUrl);
      if (address !== undefined)
        found.add({ source: { kind: 'address', address }, isDocumented: false }, undefined);
    }
  }

  return {
    add(text) {
      if (head.length < TEXT_LIMIT) head += text.slice(0, TEXT_LIMIT - head.length);
      reader.add(text);
    },
    end(isBroken) {
      facts.isOpen = reader.isOpen;
      reader.end(isBroken);
      settle();
      addElsewhere();
      facts.text = head;
      facts.hasOtherText ||= !hasValue && count === 0 && /\S/.test(head);
    },
    get restLength() {
      return current?.decoder.isTooLarge ? Number.POSITIVE_INFINITY : reader.restLength;
    },
  };
}
