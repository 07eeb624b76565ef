import { createServer, type Server } from 'node:http';
import { randomBytes } from 'node:crypto';
import sharp from 'sharp';

/** A server whose reply is ready before it is asked for, so that only the receiving is measured. */
export interface ReplyServer {
  readonly baseUrl: string;
  /** Bytes of the body. */
  readonly bodyBytes: number;
  /** Milliseconds since 1970 at which the last byte of the latest reply was handed to the system. */
  lastByteAt(): number;
  close(): Promise<void>;
}

/** What the reply holds. */
export interface ReplyContent {
  readonly pictures: number;
  /** Pixels of noise on an edge; 1000 are a PNG of three million bytes. */
  readonly edge?: number;
  /** One JSON body, or one event a picture. */
  readonly format?: 'json' | 'events';
}

async function drawNoise(edge: number): Promise<string> {
  const raw = { width: edge, height: edge, channels: 3 } as const;
  const png = await sharp(randomBytes(edge * edge * 3), { raw })
    .png({ compressionLevel: 0 })
    .toBuffer();
  return png.toString('base64');
}

async function makeBody({ pictures, edge = 1000, format = 'json' }: ReplyContent): Promise<Buffer> {
  const data = [];
  for (let index = 0; index < pictures; index += 1) data.push({ b64_json: await drawNoise(edge) });
  if (format === 'json') return Buffer.from(JSON.stringify({ created: 1, data }));
  const type = 'image_generation.completed';
  const events = data.map((item) => `event: ${type}\ndata: ${JSON.stringify({ type, ...item })}\n\n`);
  return Buffer.from(events.join(''));
}

/** Starts it on this machine. */
export async function startReplyServer(content: ReplyContent): Promise<ReplyServer> {
  const body = await makeBody(content);
  const type = content.format === 'events' ? 'text/event-stream' : 'application/json';
  let lastByteAt = 0;
  const server: Server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      response.writeHead(200, { 'content-type': type, 'content-length': body.length });
      response.end(body, () => (lastByteAt = Date.now()));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port');
  return {
    baseUrl: `http://127.0.0.1:${address.port}/v1`,
    bodyBytes: body.length,
    lastByteAt: () => lastByteAt,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
