/** The values each dimension has in the data, the most frequent first: what a filter can offer. */
import type { DimensionDescription } from '../query.js';
import { FIXED_VALUES } from '../status/conversation-status.js';
import { CONVERSATION_DIMENSIONS, MULTI_VALUED_DIMENSIONS } from '../metrics/fact-schema.js';
import { compareCodePoints } from './groups.js';
import type { ConversationRecord } from './records.js';

const MOST_VALUES = 1000;

/** Values in `known` are listed without any record too. */
export function describeDimensions(
  records: readonly ConversationRecord[], ownDimensions: readonly string[], known: Readonly<Record<string, readonly string[]>>,
): Record<string, DimensionDescription> {
  const counts = new Map<string, Map<string, number>>();
  for (const [name, values] of Object.entries(known)) if (values.length) counts.set(name, new Map(values.map((value) => [value, 0])));
  const names = [...CONVERSATION_DIMENSIONS, ...ownDimensions].filter((name) => !FIXED_VALUES.has(name));
  for (const record of records) for (const name of names) for (const value of valuesOf(record, name)) count(counts, name, value);
  const described: [string, DimensionDescription][] = records.length ? [...FIXED_VALUES].map(([name, values]) => [name, { values: [...values], truncated: false }]) : [];
  for (const [name, values] of counts) described.push([name, describe(name, values)]);
  return Object.fromEntries(described);
}

function describe(name: string, counts: ReadonlyMap<string, number>): DimensionDescription {
  const values = [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)! || compareCodePoints(a, b));
  return { values: values.slice(0, MOST_VALUES), truncated: values.length > MOST_VALUES, ...(MULTI_VALUED_DIMENSIONS.has(name) && { multiValued: true }) };
}

function valuesOf({ raw, messages }: ConversationRecord, name: string): readonly string[] {
  if (name === 'skill') return [...new Set((messages ?? []).filter(({ from }) => from === 'agent').flatMap(({ skills }) => skills))];
  if (name === 'goal') return raw.goals ?? [];
  const value = (raw as unknown as Record<string, unknown>)[name];
  return typeof value === 'string' && value !== '' ? [value] : [];
}

function count(counts: Map<string, Map<string, number>>, name: string, value: string): void {
  const values = counts.get(name) ?? new Map<string, number>();
  counts.set(name, values);
  values.set(value, (values.get(value) ?? 0) + 1);
}
