/**
 * Reads what is asked for in one turn all at once: a screen of thumbnails costs one transaction instead of dozens.
 * @param readAll answers in the order of the ids
 */
export function readTogether<Value>(
  readAll: (ids: readonly string[]) => Promise<readonly (Value | undefined)[]>,
): (id: string) => Promise<Value | undefined> {
  let ids: string[] = [];
  let reading: Promise<readonly (Value | undefined)[]> | undefined;
  return async (id) => {
    const place = ids.push(id) - 1;
    reading ??= Promise.resolve().then(() => {
      const asked = ids;
      ids = [];
      reading = undefined;
      return readAll(asked);
    });
    return (await reading)[place];
  };
}
