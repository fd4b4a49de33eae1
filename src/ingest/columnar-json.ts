/**
 * Facts as columns: `{ "columns": { "conversations": { "id": ["a", "b"], "startedAt": […], "channel": { "values": ["web"], "codes": [0, null] } } } }`.
 * Each column is a list with one value a row, or, for texts that repeat, `values` once each and a list of `codes`: places in `values`, `null`
 * for none. In objects both may be typed arrays. Columns stand for the fields of a record of that name; `null` is the same as a missing
 * field. All columns of a fact have the same length. `skills`, `currency`, `timeZone`, `live` and lists of records may stand beside `columns`.
 */
import { showValue } from '../core/format/show-value.js';
import { isFactName } from '../core/facts/registry.js';
import type { Steps } from '../core/steps.js';
import { SourceError } from '../core/source-error.js';
import type { FactIntake } from './intake.js';
import { readColumns } from './columns.js';
import { isMissing, type SuppliedColumn } from './columns.js';

/** Codes between two places to pause. */
const STRIDE = 65_536;

export type ColumnValues =
  | readonly unknown[]
  | Float64Array
  | Float32Array
  | Int32Array
  | Uint32Array
  | Int16Array
  | Uint16Array
  | Int8Array
  | Uint8Array;

export interface CodedValues {
  values: readonly unknown[];
  codes: ColumnValues;
}

/** By fact, then by field. */
export interface ColumnarData {
  columns: Readonly<Record<string, Readonly<Record<string, ColumnValues | CodedValues>>>>;
  skills?: readonly string[];
  currency?: string;
  timeZone?: string;
}

/** Whether the entry `columns` of supplied data is what is described here: an object by facts. */
export function isColumnar(columns: unknown): columns is Readonly<Record<string, unknown>> {
  if (typeof columns !== 'object' || columns === null || Array.isArray(columns)) return false;
  const names = Object.keys(columns);
  return names.length > 0 && names.every((name) => isFactName(name));
}

export function* readColumnar(columns: Readonly<Record<string, unknown>>, intake: FactIntake): Steps<void> {
  for (const [fact, given] of Object.entries(columns)) {
    if (!isFactName(fact)) {
      intake.unknownList(fact);
      continue;
    }
    if (typeof given !== 'object' || given === null || Array.isArray(given))
      throw new SourceError(`The columns of ${fact} are ${showValue(given)}. Use an object with a list per field.`);
    const supplied = new Map<string, SuppliedColumn>();
    for (const [name, column] of Object.entries(given)) {
      if (column != null) supplied.set(name, yield* toColumn(fact, name, column));
    }
    const length = commonLength(fact, supplied);
    intake.markPresent(fact);
    yield* readColumns(fact, supplied, length, 0, intake);
  }
}

function commonLength(fact: string, columns: ReadonlyMap<string, SuppliedColumn>): number {
  const [first] = columns;
  if (!first) return 0;
  for (const [name, { length }] of columns) {
    if (length !== first[1].length)
      throw new SourceError(
        `The columns of ${fact} differ in length: ${first[0]} has ${first[1].length} rows, ${name} has ${length}. Give each row a value, or null.`,
      );
  }
  return first[1].length;
}

function* toColumn(fact: string, name: string, column: unknown): Steps<SuppliedColumn> {
  if (isList(column)) return { kind: 'values', length: column.length, valueAt: (row) => column[row] };
  const { values, codes } = Object(column) as { values?: unknown; codes?: unknown };
  if (!isList(values) || !isList(codes))
    throw new SourceError(
      `The column ${name} of ${fact} is ${showValue(column)}. Use a list, or { values: […], codes: […] }.`,
    );
  const list = Array.from(values);
  const places = new Int32Array(codes.length);
  const validity = new Uint8Array((codes.length + 7) >> 3);
  for (let row = 0; row < codes.length; row++) {
    if (row % STRIDE === STRIDE - 1) yield;
    const code = codes[row];
    if (code == null) continue;
    if (!(Number.isInteger(code) && (code as number) >= 0 && (code as number) < list.length))
      throw new SourceError(
        `The column ${name} of ${fact} has the code ${showValue(code)} in row ${row}, but ${list.length} values. Use places in values from 0 on, or null.`,
      );
    places[row] = code as number;
    validity[row >> 3]! |= 1 << (row & 7);
  }
  const valueAt = (row: number) => (isMissing(validity, row) ? null : list[places[row]!]);
  return { kind: 'coded', length: codes.length, values: list, codes: places, validity, valueAt };
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value);
}
