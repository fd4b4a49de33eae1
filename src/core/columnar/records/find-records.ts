/** The records behind a number, each once, sorted and paged. */
import { TABLES } from '../../tables/all-tables.js';
import type { Cell, FoundRecord, RecordsRequest, RowsSource } from '../../answer/engine.js';
import { givenBy, isFirst } from '../../answer/records.js';
import { compareCodePoints } from '../../answer/groups.js';
import { type Slice, sortByClock, measureIn, toSlices } from '../query/slices.js';
import { clipped, listRows, sharedTest } from '../list/found.js';
import { clearBit } from '../store/bits.js';
import type { DerivedTable } from './derived-table.js';
import { contributing } from './range-edges.js';
import { type Column, cellsOf } from '../store/columns.js';

/** The tables of a fact as they stand at the request's now. */
type TablesOf = (fact: string) => readonly DerivedTable[];

/** A record, and its latest row. */
interface Found extends RowPlace {
  at: number;
  sum: number;
  count: number;
}

interface RowPlace {
  table: DerivedTable;
  row: number;
}

export function findRecords(request: RecordsRequest, tablesOf: TablesOf): { rows: FoundRecord[]; total: number } {
  const found = [...gather(request, tablesOf).values()].sort(comparing(request));
  const start = (request.page - 1) * request.pageSize;
  const rows = found.slice(start, start + request.pageSize).map(({ table, row, ...numbers }): FoundRecord => ({
    ...numbers,
    id: table.idOf(row),
    raw: table.rawOf(row),
    dimensions: dimensionsAt({ table, row }),
  }));
  return { rows, total: found.length };
}

function dimensionsAt({ table, row }: RowPlace): FoundRecord['dimensions'] {
  return Object.fromEntries(
    TABLES[table.fact]!.dimensions.map((name) => {
      const column = table.column(name);
      return [name, ((column && cellAt(column, row)) || null) as string | null];
    }),
  );
}

function slicesOf(rows: RowsSource, { span, filters, now }: RecordsRequest, tablesOf: TablesOf): Slice[] {
  const counted = contributing(rows, span, now);
  const ordered = sortByClock(counted.source, tablesOf(rows.fact), now);
  return toSlices(ordered.source, ordered.tables, { span: counted.span, filters });
}

/** A row of a slice in its own table, not in one that has it in another order. */
function placeIn({ table }: Slice, row: number): RowPlace {
  const { parent } = table;
  return parent
    ? { table: parent.table as DerivedTable, row: parent.rows[row]! }
    : { table: table as DerivedTable, row };
}

function gather(request: RecordsRequest, tablesOf: TablesOf): Map<number, Found> {
  const { source, measure, sharing } = request;
  const isLeftOut = leftOutTest(request, tablesOf);
  const slices = withoutRows(slicesOf(source, request, tablesOf), isLeftOut);
  const isShared = sharing && sharedTest(slices, sharing);
  const found = new Map<number, Found>();
  slices.forEach((slice, index) => {
    const values = measure === undefined ? undefined : measureIn(slice.table, measure).values;
    for (const inSlice of listRows(clipped(slice)).slice()) {
      if (isShared && !isShared(index, inSlice)) continue;
      addRow(found, placeIn(slice, inSlice), slice.table.times[inSlice]!, values?.[inSlice] ?? NaN);
    }
  });
  return found;
}

function addRow(found: Map<number, Found>, { table, row }: RowPlace, at: number, value: number): void {
  const key = table.keyOf(row);
  let known = found.get(key);
  if (!known) found.set(key, (known = { table, row, at, sum: 0, count: 0 }));
  else if (at > known.at || (at === known.at && isFirst(dimensionsAt({ table, row }), dimensionsAt(known))))
    Object.assign(known, { table, row, at });
  if (Number.isNaN(value)) return;
  known.sum += value;
  known.count++;
}

type RowTest = (place: RowPlace) => boolean;

/** Rows that are left out share no value with others either. */
function withoutRows(slices: readonly Slice[], isLeftOut: RowTest | undefined): readonly Slice[] {
  if (!isLeftOut) return slices;
  return slices.map((slice) => {
    const rows = clipped(slice);
    for (const row of listRows(rows).slice()) if (isLeftOut(placeIn(slice, row))) clearBit(rows, row);
    return { ...slice, rows };
  });
}

function leftOutTest(request: RecordsRequest, tablesOf: TablesOf): RowTest | undefined {
  const { without } = request;
  if (!without) return undefined;
  const places = slicesOf(without.source, request, tablesOf).flatMap((slice) =>
    Array.from(listRows(clipped(slice)), (row) => placeIn(slice, row)),
  );
  if (without.by === 'row') return isOneOf(places);
  const by = without.by === 'record' ? undefined : without.by.column;
  const named = new Set(places.map((place) => nameOf(place, by)));
  return ({ table, row }) => named.has(table.idOf(row));
}

function isOneOf(places: readonly RowPlace[]): RowTest {
  const rows = new Map<DerivedTable, Set<number>>();
  for (const { table, row } of places) rows.set(table, (rows.get(table) ?? new Set<number>()).add(row));
  return ({ table, row }) => rows.get(table)?.has(row) ?? false;
}

/** What a row says of a record's id: in a column, else by its own. */
function nameOf({ table, row }: RowPlace, by: string | undefined): Cell {
  const column = by === undefined ? undefined : table.column(by);
  return column ? cellAt(column, row) : table.idOf(row);
}

function comparing({ gives, sort: { key, descending } }: RecordsRequest): (a: Found, b: Found) => number {
  const sign = descending ? -1 : 1;
  const byId = (a: Found, b: Found) => compareCodePoints(a.table.idOf(a.row), b.table.idOf(b.row));
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
