/** The records behind a number, each once, sorted and paged. */
import { TABLES } from '../../../../src/core/tables/all-tables.js';
import { keyOf, measureOf } from '../aggregate.js';
import type { FoundRecord, RecordsRequest } from '../../../../src/core/answer/engine.js';
import type { FactTable } from '../fact-table.js';
import { compareCodePoints } from '../../../../src/core/answer/groups.js';
import { contributingTest } from '../row-selection.js';
import { RECORD_COLUMN } from './record-tables.js';

type Found = Omit<FoundRecord, 'raw' | 'dimensions'> & { row: number };

/** What a record gave a number by all of its rows; `null` where nothing was measured. */
export function givenBy(
  { sum, count }: Pick<FoundRecord, 'sum' | 'count'>,
  gives: RecordsRequest['gives'],
): number | null {
  if (count === 0) return null;
  return gives === 'sum' ? sum : sum / count;
}

export function findRecords(
  request: RecordsRequest,
  tableOf: (fact: string) => FactTable,
  rawOf: (id: string) => object,
): { rows: FoundRecord[]; total: number } {
  const table = tableOf(request.source.fact);
  const found = [...gather(request, table, tableOf).values()].sort(comparing(request));
  const start = (request.page - 1) * request.pageSize;
  const dimensionsOf = dimensionReader(request, table);
  const rows = found.slice(start, start + request.pageSize).map(({ row, ...record }): FoundRecord => ({
    ...record,
    raw: rawOf(record.id),
    dimensions: dimensionsOf(row),
  }));
  return { rows, total: found.length };
}

function dimensionReader({ source }: RecordsRequest, table: FactTable): (row: number) => FoundRecord['dimensions'] {
  const { of, dimensions } = TABLES[source.fact]!;
  const columns = (of === undefined ? [] : dimensions).map((name) => [name, table.column(name)] as const);
  return (row) => Object.fromEntries(columns.map(([name, column]) => [name, (column?.[row] || null) as string | null]));
}

/** The later of two rows; of two at the same instant, the one whose dimensions come first, so that no order of rows decides. */
export function laterOf<R extends { at: number; dimensions: FoundRecord['dimensions'] }>(
  one: R | undefined,
  other: R,
): R {
  if (!one || other.at > one.at) return other;
  return other.at === one.at && isFirst(other.dimensions, one.dimensions) ? other : one;
}

function isFirst(one: FoundRecord['dimensions'], other: FoundRecord['dimensions']): boolean {
  const key = (dimensions: FoundRecord['dimensions']) => Object.values(dimensions).join('\u0000');
  return compareCodePoints(key(one), key(other)) < 0;
}

function gather(request: RecordsRequest, table: FactTable, tableOf: (fact: string) => FactTable): Map<string, Found> {
  const { source, measure, sharing } = request;
  const takesPart = contributingTest(source, table, request);
  const isLeftOut = leftOutTest(request, table, tableOf);
  const rows = rowsWith(table, (row) => takesPart(row) && !isLeftOut(row));
  const isShared = sharing ? sharingTest(rows, keyOf(sharing.columns, table), sharing.atLeast) : () => true;
  const valueOf = measure === undefined ? () => null : measureOf(measure, table);
  const ids = idsOf(table);
  const times = table.column(source.at)!;
  const found = new Map<string, Found>();
  const dimensionsOf = dimensionReader(request, table);
  for (const row of rows.filter(isShared)) {
    const id = ids[row] as string;
    const at = times[row] as number;
    const known = found.get(id) ?? { id, at: -Infinity, sum: 0, count: 0, row };
    const value = valueOf(row);
    if (at > known.at || (at === known.at && isFirst(dimensionsOf(row), dimensionsOf(known.row))))
      Object.assign(known, { at, row });
    if (value !== null) Object.assign(known, { sum: known.sum + value, count: known.count + 1 });
    found.set(id, known);
  }
  return found;
}

const rowsWith = (table: FactTable, test: (row: number) => boolean): number[] =>
  Array.from({ length: table.length }, (_, row) => row).filter(test);
const idsOf = (table: FactTable) => table.column(RECORD_COLUMN) ?? table.column('id')!;

function leftOutTest(
  request: RecordsRequest,
  table: FactTable,
  tableOf: (fact: string) => FactTable,
): (row: number) => boolean {
  if (!request.without) return () => false;
  const { source, by } = request.without;
  if (by === 'row') return contributingTest(source, table, request);
  const other = tableOf(source.fact);
  const names = by === 'record' ? idsOf(other) : other.column(by.column)!;
  const named = new Set(rowsWith(other, contributingTest(source, other, request)).map((row) => names[row]));
  const ids = idsOf(table);
  return (row) => named.has(ids[row]);
}

function sharingTest(
  rows: readonly number[],
  keyOfRow: (row: number) => string | null,
  atLeast: number,
): (row: number) => boolean {
  const counts = new Map<string | null, number>();
  for (const row of rows) counts.set(keyOfRow(row), (counts.get(keyOfRow(row)) ?? 0) + 1);
  return (row) => counts.get(keyOfRow(row))! >= atLeast;
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
