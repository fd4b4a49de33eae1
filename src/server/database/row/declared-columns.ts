/** How the columns that the data's owner declared lie in a database: one of their own each, beside what the kit derives. */
import { ownValue, type FactColumns, type OwnColumns } from '../../../core/own-columns.js';
import { RECORD_FACTS } from '../../../core/facts/registry.js';
import type { RowType } from './row-types.js';

/** The column of an own column; its name is the owner's, so it goes in as hexadecimal. */
export function ownColumnName(name: string): string {
  return `own_${Array.from(new TextEncoder().encode(name), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

export function declaredColumns(own: FactColumns = {}): Record<string, RowType> {
  return Object.fromEntries(
    Object.entries(own).map(([name, kind]) => [ownColumnName(name), kind === 'text' ? 'text?' : 'number?'] as const),
  );
}

/** Rows of all facts beside conversations lie in one table: a name that several declare is one column. */
export function declaredOfRecords(own: OwnColumns): Record<string, RowType> {
  return Object.fromEntries(
    ([...RECORD_FACTS, 'orders'] as const).flatMap((fact) => Object.entries(declaredColumns(own[fact]))),
  );
}

/** The cells of a record. */
export function declaredCells(record: object, own: FactColumns = {}): Record<string, string | number | null> {
  return Object.fromEntries(
    Object.entries(own).map(([name, kind]) => [ownColumnName(name), ownValue(record, name, kind)]),
  );
}
