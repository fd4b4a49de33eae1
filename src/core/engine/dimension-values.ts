/** The values each dimension has in the data, the most frequent first: what a filter can offer. */
import type { DimensionDescription } from '../query.js';
import { FIXED_VALUES } from '../status/conversation-status.js';
import { CONVERSATION_DIMENSIONS, MULTI_VALUED_DIMENSIONS } from '../metrics/fact-schema.js';
import { compareCodePoints } from './groups.js';

/** Values of a dimension that are listed. */
export const MOST_VALUES = 1000;

/** Dimensions whose values have to be counted. */
export function countedDimensions(ownDimensions: readonly string[]): string[] {
  return [...CONVERSATION_DIMENSIONS, ...ownDimensions].filter((name) => !FIXED_VALUES.has(name));
}

/** From the values counted per dimension. Values in `known` are listed without any record too. */
export function describeCounts(
  counts: ReadonlyMap<string, ReadonlyMap<string, number>>,
  hasRecords: boolean,
  known: Readonly<Record<string, readonly string[]>>,
): Record<string, DimensionDescription> {
  const described: [string, DimensionDescription][] = hasRecords
    ? [...FIXED_VALUES].map(([name, values]) => [name, { values: [...values], truncated: false }])
    : [];
  const listed = Object.entries(known).filter(([, values]) => values.length > 0);
  const unused = new Map(listed.map(([name, values]) => [name, values.map((value) => [value, 0] as const)]));
  for (const name of new Set([...unused.keys(), ...counts.keys()]))
    described.push([name, describe(name, new Map([...(unused.get(name) ?? []), ...(counts.get(name) ?? [])]))]);
  return Object.fromEntries(described);
}

function describe(name: string, counts: ReadonlyMap<string, number>): DimensionDescription {
  const values = [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)! || compareCodePoints(a, b));
  return {
    values: values.slice(0, MOST_VALUES),
    truncated: values.length > MOST_VALUES,
    ...(MULTI_VALUED_DIMENSIONS.has(name) && { multiValued: true }),
  };
}
