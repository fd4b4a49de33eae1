/** What the description of a fact is made of. */
import type { RecordFactName } from '../facts/registry.js';

export type ColumnKind = 'time' | 'text' | 'texts' | 'number' | 'flag';

/** Supplied columns as `fact.column`; one of an inner list is enough. */
export type Needs = readonly (string | readonly string[])[];

export interface ColumnSchema {
  kind: ColumnKind;
  needs: Needs;
}

export interface FactSchema {
  needs: Needs;
  /** Time columns a metric may use as its clock; the first is the usual one. */
  clocks: readonly string[];
  columns: Readonly<Record<string, ColumnSchema>>;
  /** Columns that filter and group. */
  dimensions: readonly string[];
  /** The fact whose dimensions a row inherits. */
  inherits?: 'conversations';
  /** The supplied records that its rows are of; unset: conversations. */
  of?: RecordFactName | 'orders';
  /** The table whose rows put groups in order, where this one has several of the same thing; not of stocks, which count each once. */
  rankedBy?: string;
  /** Rows from before this product was first switched on do not count, where the data say when that was. */
  sinceLaunch?: 'hub';
}

export const time = (needs: Needs = []): ColumnSchema => ({ kind: 'time', needs });
export const text = (needs: Needs = []): ColumnSchema => ({ kind: 'text', needs });
export const texts = (needs: Needs = []): ColumnSchema => ({ kind: 'texts', needs });
export const number = (needs: Needs = []): ColumnSchema => ({ kind: 'number', needs });
export const flag = (needs: Needs = []): ColumnSchema => ({ kind: 'flag', needs });

/** How long a row took by the calendar of the setting `businessHours`, milliseconds. */
export const businessTime = number(['settings.businessHours']);
