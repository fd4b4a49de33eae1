/** Which rows of a table take part in a leaf, and in which groups. */
import type { Leaf } from '../metrics/plan.js';
import type { CellsRequest, GroupPlan, Span } from './engine.js';
import type { Cell, FactTable } from './fact-table.js';
import { compileFilters, compileWhere, dimensionKeys, isKnown, type RowTest } from './where.js';

/** Rows a leaf counts: what it measures is known, its conditions hold, the filters pass. */
export function rowTest(leaf: Pick<Leaf, 'where' | 'known' | 'ignore'>, table: FactTable, { filters }: Pick<CellsRequest, 'filters'>): RowTest {
  const where = compileWhere(leaf.where, table);
  const passes = compileFilters(filters, table, leaf.ignore);
  const known = leaf.known.map((name) => table.column(name) ?? []);
  return (row) => known.every((column) => isKnown(column[row])) && where(row) && passes(row);
}

export function isWithin(at: Cell | undefined, { start, end }: Span): at is number {
  return isTime(at) && at >= start && at < end;
}

export const isTime = (cell: Cell | undefined): cell is number => typeof cell === 'number';

export function timesOf(table: FactTable, name: string): readonly Cell[] {
  return table.column(name) ?? [];
}

/** The places of a row among the groups; several for a dimension of several values. */
export function groupsOf(leaf: Leaf, table: FactTable, plan: GroupPlan | undefined): (row: number) => readonly number[] {
  if (!plan) return () => [];
  // A leaf that does not follow the grouping stands whole in every group.
  if (leaf.ignore.includes(plan.dimension)) return () => plan.values.map((_, index) => index);
  const column = table.column(plan.dimension) ?? [];
  const places = new Map(plan.values.map((value, index) => [value, index]));
  const rest = plan.rest ? plan.values.length : undefined;
  return (row) => dimensionKeys(column[row]).flatMap((key) => places.get(key) ?? rest ?? []);
}

