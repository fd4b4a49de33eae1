/**
 * The facts that metrics count, as data: each with its clocks, columns and what must have been supplied for them. A row that belongs
 * to a conversation inherits its dimensions. Every engine reads this table, so that none decides by itself what can be answered.
 */
import { CONVERSATION_DIMENSIONS, CONVERSATION_TABLES } from './conversation-tables.js';
import { RECORD_TABLES } from './record-tables.js';
import type { CustomColumns, SuppliedFact } from '../custom-columns.js';
import { number, text, type ColumnSchema, type FactSchema, type Needs } from './schema.js';

export { CONVERSATION_DIMENSIONS, CONVERSATION_TABLES, RECORD_TABLES };
export type { ColumnKind, ColumnSchema, FactSchema } from './schema.js';

export const TABLES: Readonly<Record<string, FactSchema>> = { ...CONVERSATION_TABLES, ...RECORD_TABLES };

/** Looked up as own keys only, since the names come from whoever asks. */
export function factSchema(fact: string): FactSchema | undefined {
  return Object.hasOwn(TABLES, fact) ? TABLES[fact] : undefined;
}

/** When a row happened, where a metric does not say by which time; `at` of a fact that is not known. */
export const usualClock = (fact: string): string => factSchema(fact)?.clocks[0] ?? 'at';

/** Whether its rows are of records beside conversations. */
export function isRecordTable(fact: string): boolean {
  return Object.hasOwn(RECORD_TABLES, fact);
}

/** A column of the fact itself, not of what it inherits from. */
export function ownColumn(schema: FactSchema, name: string): ColumnSchema | undefined {
  return Object.hasOwn(schema.columns, name) ? schema.columns[name] : undefined;
}

/** The supplied records that its rows are of. */
export function suppliedFactOf({ of }: Pick<FactSchema, 'of'>): SuppliedFact {
  return of ?? 'conversations';
}

/** A column that the data's owner declared of the records behind its rows. */
export function declaredColumn(schema: FactSchema, name: string, own: CustomColumns): ColumnSchema | undefined {
  const fact = suppliedFactOf(schema);
  const columns = own[fact] ?? {};
  if (!Object.hasOwn(columns, name)) return undefined;
  return columns[name] === 'text' ? text([`${fact}.${name}`]) : number([`${fact}.${name}`]);
}

export const MULTI_VALUED_DIMENSIONS: ReadonlySet<string> = new Set(['skill', 'goal']);

const KNOWN: ReadonlySet<string> = new Set(Object.values(TABLES).flatMap(({ dimensions }) => dimensions));

/** Returns the name, or throws a `RangeError` that lists the known ones. */
export function requireDimension(name: string, own: readonly string[] = []): string {
  if (KNOWN.has(name) || own.includes(name)) return name;
  throw new RangeError(`Unknown dimension "${name}". Use one of: ${[...KNOWN, ...own].join(', ')}.`);
}

/** Whether everything in `needs` was supplied. */
export function isSupplied(needs: Needs, supplied: ReadonlySet<string>): boolean {
  return needs.every((need) => (typeof need === 'string' ? supplied.has(need) : need.some((one) => supplied.has(one))));
}
