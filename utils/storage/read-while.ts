/** A cursor that stands on a row, of a store or of an index. */
interface RowCursor<Row> {
  readonly value: Row;
  continue(): Promise<RowCursor<Row> | null>;
}

/**
 * Rows from where a cursor stands, as long as they are wanted.
 * @param isWanted told the row, and how many came before it
 */
export async function readWhile<Row>(
  start: RowCursor<Row> | null,
  isWanted: (row: Row, before: number) => boolean,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let cursor = start;
  while (cursor && isWanted(cursor.value, rows.length)) {
    rows.push(cursor.value);
    cursor = await cursor.continue();
  }
  return rows;
}
