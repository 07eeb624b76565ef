import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const COOKIE = 'MIT-MAGIC-COOKIE-1';

function readCounted(file: Buffer, at: number): { value: Buffer; next: number } {
  const start = at + 2;
  const next = start + file.readUInt16BE(at);
  return { value: file.subarray(start, next), next };
}

/**
 * The password of a local X display, from the file the display manager wrote, or empty bytes where none is needed.
 * The file is a row of entries: a 16-bit family, then address, display number, kind and password, each with its
 * 16-bit length before it (Xauthority, libXau's Xauth.h).
 */
export function findCookie(displayNumber: string): { kind: string; password: Buffer } {
  const none = { kind: '', password: Buffer.alloc(0) };
  let file: Buffer;
  try {
    file = readFileSync(process.env['XAUTHORITY'] ?? join(homedir(), '.Xauthority'));
  } catch {
    return none;
  }
  for (let at = 0; at + 2 < file.length;) {
    const address = readCounted(file, at + 2);
    const number = readCounted(file, address.next);
    const kind = readCounted(file, number.next);
    const password = readCounted(file, kind.next);
    const fits = number.value.length === 0 || String(number.value) === displayNumber;
    if (fits && String(kind.value) === COOKIE) return { kind: COOKIE, password: password.value };
    at = password.next;
  }
  return none;
}
