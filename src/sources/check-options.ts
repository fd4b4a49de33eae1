/** What `createLocalSource` is told, checked before any data: a wrong option throws where it is written. */
import { conversationSchema, FACT_SCHEMAS, isFactName, type FactName } from '../contract/fact-schemas.js';
import { checkReadable, type OwnNames } from '../core/metrics/check-readable.js';
import { defineMetric } from '../core/metrics/define-metric.js';
import type { MetricDefinition } from '../core/metrics/definition.js';
import { CONVERSATION_TABLES, FACTS, ownColumn } from '../core/metrics/fact-schema.js';
import type { ResolvedSettings } from '../core/settings.js';
import type { OwnColumns } from './accept-records.js';

/** Columns and fields that the kit gives a meaning. */
const TAKEN: ReadonlySet<string> = new Set([...Object.values(CONVERSATION_TABLES).flatMap(({ columns }) => Object.keys(columns)), ...Object.keys(conversationSchema.shape)]);

export function checkFact(fact: string): FactName {
  if (isFactName(fact)) return fact;
  throw new RangeError(`Unknown fact "${fact}". Use one of: ${Object.keys(FACT_SCHEMAS).join(', ')}.`);
}

export function checkCurrencyOption(currency: unknown): string {
  if (typeof currency === 'string' && /^[A-Z]{3}$/.test(currency)) return currency;
  throw new RangeError(`The currency is ${JSON.stringify(currency)}. Use an ISO 4217 code such as "EUR".`);
}

/** The own columns of conversations; other facts have none yet. */
export function checkColumns(columns: Partial<Record<string, OwnColumns>>): OwnColumns {
  for (const [fact, own] of Object.entries(columns)) {
    checkFact(fact);
    if (own !== undefined && fact !== 'conversations') throw new RangeError(`Own columns of ${fact} are not supported yet. Declare columns of conversations.`);
  }
  const own = columns['conversations'] ?? {};
  for (const [name, kind] of Object.entries(own)) checkColumn(name, kind);
  return own;
}

function checkColumn(name: string, kind: string): void {
  if (TAKEN.has(name)) throw new RangeError(`The own column "${name}" of conversations has the name of a column of the kit. Give it another name in columns and records.`);
  if (name === '' || name.startsWith('!') || name in Object.prototype) throw new RangeError(`"${name}" cannot be the name of an own column of conversations. Use a name of letters.`);
  if (kind !== 'text' && kind !== 'number') throw new RangeError(`The own column "${name}" of conversations is declared as ${JSON.stringify(kind)}. Use "text" or "number".`);
}

export function toOwnNames(columns: OwnColumns): OwnNames {
  const names = Object.keys(columns);
  return { ownColumns: names, ownDimensions: names.filter((name) => columns[name] === 'text') };
}

/** Own metrics, complete and readable. */
export function checkMetrics(metrics: readonly MetricDefinition[], own: OwnNames): MetricDefinition[] {
  return metrics.map((metric) => {
    const definition = defineMetric(metric);
    checkReadable(definition, own);
    return definition;
  });
}

export function checkGoals({ goals = {} }: ResolvedSettings, { ownColumns }: OwnNames): void {
  const schema = FACTS['conversations']!;
  for (const [id, where] of Object.entries(goals)) {
    const unknown = Object.keys(where).find((name) => !ownColumn(schema, name) && !ownColumns.includes(name));
    if (unknown !== undefined) throw new RangeError(`Setting goals.${id} tests the unknown column "${unknown}". Use one of: ${[...Object.keys(schema.columns), ...ownColumns].join(', ')}.`);
  }
}
