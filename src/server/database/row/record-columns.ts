/**
 * How records beside conversations lie in a database: each as it was supplied, and what is derived from it as rows of their own, one for
 * each table that it has entries in, with those entries as lists of equal length.
 */
import { RECORD_TABLES, type ColumnKind } from '../../../core/tables/all-tables.js';
import type { RowType } from './row-types.js';

export const RECORD_COLUMNS: Readonly<Record<string, RowType>> = {
  tenant: 'text',
  /** Fact and key. */
  id: 'text',
  fact: 'text',
  key: 'text',
  version: 'int',
  fingerprint: 'text',
  /** What records that are derived together share. */
  links: 'texts',
  /** The instants between which anything happened, and all of them, ascending; without any the extremes the wrong way round. */
  first_event_at: 'int',
  last_event_at: 'int',
  event_at: 'ints',
  /** Columns that it supplies. */
  supplied: 'texts',
  raw: 'text',
};

const LIST_TYPES: Readonly<Record<ColumnKind, RowType>> = {
  time: 'ints?',
  number: 'numbers?',
  text: 'texts',
  texts: 'texts',
  flag: 'ints?',
};

/** A column of derived rows; columns of the same name are of the same kind in every table. */
export function derivedColumnName(name: string): string {
  return `c_${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
}

export const DERIVED_COLUMNS: Readonly<Record<string, RowType>> = {
  tenant: 'text',
  /** Table and key. */
  id: 'text',
  /** The table of the schema. */
  fact: 'text',
  key: 'text',
  version: 'int',
  /** From here on nothing of it changes by time alone. */
  settled_at: 'int',
  seen_from: 'ints',
  seen_until: 'ints',
  ...Object.fromEntries(
    Object.values(RECORD_TABLES).flatMap(({ columns }) =>
      Object.entries(columns).map(([name, { kind }]) => [derivedColumnName(name), LIST_TYPES[kind]]),
    ),
  ),
};
