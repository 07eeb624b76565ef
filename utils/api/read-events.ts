import { createParser, type EventSourceMessage } from 'eventsource-parser';
import type { Chunk } from './read-body';

/**
 * Makes every end of a line a line feed. A carriage return ends its line at once: the parser would wait for what
 * follows, and look for the end of each line twice.
 */
function createLineFeeder(feed: (text: string) => void): (text: string) => void {
  let afterReturn = false;
  return (text) => {
    if (text === '') return;
    const rest = afterReturn && text.startsWith('\n') ? text.slice(1) : text;
    afterReturn = text.endsWith('\r');
    feed(rest.includes('\r') ? rest.replace(/\r\n?/g, '\n') : rest);
  };
}

/** The server-sent events of a body, also the last one where no blank line ends it. */
export async function* readEvents(chunks: AsyncIterable<Chunk>): AsyncGenerator<EventSourceMessage> {
  const decoder = new TextDecoder();
  const arrived: EventSourceMessage[] = [];
  const parser = createParser({ onEvent: (event) => arrived.push(event) });
  const feed = createLineFeeder((text) => parser.feed(text));
  for await (const chunk of chunks) {
    feed(decoder.decode(chunk, { stream: true }));
    yield* arrived.splice(0);
  }
  feed(`${decoder.decode()}\n\n`);
  yield* arrived.splice(0);
}
