import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { parseJson } from '../../sandbox/parse-json';

/** What a server answers with. */
export interface HostileAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** A server that answers each prompt as the test says, and keeps a log. */
export interface HostileServer {
  readonly baseUrl: string;
  /** Paths that were asked for, with their method. */
  readonly log: readonly string[];
  clear(): void;
  close(): Promise<void>;
}

/** A text that is small on the wire and large for the browser. */
export function zipped(text: string): HostileAnswer {
  return {
    headers: { 'content-encoding': 'gzip', 'content-type': 'application/json' },
    body: gzipSync(text),
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function promptIn(body: string): string {
  const parsed = parseJson(body);
  const prompt = typeof parsed === 'object' && parsed !== null && 'prompt' in parsed ? parsed.prompt : '';
  return typeof prompt === 'string' ? prompt : '';
}

/**
 * @param answers by prompt; every other prompt gets an honest picture
 * @param picture the honest picture, and what is at every other path
 */
export async function startHostileServer(
  answers: Readonly<Record<string, (origin: string) => HostileAnswer>>,
  picture: Buffer,
): Promise<HostileServer> {
  const log: string[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = '', url = '' } = request;
    log.push(`${method} ${url}`);
    const prompt = promptIn(await readBody(request));
    const origin = `http://${request.headers.host}`;
    if (method !== 'POST' && !url.endsWith('/models')) {
      response.writeHead(200, { 'content-type': 'image/png' }).end(picture);
      return;
    }
    const honest: HostileAnswer = {
      body: JSON.stringify({ created: 1, data: [{ b64_json: picture.toString('base64') }] }),
    };
    const {
      status = 200,
      headers = {},
      body,
    } = answers[url.endsWith('/models') ? 'models' : prompt]?.(origin) ?? honest;
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
  };
  const server: Server = createServer((request, response) => {
    // A browser that hangs up has had enough.
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port');
  return {
    baseUrl: `http://127.0.0.1:${address.port}/v1`,
    log,
    clear: () => void log.splice(0),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
