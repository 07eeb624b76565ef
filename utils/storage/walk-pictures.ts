import type { Picture } from '../core/picture/picture';
import { withDatabase, type OpenDatabase } from './database';

/** Rows read at a time: with very many, memory holds no more than these. */
const WINDOW = 1000;

/** Hands over the rows of all pictures in a range of ids, oldest first, some at a time. */
export async function walkPictures(
  open: OpenDatabase,
  range: IDBKeyRange | null,
  visit: (rows: readonly Picture[]) => void,
): Promise<void> {
  let from = range;
  for (;;) {
    const rows = await withDatabase(open, (database) => database.getAll('pictures', from, WINDOW));
    visit(rows);
    const last = rows.at(-1)?.id;
    if (last === undefined || rows.length < WINDOW) return;
    from =
      range?.upper === undefined
        ? IDBKeyRange.lowerBound(last, true)
        : IDBKeyRange.bound(last, range.upper, true, range.upperOpen);
  }
}
