import { detectImageType } from '../core/picture/image-type';
import type { ReplyEvent, ReplyPicture } from '../core/request/image-reply';
import type { JsonFrame } from './json-tree';
import { outermostList } from './picture-place';

/** Pictures above the number asked for that are kept of a reply: a server may be generous, but not without bound. */
const EXTRA_PICTURES = 2;

/** A picture found in a reply. */
export interface FoundPicture {
  readonly source: ReplyPicture['source'];
  /** Whether its field is documented to hold a picture. */
  readonly isDocumented: boolean;
  revisedPrompt?: string;
}

/** The pictures of one reply, in the order they arrived. */
export interface FoundPictures {
  readonly count: number;
  /** Pictures above the bound, which are not kept. */
  readonly extra: number;
  add(picture: FoundPicture, frame: JsonFrame | undefined): void;
  preview(bytes: Uint8Array<ArrayBuffer>): void;
  describe(picture: FoundPicture, revisedPrompt: string): void;
  /** What was found since the last call. */
  drain(): readonly ReplyEvent[];
}

function isSame({ source: one }: FoundPicture, { source: other }: FoundPicture): boolean {
  if (one.kind === 'address') return other.kind === 'address' && one.address === other.address;
  if (other.kind === 'address' || one.bytes.byteLength !== other.bytes.byteLength) return false;
  return one.bytes.every((byte, index) => byte === other.bytes[index]);
}

function isRecognized({ source }: FoundPicture): boolean {
  return source.kind === 'address' || detectImageType(source.bytes) !== undefined;
}

/** How far a list repeats what came before it. */
interface Repetition {
  readonly end: number;
  next: number;
}

/** What was not drained yet: a picture, whose revised prompt may still come, or another event. */
type Fresh = { readonly picture: FoundPicture } | { readonly event: ReplyEvent };

function replyPicture({ source, revisedPrompt }: FoundPicture): ReplyPicture {
  return { source, ...(revisedPrompt !== undefined && { revisedPrompt }) };
}

/** The events, with pictures that follow each other in one. */
function asEvents(fresh: readonly Fresh[]): readonly ReplyEvent[] {
  const events: ReplyEvent[] = [];
  let together: ReplyPicture[] = [];
  const flush = (): void => {
    if (together.length > 0) events.push({ kind: 'pictures', pictures: together });
    together = [];
  };
  for (const one of fresh) {
    if ('picture' in one) together.push(replyPicture(one.picture));
    else {
      flush();
      events.push(one.event);
    }
  }
  flush();
  return events;
}

/**
 * Collects pictures. A reply may hold the same ones several times: a list at the end of a stream repeats those that
 * were finished before, `images` repeats `data`, and `metadata` the upstream reply. A list repeats earlier pictures as
 * long as it equals them one by one; a picture in an undocumented field counts only while some are missing, and once.
 * @param wanted number of pictures asked for
 */
export function createFoundPictures(wanted: number): FoundPictures {
  const found: FoundPicture[] = [];
  const unmatched = new Set<FoundPicture>();
  const repetitions = new WeakMap<JsonFrame, Repetition>();
  const counts = { recognized: 0, other: 0 };
  let fresh: Fresh[] = [];
  let extra = 0;

  function repeatsEarlier(picture: FoundPicture, frame: JsonFrame | undefined): boolean {
    const list = outermostList(frame);
    if (!list) return false;
    const repetition = repetitions.get(list) ?? { end: found.length, next: 0 };
    repetitions.set(list, repetition);
    const earlier = repetition.next < repetition.end ? found[repetition.next] : undefined;
    const isRepeated = earlier !== undefined && isSame(earlier, picture);
    repetition.next = isRepeated ? repetition.next + 1 : repetition.end;
    return isRepeated;
  }

  /** Whether this is the same picture as one in an undocumented field. */
  function matchesOther(picture: FoundPicture): boolean {
    if (!picture.isDocumented) return found.some((one) => isSame(one, picture));
    const match = [...unmatched].find((one) => isSame(one, picture));
    if (match) unmatched.delete(match);
    return match !== undefined;
  }

  return {
    get count() {
      return found.length;
    },
    get extra() {
      return extra;
    },
    add(picture, frame) {
      if (repeatsEarlier(picture, frame) || matchesOther(picture)) return;
      if (!picture.isDocumented && found.length >= wanted) return;
      const sort = isRecognized(picture) ? 'recognized' : 'other';
      if (counts[sort] >= wanted + EXTRA_PICTURES) {
        extra += 1;
        return;
      }
      counts[sort] += 1;
      if (!picture.isDocumented) unmatched.add(picture);
      found.push(picture);
      fresh.push({ picture });
    },
    preview: (bytes) => void fresh.push({ event: { kind: 'preview', preview: { bytes } } }),
    describe(picture, revisedPrompt) {
      if (picture.revisedPrompt !== undefined) return;
      picture.revisedPrompt = revisedPrompt;
      const index = found.indexOf(picture);
      const isDrained = index >= 0 && !fresh.some((one) => 'picture' in one && one.picture === picture);
      if (isDrained) fresh.push({ event: { kind: 'revisedPrompt', picture: index, revisedPrompt } });
    },
    drain() {
      const events = asEvents(fresh);
      fresh = [];
      return events;
    },
  };
}
