/** Rows in the order of a clock that is not the fact's usual one. */
import { TABLES } from '../../metrics/fact-schema.js';
import type { LeafSource } from '../../metrics/plan.js';
import type { Column } from './columns.js';
import { gatherColumn } from './gather.js';
import { measureIn } from './measures.js';
import { ShardTable } from './shard-table.js';

const orderCache = new WeakMap<ShardTable, { version: number; clock: string; table: ShardTable }>();

/**
 * The same rows, ascending by the source's clock. Rows of conversations that the usual clock places after now are kept out by a condition;
 * those of other records are members only while they are seen.
 */
export function inOrderOf<S extends LeafSource>(
  source: S,
  tables: readonly ShardTable[],
  now: number,
): { source: S; tables: readonly ShardTable[] } {
  const usual = TABLES[source.fact]?.clocks[0];
  if (usual === undefined || source.at === usual) return { source, tables };
  const where = TABLES[source.fact]!.of === undefined ? [...source.where, [{ [usual]: { atMost: now } }]] : source.where;
  return { source: { ...source, where }, tables: tables.map((table) => reordered(table, usual, source.at)) };
}

function reordered(table: ShardTable, usual: string, clock: string): ShardTable {
  const found = orderCache.get(table);
  if (found?.version === table.version && found.clock === clock) return found.table;
  const made = reorder(table, usual, clock);
  orderCache.set(table, { version: table.version, clock, table: made });
  return made;
}

/** Rows without the clock's time are nowhere in it. */
function reorder(table: ShardTable, usual: string, clock: string): ShardTable {
  const { values } = measureIn(table, clock);
  const known = Int32Array.from(values.keys()).filter((row) => !Number.isNaN(values[row]));
  const rows = known.sort((a, b) => values[a]! - values[b]!);
  const times = Float64Array.from(rows, (row) => values[row]!);
  const columns = new Map<string, Column>([[usual, gatherColumn(table.column(usual)!, rows)]]);
  return new ShardTable(table.fact, times, columns, { table, rows });
}
