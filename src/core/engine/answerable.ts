/** Whether a metric can be answered from what was supplied, filtered and grouped as asked. */
import type { MetricDefinition } from '../metrics/definition.js';
import { columnsOf, planMetrics, type Leaf } from '../metrics/plan.js';
import type { MetricAnswer, MetricsQuery } from '../query.js';
import type { EngineFacts } from './engine.js';
import { CONVERSATION_DIMENSIONS, FACTS, factSchema, isSupplied, ownColumn, type ColumnSchema } from '../metrics/fact-schema.js';
import { numberSetting } from '../settings.js';
import { filterDimension } from './where.js';

export interface Answerability {
  /** Whether there is a value at all. */
  value: boolean;
  /** Whether it can be split by the query's `groupBy`. */
  groups: boolean;
  reason: MetricAnswer['reason'];
}

export function answerability(
  definition: MetricDefinition, facts: EngineFacts, query: Pick<MetricsQuery, 'filters' | 'groupBy'>,
): Answerability {
  const leaves = planMetrics([definition], facts.settings).leaves;
  const follows = (dimension: string) => leaves.every((leaf) => leaf.ignore.includes(dimension) || hasDimension(leaf.fact, dimension, facts));
  const filtered = Object.entries(query.filters ?? {}).filter(([, values]) => values.length > 0).map(([name]) => filterDimension(name));
  const groups = query.groupBy === undefined || follows(query.groupBy);
  if (!hasData(definition, leaves, facts)) return { value: false, groups, reason: 'no-data' };
  if (!filtered.every(follows)) return { value: false, groups, reason: 'no-dimension' };
  return { value: true, groups, reason: undefined };
}

/** Whether some record of the fact has the dimension. */
export function hasDimension(fact: string, dimension: string, facts: EngineFacts): boolean {
  const schema = factSchema(fact);
  if (!schema) return false;
  const own = ownColumn(schema, dimension);
  if (own && (own.kind === 'text' || own.kind === 'texts') && (CONVERSATION_DIMENSIONS as readonly string[]).includes(dimension)) return isSupplied(own.needs, facts.supplied);
  if (schema.inherits) return hasDimension(schema.inherits, dimension, facts);
  return facts.ownDimensions.includes(dimension) && facts.supplied.has(`conversations.${dimension}`);
}

function hasData(definition: MetricDefinition, leaves: readonly Leaf[], facts: EngineFacts): boolean {
  if (definition.needs && !isSupplied(definition.needs, facts.supplied)) return false;
  if (needsUnsetSetting(definition.formula, facts)) return false;
  return leaves.every((leaf) => {
    const schema = factSchema(leaf.fact);
    if (!schema) throw new RangeError(`Metric "${definition.id}" counts the unknown fact "${leaf.fact}". Use one of: ${Object.keys(FACTS).join(', ')}.`);
    return isSupplied(schema.needs, facts.supplied) && columnsRead(leaf).every((name) => isSupplied(requireColumn(definition, leaf.fact, name, facts).needs, facts.supplied));
  });
}

function columnsRead(leaf: Leaf): string[] {
  const conditions = leaf.where.flat().flatMap((columns) => Object.keys(columns));
  const measured = leaf.op === 'distinct' ? leaf.of : leaf.op === 'sum' || leaf.op === 'quantile' ? columnsOf(leaf.of) : [];
  const until = leaf.op === 'stock' && leaf.until !== null ? [leaf.until] : [];
  return [leaf.at, ...conditions, ...measured, ...leaf.known, ...until];
}

function requireColumn({ id }: MetricDefinition, fact: string, name: string, facts: EngineFacts): ColumnSchema {
  const schema = FACTS[fact]!;
  const column = ownColumn(schema, name) ?? (schema.inherits && ownColumn(FACTS[schema.inherits]!, name));
  if (column) return column;
  if (facts.ownColumns.includes(name)) return { kind: 'number', needs: [`conversations.${name}`] };
  throw new RangeError(`Metric "${id}" reads the unknown column "${name}" of ${fact}. Use one of: ${[...Object.keys(schema.columns), ...facts.ownColumns].join(', ')}.`);
}

function needsUnsetSetting(formula: MetricDefinition['formula'], facts: EngineFacts): boolean {
  switch (formula.op) {
    case 'scale': {
      const unset = typeof formula.by !== 'number' && numberSetting(facts.settings, formula.by.setting) === undefined;
      return unset || needsUnsetSetting(formula.of, facts);
    }
    case 'ratio': case 'difference': case 'total': return formula.of.some((part) => needsUnsetSetting(part, facts));
    default: return false;
  }
}
