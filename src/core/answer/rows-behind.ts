/** Decides which rows are behind a metric's number. The description of `RecordsQuery.metric` says the same in words. */
import type { Formula, MetricDefinition } from '../metrics/definition.js';
import { TABLES, isRecordTable } from '../tables/all-tables.js';
import { measureOf, measuredColumns } from '../metrics/aggregates.js';
import { planMetrics, type Leaf, type LeafSource } from '../metrics/plan.js';
import { QueryError } from '../query-error.js';
import type { ResolvedSettings } from '../settings.js';
import type { LeftOut, RecordsRequest, RowsSource } from './engine.js';

type Behind = Pick<RecordsRequest, 'source' | 'without' | 'measure' | 'gives' | 'sharing'>;

/** Columns that hold ids of records, and the fact of those records. */
const NAMES = new Map([
  ['account', 'accounts'],
  ['customer', 'customers'],
  ['ticket', 'tickets'],
  ['order', 'orders'],
  ['topic', 'forumTopics'],
]);

export function rowsBehind(definition: MetricDefinition, settings: ResolvedSettings): Behind {
  const leafOf = (formula: Formula): Leaf | undefined => planMetrics([{ ...definition, formula }], settings).leaves[0];
  const { formula, without } = counted(definition.formula, leafOf);
  const leaf = leafOf(formula);
  if (!leaf) throw new QueryError('metric', `Metric "${definition.id}" has no records behind it: it counts no fact.`);
  const measure = measureOf(leaf);
  return {
    source: sourceOf(leaf),
    gives: formula.op === 'sum' ? 'sum' : 'mean',
    ...(measure !== undefined && { measure }),
    ...(without && { without }),
    ...(leaf.op === 'distinct' &&
      leaf.havingAtLeast > 1 && { sharing: { columns: leaf.of, atLeast: leaf.havingAtLeast } }),
  };
}

/** A stock of conversations lists those that began, as their list does. */
function sourceOf(leaf: Leaf): RowsSource {
  return {
    ...leaf,
    known: [...leaf.known, ...measuredColumns(leaf)],
    ...(leaf.op === 'stock' && isRecordTable(leaf.fact) && { stock: { when: leaf.when, until: leaf.until } }),
  };
}

/** The formula whose rows are listed, and the rows that are subtracted from them. */
function counted(
  formula: Formula,
  leafOf: (formula: Formula) => Leaf | undefined,
  all: Formula = { op: 'count' },
): { formula: Formula; without?: LeftOut | undefined } {
  switch (formula.op) {
    case 'ratio':
      return counted(formula.of[0], leafOf, isOwnCount(formula.of[1]) ? formula.of[1] : all);
    case 'scale':
      return counted(formula.of, leafOf, all);
    case 'total':
      return { formula: standing(formula.of[0], all) };
    case 'difference': {
      const [whole, part] = partsOf(formula.of);
      const without = isLeaf(whole) && isLeaf(part) ? leftOut(leafOf(whole)!, leafOf(part)!) : undefined;
      return without ? { formula: whole, without } : { formula: standing(formula.of[0], all) };
    }
    default:
      return { formula };
  }
}

/** The stock, otherwise all rows of the metric: single terms of a sum or difference are not meaningful alone. */
const standing = (first: Formula | undefined, all: Formula): Formula => (first?.op === 'stock' ? first : all);
const isOwnCount = (formula: Formula): boolean => formula.op === 'count' && formula.fact === undefined;
const isLeaf = ({ op }: Formula): boolean => op === 'count' || op === 'distinct' || op === 'stock';
const unscaled = (formula: Formula): Formula => (formula.op === 'scale' ? unscaled(formula.of) : formula);

/** `1 − part ÷ whole` lists the whole without the part. */
function partsOf([from, take]: readonly [Formula, Formula]): readonly [Formula, Formula] {
  const share = unscaled(take);
  return unscaled(from).op === 'constant' && share.op === 'ratio' ? [share.of[1], share.of[0]] : [from, take];
}

/** The rows to subtract, if each row of the part removes exactly one of the whole. */
function leftOut(whole: Leaf, part: Leaf): LeftOut | undefined {
  const of = TABLES[whole.fact]?.of;
  if (whole.op === 'stock' && of !== undefined) return leftOutOfStock(whole, part, of);
  const isPart = whole.op === 'count' && part.op === 'count' && holds(whole, part);
  return isPart ? { source: sourceOf(part), by: 'row' } : undefined;
}

function leftOutOfStock(whole: Leaf, part: Leaf, of: string): LeftOut | undefined {
  const source = sourceOf(part);
  if (part.op === 'distinct') {
    const [column = '', ...more] = part.of;
    const isId = more.length === 0 && part.havingAtLeast <= 1 && NAMES.get(column) === of;
    return isId ? { source, by: { column } } : undefined;
  }
  if (TABLES[part.fact]?.of !== of) return undefined;
  return { source, by: part.fact === whole.fact ? 'row' : 'record' };
}

/** Whether every row of the part is also a row of the whole. */
function holds(whole: LeafSource, part: LeafSource): boolean {
  const clauses = new Set(part.where.map((clause) => JSON.stringify(clause)));
  return (
    whole.fact === part.fact &&
    whole.at === part.at &&
    whole.where.every((clause) => clauses.has(JSON.stringify(clause))) &&
    part.ignore.every((name) => whole.ignore.includes(name)) &&
    [whole.standing, part.standing].every((one) => one === undefined) &&
    whole.begunBefore === undefined
  );
}
