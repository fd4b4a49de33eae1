/** Which rows of a table take part in a leaf, and in which groups. */
import type { Leaf } from '../../../src/core/metrics/plan.js';
import type { CellsRequest, GroupPlan, RowsSource, Span } from '../../../src/core/answer/engine.js';
import type { Cell, FactTable } from './fact-table.js';
import { dimensionKeys, isKnown } from '../../../src/core/answer/where.js';
import { compileFilters, compileWhere, type RowTest } from './where-rows.js';

/** Rows a leaf counts: what it measures is known, its conditions hold, the filters pass. */
export function rowTest(
  leaf: Pick<Leaf, 'where' | 'known' | 'ignore' | 'standing'>,
  table: FactTable,
  { filters, span }: Pick<CellsRequest, 'filters' | 'span'>,
): RowTest {
  const stands = leaf.standing ? standingTest(leaf.standing, table, span.end) : () => true;
  const where = compileWhere(leaf.where, table);
  const passes = compileFilters(filters, table, leaf.ignore);
  const known = leaf.known.map((name) => table.column(name) ?? []);
  return (row) => known.every((column) => isKnown(column[row])) && where(row) && stands(row) && passes(row);
}

/** Begun before an instant and not ended before it. */
export function standingTest(
  { from, until }: { from: string; until: string | null },
  table: FactTable,
  instant: number,
): RowTest {
  const begins = timesOf(table, from);
  const ends = until === null ? undefined : timesOf(table, until);
  return (row) => {
    const begin = begins[row];
    const end = ends?.[row];
    return isTime(begin) && begin < instant && !(isTime(end) && end < instant);
  };
}

/** When a stock is counted: at the start of a span or at its end, as far as that has come. */
export function stockInstant(when: 'start' | 'end', { start, end }: Span, now: number): number {
  return Math.min(when === 'start' ? start : end, now + 1);
}

/** Rows that count in a range as a whole, or of a stock at its instant. */
export function contributingTest(
  source: RowsSource,
  table: FactTable,
  request: Pick<CellsRequest, 'filters' | 'span' | 'now'>,
): RowTest {
  const accept = rowTest(source, table, request);
  const { stock, begunBefore } = source;
  if (stock) {
    const stands = standingTest(
      { from: source.at, until: stock.until },
      table,
      stockInstant(stock.when, request.span, request.now),
    );
    return (row) => stands(row) && accept(row);
  }
  const times = timesOf(table, source.at);
  const begun = begunBefore === undefined ? undefined : timesOf(table, begunBefore);
  return (row) =>
    isWithin(times[row], request.span) && accept(row) && (!begun || isBefore(begun[row], request.span.start));
}

export const isBefore = (cell: Cell | undefined, instant: number): boolean => isTime(cell) && cell < instant;

export function isWithin(at: Cell | undefined, { start, end }: Span): at is number {
  return isTime(at) && at >= start && at < end;
}

export const isTime = (cell: Cell | undefined): cell is number => typeof cell === 'number';

export function timesOf(table: FactTable, name: string): readonly Cell[] {
  return table.column(name) ?? [];
}

/** The places of a row among the groups; several for a dimension of several values. */
export function groupsOf(
  leaf: Leaf,
  table: FactTable,
  plan: GroupPlan | undefined,
): (row: number) => readonly number[] {
  if (!plan) return () => [];
  // A leaf that does not follow the grouping stands whole in every group.
  if (leaf.ignore.includes(plan.dimension)) return () => plan.values.map((_, index) => index);
  const column = table.column(plan.dimension) ?? [];
  const places = new Map(plan.values.map((value, index) => [value, index]));
  const rest = plan.rest ? plan.values.length : undefined;
  return (row) => dimensionKeys(column[row]).flatMap((key) => places.get(key) ?? rest ?? []);
}
