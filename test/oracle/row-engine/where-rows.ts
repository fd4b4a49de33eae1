/** Tests rows of a table against the conditions of a formula and the filters of a query. */
import { cellTest, dimensionKeys, filterDimension } from '../../../src/core/answer/where.js';
import type { Cell } from '../../../src/core/answer/engine.js';
import type { Test, Where } from '../../../src/core/metrics/definition.js';
import type { Filters } from '../../../src/core/query.js';
import type { FactTable } from './fact-table.js';

export type RowTest = (row: number) => boolean;

/** All entries must pass; within an entry's list, one must. */
export function compileWhere(where: readonly (readonly Where[])[], table: FactTable): RowTest {
  const tests = where.map((anyOf) =>
    any(anyOf.map((columns) => all(Object.entries(columns).map(([name, test]) => columnTest(table, name, test))))),
  );
  return all(tests);
}

/** Rows that pass every filter; names in `ignore` are not looked at. The dimension must be a column of the table. */
export function compileFilters(filters: Filters, table: FactTable, ignore: readonly string[] = []): RowTest {
  const tests = Object.entries(filters)
    .filter(([name, values]) => values.length > 0 && !ignore.includes(filterDimension(name)))
    .map(([name, values]) =>
      filterTest(table.column(filterDimension(name)) ?? [], new Set(values), name.startsWith('!')),
    );
  return all(tests);
}

function filterTest(column: readonly Cell[], values: ReadonlySet<string>, negated: boolean): RowTest {
  return (row) => dimensionKeys(column[row]).some((key) => values.has(key)) !== negated;
}

function columnTest(table: FactTable, name: string, test: Test): RowTest {
  const column = table.column(name);
  if (!column) throw new RangeError(`Unknown column "${name}" in a where. Use one of: ${table.names.join(', ')}.`);
  const passes = cellTest(test);
  return (row) => passes(column[row] ?? null);
}

const all = (tests: readonly RowTest[]): RowTest =>
  tests.length === 0 ? () => true : (row) => tests.every((test) => test(row));
const any =
  (tests: readonly RowTest[]): RowTest =>
  (row) =>
    tests.some((test) => test(row));
