/** Columns as they were supplied, before any check: of columnar JSON or of a batch of Arrow. */

interface AnyColumn {
  length: number;
  /** As a record would have it. */
  valueAt(row: number): unknown;
}

/** Nothing is known about the values. */
export interface ValueColumn extends AnyColumn {
  kind: 'values';
}

/** Whether rows have a value, a bit each, as Arrow has it; unset: all have one. */
export type Validity = Uint8Array | undefined;

export const isMissing = (validity: Validity, row: number): boolean =>
  validity !== undefined && ((validity[row >> 3]! >> (row & 7)) & 1) === 0;

/** Values that repeat. */
export interface CodedColumn extends AnyColumn {
  kind: 'coded';
  values: { length: number; at(code: number): unknown };
  codes: ArrayLike<number>;
  validity: Validity;
}

/** Numbers, or times as epoch milliseconds. */
export interface NumericColumn extends AnyColumn {
  kind: 'numbers' | 'times';
  /** Copies the rows from `from` to `to`, anything where there is no value. */
  copyTo(target: Float64Array, at: number, from: number, to: number): void;
  validity: Validity;
}

/** Texts as UTF-8: those of a row are from `offsets[row]` to `offsets[row + 1]`. */
export interface BytesColumn extends AnyColumn {
  kind: 'bytes';
  bytes: Uint8Array;
  offsets: Int32Array;
  validity: Validity;
}

export type SuppliedColumn = ValueColumn | CodedColumn | NumericColumn | BytesColumn;

/** By field. All have the same length. */
export type SuppliedColumns = ReadonlyMap<string, SuppliedColumn>;
