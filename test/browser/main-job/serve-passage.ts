import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';

/** A page of a book on a server of this machine: the page that a reader is on when they meet Depict. */
export interface PassageServer {
  readonly url: string;
  close(): Promise<void>;
}

/** A sentence of the page, which stands there in an element of its own. */
export const SENTENCE = {
  selector: '#sentence',
  text: 'All was a-shake and a-shiver—glints and gleams and sparkles, rustle and swirl, chatter and bubble.',
} as const;

/** Starts the server on a free port of the loopback address. */
export async function servePassage(): Promise<PassageServer> {
  const html = await readFile(join(import.meta.dirname, 'passage.html'));
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('the server has no port');
  return {
    url: `http://127.0.0.1:${address.port}/the-river-bank`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
