/**
 * The fields of a body that a server decodes; servers that rebuild the body lose the others without a word.
 *
 * @param names the fields that survive
 * @returns anything but an object as it was
 */
export function keepFields(body: unknown, names: ReadonlySet<string>): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  return Object.fromEntries(Object.entries(body).filter(([name]) => names.has(name)));
}
