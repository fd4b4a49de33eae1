/** Whether a metric can be answered from what was supplied, filtered and grouped as asked. */
import { columnsRead, requireColumn, requireFact } from '../metrics/readable.js';
import type { MetricDefinition } from '../metrics/definition.js';
import { type Leaf, leavesOf } from '../metrics/plan.js';
import type { MetricAnswer, MetricsQuery } from '../query.js';
import type { EngineFacts } from './engine.js';
import { declaredColumn, factSchema, isSupplied, ownColumn } from '../tables/all-tables.js';
import { type ResolvedSettings, numberSetting } from '../settings.js';
import { filterDimension } from './where.js';

export interface Answerability {
  /** Whether there is a value at all. */
  value: boolean;
  /** Whether it can be split by the query's `groupBy`. */
  groups: boolean;
  reason: MetricAnswer['reason'];
}

export function answerability(
  definition: MetricDefinition,
  facts: EngineFacts,
  query: Pick<MetricsQuery, 'filters' | 'groupBy'>,
): Answerability {
  const leaves = leavesOf(definition);
  const follows = (dimension: string) =>
    leaves.every((leaf) => leaf.ignore.includes(dimension) || hasDimension(leaf.fact, dimension, facts));
  const filtered = Object.entries(query.filters ?? {})
    .filter(([, values]) => values.length > 0)
    .map(([name]) => filterDimension(name));
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
  if (own && schema.dimensions.includes(dimension)) return isSupplied(own.needs, facts.supplied);
  if (schema.inherits) return hasDimension(schema.inherits, dimension, facts);
  const declared = declaredColumn(schema, dimension, facts.columns);
  return declared?.kind === 'text' && isSupplied(declared.needs, facts.supplied);
}

function hasData(definition: MetricDefinition, leaves: readonly Leaf[], facts: EngineFacts): boolean {
  if (definition.needs && !isSupplied(definition.needs, facts.supplied)) return false;
  if (needsUnsetSetting(definition.formula, facts)) return false;
  return leaves.every((leaf) => {
    const schema = requireFact(definition, leaf.fact);
    return (
      isSupplied(schema.needs, facts.supplied) &&
      columnsRead(leaf).every((name) =>
        isSupplied(requireColumn(definition, leaf.fact, name, facts.columns).needs, facts.supplied),
      )
    );
  });
}

function needsUnsetSetting(formula: MetricDefinition['formula'], facts: EngineFacts): boolean {
  switch (formula.op) {
    case 'scale': {
      const unset = typeof formula.by !== 'number' && numberSetting(facts.settings, formula.by.setting) === undefined;
      return unset || needsUnsetSetting(formula.of, facts);
    }
    case 'ratio':
    case 'difference':
    case 'total':
      return formula.of.some((part) => needsUnsetSetting(part, facts));
    default:
      return false;
  }
}

interface SuppliedBeside {
  given: ReadonlySet<string>;
  skills: readonly string[] | undefined;
  settings: ResolvedSettings;
}

/**
 * Names as `fact` and `fact.column`, from the columns that conversations and messages have; `touches` stands for clicks or products shown,
 * which sales are attributed to.
 */
export function suppliedBeside(columns: ReadonlySet<string>, { given, skills, settings }: SuppliedBeside): Set<string> {
  const supplied = new Set<string>(given);
  if (settings.businessHours) supplied.add('settings.businessHours');
  if (!given.has('conversations')) return supplied;
  for (const column of columns) supplied.add(column);
  const showingTouches = [settings.attribution.default, ...Object.values(settings.attribution.byChannel)].some(
    ({ touch }) => touch === 'message',
  );
  if (supplied.has('conversations.clicks') || (showingTouches && supplied.has('messages.products')))
    supplied.add('touches');
  if (skills && supplied.has('conversations.messages')) supplied.add('messages.skill');
  if (settings.goals) supplied.add('conversations.goals');
  return supplied;
}
