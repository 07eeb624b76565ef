import type { BodyFormat } from './body-format';
import { createEventReader } from './event-reader';
import { createFoundPictures, type FoundPictures } from './found-pictures';
import { createValueBudget } from './json-tree';
import { createMessageReader } from './message-reader';
import type { ReplyContext } from './reply-context';
import { createReplyFacts, type ReplyFacts } from './reply-facts';

/** Reads the text of a reply, and collects its pictures and what else it says. */
export interface ReplyParts {
  readonly found: FoundPictures;
  readonly facts: ReplyFacts;
  add(text: string): void;
  end(isBroken: boolean): void;
  /** Whether the reply said that it is over, or that it failed, so that more is not certain to follow. */
  readonly isOver: boolean;
  /** Whether nothing that follows is read. */
  readonly isClosed: boolean;
  /** Characters so far, without those of pictures. */
  readonly restLength: number;
}

/** @param wanted number of pictures asked for */
export function createReplyParts(
  format: Extract<BodyFormat, 'events' | 'json'>,
  wanted: number,
  { clean, url }: Pick<ReplyContext, 'clean' | 'url'>,
): ReplyParts {
  const isStream = format === 'events';
  const found = createFoundPictures(wanted);
  const facts = createReplyFacts();
  const budget = createValueBudget();
  const message = createMessageReader({ found, facts, clean, budget, baseUrl: url, isStream });
  const events = isStream ? createEventReader(message, () => found.count >= wanted) : undefined;
  const reader = events ?? message;
  return {
    found,
    facts,
    add: reader.add,
    end: reader.end,
    get isOver() {
      return events !== undefined && (events.isDone || facts.errors.length > 0);
    },
    get isClosed() {
      return events?.isClosed ?? false;
    },
    get restLength() {
      return reader.restLength;
    },
  };
}
