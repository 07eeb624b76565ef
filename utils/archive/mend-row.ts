import * as v from 'valibot';

/** A row that passes its schema. */
export interface MendedRow<Row> {
  readonly row: Row;
  /** How many values of it were left out or cut. */
  readonly leftOut: number;
}

/**
 * Values for fields without which a row is none, by their path such as `picture.createdAt`; each is also used in place of
 * an object whose own required field is broken.
 */
export type Substitutes = Readonly<Record<string, (row: unknown) => unknown>>;

type Path = readonly (string | number)[];

/** Rounds after which a row is given up: each repair may show what was behind it, but rows are not deep. */
const MOST_ROUNDS = 12;

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null;

function valueAt(row: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (isContainer(value) ? Reflect.get(value, key) : undefined),
    row,
  );
}

/** What happens to a value: another one takes its place, or it goes. */
type Change = { readonly value: unknown } | 'remove';

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** The row with a change at a path; what it is made from stays as it is. */
function changed(row: unknown, [key, ...rest]: Path, change: Change): unknown {
  if (key === undefined) return change === 'remove' ? undefined : change.value;
  const isRemoved = change === 'remove' && rest.length === 0;
  if (isList(row)) {
    const place = Number(key);
    return isRemoved ? row.toSpliced(place, 1) : row.with(place, changed(row[place], rest, change));
  }
  const fields = new Map<string, unknown>(isContainer(row) ? Object.entries(row) : []);
  const name = String(key);
  if (isRemoved) fields.delete(name);
  else fields.set(name, changed(fields.get(name), rest, change));
  return Object.fromEntries(fields);
}

/** What a value becomes that is only too long or has a fraction; `undefined` for any other fault. */
function shortened(issue: v.BaseIssue<unknown>, value: unknown): unknown {
  const { type, requirement } = issue;
  if (type === 'integer' && typeof value === 'number' && Number.isFinite(value)) return Math.round(value);
  if (type !== 'max_length' || typeof requirement !== 'number') return undefined;
  if (typeof value === 'string') return value.slice(0, requirement).toWellFormed();
  return isList(value) ? value.slice(0, requirement) : undefined;
}

/** Takes out what is broken at a path: the value, or what cannot be without it. `undefined` where that is the row. */
function without(row: unknown, path: Path, substitutes: Substitutes): { readonly row: unknown } | undefined {
  const parent = path.slice(0, -1);
  const container = valueAt(row, parent);
  const isThere = isContainer(container) && Object.hasOwn(container, path.at(-1) ?? '');
  const value = valueAt(row, path);
  const substitute = substitutes[path.join('.')];
  if (substitute && !(isThere && (value === null || value === undefined))) {
    return { row: changed(row, path, { value: substitute(row) }) };
  }
  if (isThere) return { row: changed(row, path, 'remove') };
  return parent.length > 0 ? without(row, parent, substitutes) : undefined;
}

function pathOf({ path }: v.BaseIssue<unknown>): Path {
  return (path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
}

/**
 * Makes a row pass its schema, by one rule for both directions: a fraction where a whole number belongs is rounded, a
 * text or list that is too long is cut, any other broken value is left out. `null` counts as absent. Where a field may not
 * be missing its substitute stands in; without one, the object around it is left out, and in the end the row.
 * @returns `undefined` where the row cannot be mended
 */
export function mendRow<Row>(
  schema: v.GenericSchema<unknown, Row>,
  given: unknown,
  substitutes: Substitutes,
): MendedRow<Row> | undefined {
  let row = given;
  let leftOut = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const parsed = v.safeParse(schema, row);
    if (parsed.success) return { row: parsed.output, leftOut };
    const seen = new Set<string>();
    // From the last one on, so that the places of the others stay as they are.
    for (const issue of parsed.issues.toReversed()) {
      const path = pathOf(issue);
      const place = path.join('.');
      if (path.length === 0) return undefined;
      if (seen.has(place)) continue;
      seen.add(place);
      const value = valueAt(row, path);
      const short = shortened(issue, value);
      if (short !== undefined) {
        row = changed(row, path, { value: short });
        leftOut += typeof short === 'number' ? 0 : 1;
        continue;
      }
      const rest = without(row, path, substitutes);
      if (!rest) return undefined;
      row = rest.row;
      leftOut += value === null || value === undefined ? 0 : 1;
    }
  }
  return undefined;
}
