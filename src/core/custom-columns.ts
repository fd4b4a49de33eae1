/** Columns that the owner of the data declares: a text is a dimension of its fact, a number a measure. */
import type { FactName } from './facts/registry.js';

/** A fact as it is supplied. */
export type SuppliedFact = FactName;

/** By name. */
export type FactColumns = Readonly<Record<string, 'text' | 'number'>>;

/** By fact. A name that several facts declare is of one kind in all of them. */
export type CustomColumns = Readonly<Partial<Record<SuppliedFact, FactColumns>>>;

/** Those that are texts. */
export function customDimensionsOf(own: CustomColumns, fact: SuppliedFact): string[] {
  const columns = own[fact] ?? {};
  return Object.keys(columns).filter((name) => columns[name] === 'text');
}

/** Of all facts, each once. */
export function customDimensions(own: CustomColumns): string[] {
  return [...new Set((Object.keys(own) as SuppliedFact[]).flatMap((fact) => customDimensionsOf(own, fact)))];
}

/** What a record holds under a declared name. One from before the column was declared so may hold anything, which is nothing. */
export function customValue(record: object, name: string, kind: 'text' | 'number'): string | number | null {
  const value = (record as Readonly<Record<string, unknown>>)[name];
  return (kind === 'text' ? typeof value === 'string' : Number.isFinite(value)) ? (value as string | number) : null;
}
