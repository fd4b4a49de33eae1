/** Checks supplied records against their fact. Records that do not fit are counted with their place and the reason. */
import { checkRecord } from '../core/facts/check-record.js';
import type { Problem } from '../core/facts/fact.js';
import type { Fields } from '../core/facts/field.js';
import { FACTS, FACT_NAMES, type FactName } from '../core/facts/registry.js';
import { showValue } from '../core/format/show-value.js';
import type { FactColumns, CustomColumns } from '../core/custom-columns.js';
import type { Refusal } from '../core/query.js';
import { isUnsetInstant } from '../core/time/record-instants.js';

export interface Refused {
  count: number;
  /** The first 100. */
  first: Refusal[];
}

/** Refusals that are listed one by one. */
export const MAX_REFUSALS = 100;
const MAX_LEVELS = 1000;

const OPTIONAL_INSTANTS = new Map(FACT_NAMES.map((fact) => [fact, optionalInstants(FACTS[fact].fields)] as const));

/**
 * The record as it counts, or `undefined` after `onProblem` was called with the first field or custom column that does not fit. A time that
 * was never set is no value: such a record is copied without it.
 */
export function acceptRecord(
  fact: FactName,
  record: unknown,
  own: CustomColumns,
  onProblem: (problem: Problem) => void,
): object | undefined {
  const set = withoutUnset(fact, record);
  const problem = checkRecord(fact, set) ?? customColumnProblem(set, own[fact] ?? {}) ?? depthProblem(set as object);
  if (problem) return void onProblem(problem);
  return set as object;
}

function optionalInstants(fields: Fields): string[] {
  return Object.entries(fields)
    .filter(([, { shape, isRequired }]) => shape.kind === 'instant' && !isRequired)
    .map(([name]) => name);
}

/** The host's record stays as it is. */
function withoutUnset(fact: FactName, record: unknown): unknown {
  if (typeof record !== 'object' || record === null) return record;
  const unset = OPTIONAL_INSTANTS.get(fact)!.filter((name) =>
    isUnsetInstant((record as Record<string, unknown>)[name]),
  );
  if (unset.length === 0) return record;
  return Object.fromEntries(Object.entries(record).filter(([name]) => !unset.includes(name)));
}

export function refuse(refused: Refused, fact: string, index: number, { field, reason }: Problem): void {
  refused.count++;
  if (refused.first.length < MAX_REFUSALS) refused.first.push({ fact, index, field, reason });
}

/** Code that copies a record recurses once a level, so the levels are limited. */
function depthProblem(record: object): Problem | undefined {
  for (const [field, value] of Object.entries(record)) {
    if (typeof value === 'object' && value !== null && isDeeper(value as object, MAX_LEVELS - 1))
      return { field, reason: `is nested deeper than ${MAX_LEVELS} levels` };
  }
  return undefined;
}

function isDeeper(value: object, levels: number): boolean {
  if (levels === 0) return true;
  for (const key in value) {
    const inner = (value as Record<string, unknown>)[key];
    if (typeof inner === 'object' && inner !== null && isDeeper(inner, levels - 1)) return true;
  }
  return false;
}

function customColumnProblem(record: unknown, own: FactColumns): Problem | undefined {
  for (const [field, kind] of Object.entries(own)) {
    const value = (record as Record<string, unknown>)[field];
    if (value === undefined || value === null) continue;
    const fits = kind === 'text' ? typeof value === 'string' : Number.isFinite(value);
    if (!fits) return { field, reason: `is ${showValue(value)}, not a ${kind}` };
  }
  return undefined;
}
