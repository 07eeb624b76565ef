import { once } from 'node:events';
import { createConnection, type Socket } from 'node:net';
import { findCookie } from './authority';
import { ByteReader } from './byte-reader';

/** One conversation with a local X display. */
export interface DisplayConnection {
  readonly socket: Socket;
  readonly reader: ByteReader;
  readonly root: { readonly window: number; readonly width: number; readonly height: number };
}

const padded = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);

function setupRequest(kind: string, password: Buffer): Buffer {
  const head = Buffer.alloc(12);
  head.write('l');
  head.writeUInt16LE(11, 2);
  head.writeUInt16LE(kind.length, 6);
  head.writeUInt16LE(password.length, 8);
  return Buffer.concat([head, padded(Buffer.from(kind)), padded(password)]);
}

/** Offsets are those of "Connection Setup" in the X Window System Protocol, version 11, appendix B. */
function readRoot(setup: Buffer): DisplayConnection['root'] {
  const vendorLength = setup.readUInt16LE(16);
  const formats = setup.readUInt8(21);
  const screen = 32 + vendorLength + (-vendorLength & 3) + formats * 8;
  return {
    window: setup.readUInt32LE(screen),
    width: setup.readUInt16LE(screen + 20),
    height: setup.readUInt16LE(screen + 22),
  };
}

/**
 * Opens a conversation with a display of this machine. The caller destroys the socket.
 *
 * @param display such as `:0` or `:99.0`
 * @throws when there is no such display or it refuses
 */
export async function connectDisplay(display: string): Promise<DisplayConnection> {
  const number = /^(?:unix)?:(\d+)/.exec(display)?.[1];
  if (number === undefined) throw new Error(`not a display of this machine: ${display}`);
  const socket = createConnection(`/tmp/.X11-unix/X${number}`);
  socket.setTimeout(10_000, () => socket.destroy());
  await once(socket, 'connect');
  const { kind, password } = findCookie(number);
  socket.write(setupRequest(kind, password));
  const reader = new ByteReader(socket);
  const head = await reader.take(8);
  const rest = await reader.take(head.readUInt16LE(6) * 4);
  if (head.readUInt8(0) !== 1) {
    socket.destroy();
    throw new Error(`the X display ${display} refused: ${rest.toString('latin1').trim()}`);
  }
  return { socket, reader, root: readRoot(rest) };
}
