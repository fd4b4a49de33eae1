/** Tests rows of a table against the conditions of a formula and the filters of a query. */
import type { Scalar, Test, Where } from '../metrics/definition.js';
import type { Filters } from '../query.js';
import type { Cell, FactTable } from './fact-table.js';

export type RowTest = (row: number) => boolean;

/** All entries must pass; within an entry's list, one must. */
export function compileWhere(where: readonly (readonly Where[])[], table: FactTable): RowTest {
  const tests = where.map((anyOf) => any(anyOf.map((columns) => all(Object.entries(columns).map(([name, test]) => columnTest(table, name, test))))));
  return all(tests);
}

/** Rows that pass every filter; names in `ignore` are not looked at. The dimension must be a column of the table. */
export function compileFilters(filters: Filters, table: FactTable, ignore: readonly string[] = []): RowTest {
  const tests = Object.entries(filters)
    .filter(([name, values]) => values.length > 0 && !ignore.includes(filterDimension(name)))
    .map(([name, values]) => filterTest(table.column(filterDimension(name)) ?? [], new Set(values), name.startsWith('!')));
  return all(tests);
}

export function filterDimension(name: string): string {
  return name.startsWith('!') ? name.slice(1) : name;
}

/** The keys of a cell as a dimension: text as it is, `''` where there is none. */
export function dimensionKeys(cell: Cell | undefined): readonly string[] {
  if (cell === null || cell === undefined || cell === '') return NO_VALUE;
  if (typeof cell === 'object') return cell.length ? cell : NO_VALUE;
  return [String(cell)];
}

const NO_VALUE: readonly string[] = [''];

function filterTest(column: readonly Cell[], values: ReadonlySet<string>, negated: boolean): RowTest {
  return (row) => dimensionKeys(column[row]).some((key) => values.has(key)) !== negated;
}

function columnTest(table: FactTable, name: string, test: Test): RowTest {
  const column = table.column(name);
  if (!column) throw new RangeError(`Unknown column "${name}" in a where. Use one of: ${table.names.join(', ')}.`);
  const passes = cellTest(test);
  return (row) => passes(column[row] ?? null);
}

export function cellTest(test: Test): (cell: Cell) => boolean {
  if (typeof test !== 'object') return oneOf([test]);
  if (isList(test)) return oneOf(test);
  if ('not' in test) {
    const matches = oneOf(isList(test.not) ? test.not : [test.not]);
    return (cell) => !matches(cell);
  }
  if ('atLeast' in test) return (cell) => typeof cell === 'number' && cell >= test.atLeast;
  if ('atMost' in test) return (cell) => typeof cell === 'number' && cell <= test.atMost;
  // A setting's list has taken its name's place by now.
  if ('setting' in test) throw new TypeError(`A condition names the setting "${test.setting}", which is read in metrics only.`);
  return (cell) => isKnown(cell) === test.known;
}

export function isKnown(cell: Cell | undefined): boolean {
  return cell !== null && cell !== undefined && cell !== '' && !(typeof cell === 'object' && cell.length === 0);
}

function oneOf(scalars: readonly Scalar[]): (cell: Cell) => boolean {
  const values = new Set<Scalar>(scalars);
  return (cell) => {
    if (cell !== null && typeof cell === 'object') return cell.length ? cell.some((value) => values.has(value)) : values.has('');
    return values.has(cell ?? '');
  };
}

const isList = (value: unknown): value is readonly Scalar[] => Array.isArray(value);
const all = (tests: readonly RowTest[]): RowTest => (tests.length === 0 ? () => true : (row) => tests.every((test) => test(row)));
const any = (tests: readonly RowTest[]): RowTest => (row) => tests.some((test) => test(row));
