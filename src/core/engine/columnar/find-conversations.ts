/** Conversations behind a number, with what each gave it: sorted and paged. */
import type { ResolvedSettings } from '../../settings.js';
import { stateAt } from '../conversation-state.js';
import type { FoundRecord, RecordsRequest } from '../engine.js';
import { toRow } from '../conversation-row.js';
import { givenBy } from '../found-record.js';
import { both, without } from './bit-sets.js';
import { emptyBits } from './bits.js';
import { compareBytes } from './compare-bytes.js';
import {
  clipped,
  conversationsOf,
  countFound,
  listRows,
  placeIn,
  sharedTest,
  shardTables,
  sliceRows,
} from './found-rows.js';
import { rowOf, shardOf } from './id-index.js';
import { measureIn } from './measures.js';
import { recordOf } from './plain-record.js';
import type { RowOrder } from './row-order.js';
import type { Shard } from './shard.js';
import type { ShardList } from './shard-list.js';
import type { ShardTable } from './shard-table.js';
import type { Slice } from './slices.js';
import { topRows } from './top-rows.js';

/** By row of a shard. */
interface Given {
  at: Float64Array;
  sum: Float64Array;
  count: Float64Array;
}

const NOTHING: Given = { at: new Float64Array(), sum: new Float64Array(), count: new Float64Array() };

/** `tables`: those of the source's fact, as they stand at the request's now. */
export function findConversations(
  request: RecordsRequest,
  tables: readonly ShardTable[],
  shards: ShardList,
  settings: ResolvedSettings,
): { rows: FoundRecord[]; total: number } {
  const slices = slicesOf(request, tables);
  const found = conversationsOf(slices, request.sharing, shards.all);
  const given = gather(slices, request, shards.all);
  const end = request.page * request.pageSize;
  const total = countFound(found);
  const places = topRows(found, orderOf(request, given, shards), Math.min(end, total)).subarray(
    end - request.pageSize,
    end,
  );
  const rows = Array.from(places, (place): FoundRecord => {
    const shard = shards.at(shardOf(place));
    const raw = toRow(stateAt(recordOf(shard, rowOf(place)), request.now, settings), '');
    const { at, sum, count } = given.get(shard)!;
    return {
      id: raw.id,
      at: at[rowOf(place)]!,
      sum: sum[rowOf(place)]!,
      count: count[rowOf(place)]!,
      raw,
      dimensions: {},
    };
  });
  return { rows, total };
}

function slicesOf(
  { source, without: left, span, filters, now }: RecordsRequest,
  tables: readonly ShardTable[],
): Slice[] {
  const slices = sliceRows({ leaf: source, span, filters, now }, tables);
  if (!left) return slices;
  // Of the same fact by the same clock, so that the rows are the same.
  const others = new Map(
    sliceRows({ leaf: left.source, span, filters, now }, tables).map(({ table, rows }) => [table, rows]),
  );
  return slices.map((slice) => {
    const { length } = slice.table;
    const rows = others.get(slice.table);
    return { ...slice, rows: both(slice.rows, rows ? without(rows, length) : emptyBits(length)) };
  });
}

function gather(
  slices: readonly Slice[],
  { measure, sharing }: RecordsRequest,
  shards: readonly Shard[],
): Map<Shard, Given> {
  const given = new Map<Shard, Given>();
  const tables = shardTables(shards);
  const isShared = sharing && sharedTest(slices, sharing);
  slices.forEach((slice, index) => {
    const place = placeIn(slice.table, tables);
    const values = measure === undefined ? undefined : measureIn(slice.table, measure).values;
    for (const row of listRows(clipped(slice))) {
      if (isShared && !isShared(index, row)) continue;
      const { shard, row: to } = place(row);
      let found = given.get(shard);
      if (!found)
        given.set(
          shard,
          (found = {
            at: new Float64Array(shard.length).fill(-Infinity),
            sum: new Float64Array(shard.length),
            count: new Float64Array(shard.length),
          }),
        );
      const { at, sum, count } = found;
      at[to] = Math.max(at[to]!, slice.table.times[row]!);
      if (!values || Number.isNaN(values[row])) continue;
      sum[to]! += values[row]!;
      count[to]! += 1;
    }
  });
  return given;
}

/** Ties go by id. */
function orderOf(
  { gives, sort: { key, descending } }: RecordsRequest,
  given: ReadonlyMap<Shard, Given>,
  shards: ShardList,
): RowOrder {
  const sign = descending ? -1 : 1;
  return {
    descending,
    keysOf(shard, rows) {
      // Unset only where no row is asked for.
      const { at, sum, count } = given.get(shard) ?? NOTHING;
      return Float64Array.from(rows, (row) => {
        const value = key === 'at' ? at[row]! : givenBy({ sum: sum[row]!, count: count[row]! }, gives);
        return value === null ? Infinity : sign * value;
      });
    },
    compare: (a, b) => compareBytes(shards.idAt(a), shards.idAt(b)),
  };
}
