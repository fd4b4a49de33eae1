/** Checks that a metric reads only facts, columns and settings that exist: once when a custom metric is added, and for every question. */
import { type CustomColumns, customDimensions } from '../custom-columns.js';
import { NUMBER_SETTINGS } from '../settings.js';
import type { Formula, MetricDefinition } from './definition.js';
import {
  type ColumnKind,
  type ColumnSchema,
  type FactSchema,
  TABLES,
  declaredColumn,
  factSchema,
  isRecordTable,
  ownColumn,
  requireDimension,
  suppliedFactOf,
} from '../tables/all-tables.js';
import { aggregateOf, columnsOf, measureOf, measuredColumns } from './aggregates.js';
import { type Leaf, leavesOf, planMetrics } from './plan.js';
import type { Needs } from '../tables/schema.js';

/** Throws a `RangeError` that names the metric, what it reads and what exists instead. */
export function checkReadable(definition: MetricDefinition, own: CustomColumns): void {
  checkSettings(definition, definition.formula);
  for (const leaf of planMetrics([definition]).leaves) {
    for (const name of columnsRead(leaf)) requireColumn(definition, leaf.fact, name, own);
    for (const dimension of leaf.ignore) requireDimension(dimension, customDimensions(own));
    for (const name of clocksRead(leaf)) requireKind(definition, { fact: leaf.fact, name, ...AS_TIME }, own);
    if ((leaf.standing || leaf.begunBefore !== undefined) && !isRecordTable(leaf.fact)) {
      throw new RangeError(
        `Metric "${definition.id}" asks of ${leaf.fact} what stands, which ${leaf.fact} cannot tell: they have no end. Use a fact beside conversations.`,
      );
    }
    const measure = measureOf(leaf);
    for (const name of measure === undefined ? [] : columnsOf(measure))
      requireKind(definition, { fact: leaf.fact, name, ...AS_NUMBER }, own);
  }
}

export function columnsRead(leaf: Leaf): string[] {
  const conditions = leaf.where.flat().flatMap((columns) => Object.keys(columns));
  return [...clocksRead(leaf), ...conditions, ...measuredColumns(leaf), ...leaf.known];
}

/** Columns that it reads as times. */
function clocksRead(leaf: Leaf): string[] {
  const standing = leaf.standing ? [leaf.standing.from, leaf.standing.until] : [];
  const begun = leaf.begunBefore === undefined ? [] : [leaf.begunBefore];
  return [leaf.at, ...(aggregateOf(leaf).clocks?.(leaf) ?? []), ...standing, ...begun];
}

export function requireFact({ id }: Pick<MetricDefinition, 'id'>, fact: string): FactSchema {
  const schema = factSchema(fact);
  if (schema) return schema;
  throw new RangeError(
    `Metric "${id}" counts the unknown fact "${fact}". Use one of: ${Object.keys(TABLES).join(', ')}.`,
  );
}

export function requireColumn(
  { id }: Pick<MetricDefinition, 'id'>,
  fact: string,
  name: string,
  own: CustomColumns,
): ColumnSchema {
  const schema = requireFact({ id }, fact);
  const column =
    ownColumn(schema, name) ??
    (schema.inherits && ownColumn(TABLES[schema.inherits]!, name)) ??
    declaredColumn(schema, name, own);
  if (column) return column;
  throw new RangeError(
    `Metric "${id}" reads the unknown column "${name}" of ${fact}. Use one of: ${[...Object.keys(schema.columns), ...Object.keys(own[suppliedFactOf(schema)] ?? {})].join(', ')}, or declare it in columns.`,
  );
}

interface Use {
  kinds: readonly ColumnKind[];
  /** In words. */
  use: string;
}

const AS_TIME: Use = { kinds: ['time'], use: 'as a time' };
const AS_NUMBER: Use = { kinds: ['number', 'time'], use: 'as a number' };

function requireKind(
  definition: MetricDefinition,
  { fact, name, kinds, use }: Use & { fact: string; name: string },
  own: CustomColumns,
): void {
  const { kind } = requireColumn(definition, fact, name, own);
  if (!kinds.includes(kind))
    throw new RangeError(
      `Metric "${definition.id}" reads the column "${name}" of ${fact} ${use}, but it is a ${kind}. Use a column of the kind ${kinds.join(' or ')}.`,
    );
}

function checkSettings(definition: MetricDefinition, formula: Formula): void {
  if (formula.op === 'ratio' || formula.op === 'difference' || formula.op === 'total')
    formula.of.forEach((part) => checkSettings(definition, part));
  if (formula.op !== 'scale') return;
  checkSettings(definition, formula.of);
  const { by } = formula;
  if (typeof by !== 'number' && !NUMBER_SETTINGS.includes(by.setting)) {
    throw new RangeError(
      `Metric "${definition.id}" is scaled by the unknown setting "${by.setting}". Use one of: ${NUMBER_SETTINGS.join(', ')}.`,
    );
  }
}

/** Facts and columns as `tickets` or `tickets.resolutions`; of an inner list, one is enough. */
export function needsOf(definition: MetricDefinition): Needs {
  const all = [
    ...leavesOf(definition).flatMap((leaf) => [
      ...ofFact(leaf.fact),
      ...columnsRead(leaf).flatMap((name) => ofColumn(leaf.fact, name)),
    ]),
    ...(definition.needs ?? []),
  ];
  return [...new Map(all.map((need) => [String(need), need])).values()];
}

const ofFact = (fact: string): Needs => factSchema(fact)?.needs ?? [];

/** What has to be supplied before a metric has a number. */
function ofColumn(fact: string, name: string): Needs {
  const schema = factSchema(fact);
  const inherited = schema?.inherits && factSchema(schema.inherits);
  return (schema && (ownColumn(schema, name) ?? (inherited && ownColumn(inherited, name))))?.needs ?? [];
}
