/** The records behind a number, each once, sorted and paged. */
import { TABLES } from '../../tables/all-tables.js';
import type { Cell, FoundRecord, RecordsRequest, RowsSource } from '../../answer/engine.js';
import { givenBy, isFirst } from '../../answer/records.js';
import { compareCodePoints } from '../../answer/groups.js';
import { type Slice, inOrderOf, measureIn, toSlices } from '../query/slices.js';
import { clipped, listRows, sharedTest } from '../list/found.js';
import type { ShardTable } from '../store/shard-table.js';
import { contributing } from './range-edges.js';
import { type Column, cellsOf } from '../store/columns.js';

export interface RecordsOfTables {
  /** A table as it stands at the request's now. */
  at(fact: string): ShardTable;
  /** The record behind each of its rows. */
  recordsOf(fact: string): readonly string[];
  rawOf(id: string): object;
}

/** `row` is one of the fact's table. */
type Found = Omit<FoundRecord, 'raw' | 'dimensions'> & { row: number };

export function findRecords(request: RecordsRequest, tables: RecordsOfTables): { rows: FoundRecord[]; total: number } {
  const { source } = request;
  const dimensionsOf = dimensionReader(source.fact, tables.at(source.fact));
  const found = [...gather(request, tables, dimensionsOf).values()].sort(comparing(request));
  const start = (request.page - 1) * request.pageSize;
  const rows = found.slice(start, start + request.pageSize).map(({ row, ...record }): FoundRecord => ({
    ...record,
    raw: tables.rawOf(record.id),
    dimensions: dimensionsOf(row),
  }));
  return { rows, total: found.length };
}

function dimensionReader(fact: string, table: ShardTable): (row: number) => FoundRecord['dimensions'] {
  const columns = TABLES[fact]!.dimensions.map((name) => [name, table.column(name)] as const);
  return (row) =>
    Object.fromEntries(
      columns.map(([name, column]) => [name, ((column && cellAt(column, row)) || null) as string | null]),
    );
}

function slicesOf(rows: RowsSource, { span, filters, now }: RecordsRequest, tables: RecordsOfTables): Slice[] {
  const counted = contributing(rows, span, now);
  const ordered = inOrderOf(counted.source, [tables.at(rows.fact)], now);
  return toSlices(ordered.source, ordered.tables, { span: counted.span, filters });
}

/** Visits the rows of slices that lie in one table, with their number in it. */
function visit(
  slices: readonly Slice[],
  use: (row: number, slice: Slice, inSlice: number, index: number) => void,
): void {
  slices.forEach((slice, index) => {
    const { parent } = slice.table;
    for (const row of listRows(clipped(slice)).slice()) use(parent ? parent.rows[row]! : row, slice, row, index);
  });
}

function gather(
  request: RecordsRequest,
  tables: RecordsOfTables,
  dimensionsOf: (row: number) => FoundRecord['dimensions'],
): Map<string, Found> {
  const { source, measure, sharing } = request;
  const ids = tables.recordsOf(source.fact);
  const isLeftOut = leftOutTest(request, tables);
  const slices = withoutRows(slicesOf(source, request, tables), isLeftOut);
  const isShared = sharing && sharedTest(slices, sharing);
  const found = new Map<string, Found>();
  visit(slices, (row, slice, inSlice, index) => {
    if (isShared && !isShared(index, inSlice)) return;
    const id = ids[row]!;
    const at = slice.table.times[inSlice]!;
    const known = found.get(id) ?? { id, at: -Infinity, sum: 0, count: 0, row };
    if (at > known.at || (at === known.at && isFirst(dimensionsOf(row), dimensionsOf(known.row))))
      Object.assign(known, { at, row });
    const value = measure === undefined ? NaN : measureIn(slice.table, measure).values[inSlice]!;
    if (!Number.isNaN(value)) Object.assign(known, { sum: known.sum + value, count: known.count + 1 });
    found.set(id, known);
  });
  return found;
}

/** Rows that are left out share no value with others either. */
function withoutRows(slices: readonly Slice[], isLeftOut: ((row: number) => boolean) | undefined): readonly Slice[] {
  if (!isLeftOut) return slices;
  return slices.map((slice) => {
    const rows = clipped(slice);
    const { parent } = slice.table;
    for (const row of listRows(rows).slice())
      if (isLeftOut(parent ? parent.rows[row]! : row)) rows[row >>> 5]! &= ~(1 << (row & 31));
    return { ...slice, rows };
  });
}

/** By row of the source's table. */
function leftOutTest(request: RecordsRequest, tables: RecordsOfTables): ((row: number) => boolean) | undefined {
  const { source, without } = request;
  if (!without) return undefined;
  const rows = new Set<number>();
  visit(slicesOf(without.source, request, tables), (row) => rows.add(row));
  if (without.by === 'row') return (row) => rows.has(row);
  const other = without.by === 'record' ? undefined : tables.at(without.source.fact).column(without.by.column);
  const others = tables.recordsOf(without.source.fact);
  const named = new Set(Array.from(rows, (row) => (other ? cellAt(other, row) : others[row]!)));
  const ids = tables.recordsOf(source.fact);
  return (row) => named.has(ids[row]!);
}

function comparing({ gives, sort: { key, descending } }: RecordsRequest): (a: Found, b: Found) => number {
  const sign = descending ? -1 : 1;
  const byId = (a: Found, b: Found) => compareCodePoints(a.id, b.id);
  if (key === 'at') return (a, b) => sign * (a.at - b.at) || byId(a, b);
  return (a, b) => {
    const [one, other] = [givenBy(a, gives), givenBy(b, gives)];
    return (
      Number(one === null) - Number(other === null) ||
      (one === null || other === null ? 0 : sign * (one - other)) ||
      byId(a, b)
    );
  };
}

/** What a row holds, `null` where there is nothing. */
export function cellAt(column: Column, row: number): Cell {
  switch (column.kind) {
    case 'constant':
      return column.dictionary.valueOf(column.code);
    case 'code':
      return column.dictionary.valueOf(column.codes[row]!);
    default:
      return cellsOf(column).at(row);
  }
}
