import { countedDimensions, describeCounts } from '../../../src/core/answer/groups.js';
import type { ConversationRecord } from '../../../src/core/tables/conversation-record.js';
import type { DimensionDescription } from '../../../src/core/query.js';

/** The values of each dimension, counted record by record. Values in `known` are listed without any record too. */
export function describeDimensions(
  records: readonly ConversationRecord[],
  others: { addValues(counts: Map<string, Map<string, number>>): void },
  customDimensions: readonly string[],
  known: Readonly<Record<string, readonly string[]>>,
): Record<string, DimensionDescription> {
  const counts = new Map<string, Map<string, number>>();
  const names = countedDimensions(customDimensions);
  for (const record of records)
    for (const name of names) for (const value of valuesOf(record, name)) count(counts, name, value);
  others.addValues(counts);
  return describeCounts(counts, records.length > 0, known);
}

function valuesOf({ raw, messages }: ConversationRecord, name: string): readonly string[] {
  if (name === 'skill')
    return [...new Set((messages ?? []).filter(({ from }) => from === 'agent').flatMap(({ skills }) => skills))];
  if (name === 'goal') return raw.goals ?? [];
  const value = (raw as unknown as Record<string, unknown>)[name];
  return typeof value === 'string' && value !== '' ? [value] : [];
}

function count(counts: Map<string, Map<string, number>>, name: string, value: string): void {
  const values = counts.get(name) ?? new Map<string, number>();
  counts.set(name, values);
  values.set(value, (values.get(value) ?? 0) + 1);
}
