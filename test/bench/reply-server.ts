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

/** Pixels of noise on an edge: as a PNG that is three million bytes. */
const EDGE = 1000;

async function makeBody(pictures: number): Promise<Buffer> {
  const raw = { width: EDGE, height: EDGE, channels: 3 } as const;
  const data = [];
  for (let index = 0; index < pictures; index += 1) {
    const png = await sharp(randomBytes(EDGE * EDGE * 3), { raw })
      .png({ compressionLevel: 0 })
      .toBuffer();
    data.push({ b64_json: png.toString('base64') });
  }
  return Buffer.from(JSON.stringify({ created: 1, data }));
}

/** Starts it on this machine. */
export async function startReplyServer(pictures: number): Promise<ReplyServer> {
  const body = await makeBody(pictures);
  let lastByteAt = 0;
  const server: Server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
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
