/** Conversations behind a leaf: those that have a row of it in the span. */
import type { LeafSource } from '../../metrics/plan.js';
import type { ListRequest } from '../../answer/engine.js';
import { AttributedItems } from '../attribution.js';
import { countRows, pickRows } from '../store/bits.js';
import { allBits, emptyBits, setBit, type Bits } from '../store/bits.js';
import { sortByClock } from '../query/slices.js';
import { keyAt, toKeys } from '../query/distinct.js';
import type { Shard } from '../store/shard.js';
import type { ShardTable } from '../store/shard-table.js';
import { bounds, toSlices, type Slice } from '../query/slices.js';

/** Conversations of a shard; the set may be changed. */
export interface FoundRows {
  shard: Shard;
  rows: Bits;
}

type ContributingRequest = Pick<ListRequest, 'leaf' | 'sharing' | 'span' | 'filters' | 'now'>;

export function sliceRows({ leaf, span, filters, now }: ContributingRequest, tables: readonly ShardTable[]): Slice[] {
  const ordered = sortByClock<LeafSource>(leaf, tables, now);
  return toSlices(ordered.source, ordered.tables, { span, filters });
}

/** Each conversation once. Of a slice's rows, where only shared values count, those whose values at least so many rows share. */
export function conversationsOf(
  slices: readonly Slice[],
  sharing: ListRequest['sharing'],
  shards: readonly Shard[],
): FoundRows[] {
  const shardOf = shardTables(shards);
  const found = new Map<Shard, Bits>();
  const isShared = sharing && sharedTest(slices, sharing);
  slices.forEach((slice, index) => {
    const shard = shardOf.get(slice.table);
    if (shard && !isShared) {
      found.set(shard, clipped(slice));
      return;
    }
    const place = placeIn(slice.table, shardOf);
    for (const row of listRows(clipped(slice))) {
      if (isShared && !isShared(index, row)) continue;
      const at = place(row);
      let rows = found.get(at.shard);
      if (!rows) found.set(at.shard, (rows = emptyBits(at.shard.length)));
      setBit(rows, at.row);
    }
  });
  return [...found].map(([shard, rows]) => ({ shard, rows }));
}

/** Tables whose rows are those of a shard. */
export function shardTables(shards: readonly Shard[]): ReadonlyMap<ShardTable, Shard> {
  return new Map(
    shards.flatMap(
      (shard) =>
        [
          [shard.opened, shard],
          [shard.conversations, shard],
        ] as const,
    ),
  );
}

export function countFound(found: readonly FoundRows[]): number {
  return found.reduce((sum, { shard, rows }) => sum + countRows(rows, 0, shard.length), 0);
}

let room = new Int32Array(0);

/** The rows of a set, ascending, in a list that holds until the next is asked for. */
export function listRows(rows: Bits): Int32Array {
  if (room.length < rows.length * 32) room = new Int32Array(rows.length * 32);
  return room.subarray(0, pickRows(rows, 0, rows.length * 32, room));
}

/** The rows of the slice, as a set of their own. */
export function clipped(slice: Slice): Bits {
  const { low, high } = bounds(slice);
  const rows = slice.rows?.slice() ?? allBits(slice.table.length);
  rows.fill(0, 0, low >>> 5);
  if (low & 31) rows[low >>> 5]! &= -1 << (low & 31);
  rows.fill(0, (high + 31) >>> 5);
  if (high & 31) rows[high >>> 5]! &= ~(-1 << (high & 31));
  return rows;
}

interface RowPlace {
  shard: Shard;
  row: number;
}

/** Up the parents to the conversation. */
export function placeIn(table: ShardTable, shardOf: ReadonlyMap<ShardTable, Shard>): (row: number) => RowPlace {
  const shard = shardOf.get(table);
  if (shard) return (row) => ({ shard, row });
  if (table instanceof AttributedItems) {
    const { shards, parts, rows } = table.parents;
    return (row) => ({ shard: shards[parts[row]!]!, row: rows[row]! });
  }
  const { rows } = table.parent!;
  const above = placeIn(table.parent!.table, shardOf);
  return (row) => above(rows[row]!);
}

export function sharedTest(
  slices: readonly Slice[],
  { columns, atLeast }: NonNullable<ListRequest['sharing']>,
): (slice: number, row: number) => boolean {
  const { size, bySlice } = toKeys(slices, columns);
  const counts = new Uint32Array(size);
  slices.forEach((slice, index) => {
    for (const row of listRows(clipped(slice))) counts[keyAt(bySlice[index]!, row)]!++;
  });
  return (slice, row) => counts[keyAt(bySlice[slice]!, row)]! >= atLeast;
}
