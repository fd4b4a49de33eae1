/** An export may hold a part twice: inside its ticket and in a list of its own, or in files of overlapping times. */
import { toText } from './read-value.js';
import type { Part, Row } from './vendor.js';

/** Each once by its id, as it was changed last, where it stood first. Those without an id all count. */
export function distinctRows(rows: readonly Row[]): Row[] {
  return distinctParts(rows.map((row) => ({ table: '', row }))).map(({ row }) => row);
}

export function distinctParts(parts: readonly Part[]): Part[] {
  const distinct: Part[] = [];
  const places = new Map<string, number>();
  for (const part of parts) {
    const id = toText(part.row['id']);
    const key = `${part.table} ${id}`;
    const place = id === undefined ? undefined : places.get(key);
    if (place !== undefined) {
      if (isNewer(part.row, distinct[place]!.row)) distinct[place] = part;
      continue;
    }
    const index = distinct.push(part) - 1;
    if (id !== undefined) places.set(key, index);
  }
  return distinct;
}

/** Whether a row is told at the same time or later. */
export function isNewer(row: Row, before: Row): boolean {
  const [ours, theirs] = [row, before].map((one) => toText(one['updated_at']) ?? '');
  return ours! >= theirs!;
}
