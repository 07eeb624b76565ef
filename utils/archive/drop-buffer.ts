/**
 * Gives the memory of a buffer back at once; nobody can read it any more. Until they are collected, the buffers of an
 * export come to hundreds of megabytes, and `transfer(0)` leaves them where they are (Chromium 156). A message that
 * nobody will get takes its buffer along.
 */
export function dropBuffer(buffer: ArrayBuffer): void {
  const { port1, port2 } = new MessageChannel();
  port2.close();
  port1.postMessage(undefined, [buffer]);
  port1.close();
}
