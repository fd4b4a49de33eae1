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

/** Values that repeat. */
export interface CodedColumn extends AnyColumn {
  kind: 'coded';
  values: { length: number; at(code: number): unknown };
  codes: ArrayLike<number>;
  /** Whether the row has no value; unset: all have one. */
  isNull?: ((row: number) => boolean) | undefined;
}

/** Numbers, or times as epoch milliseconds. */
export interface NumericColumn extends AnyColumn {
  kind: 'numbers' | 'times';
  numberAt(row: number): number;
  isNull?: ((row: number) => boolean) | undefined;
}

/** Texts as UTF-8: those of a row are from `offsets[row]` to `offsets[row + 1]`. */
export interface BytesColumn extends AnyColumn {
  kind: 'bytes';
  bytes: Uint8Array;
  offsets: Int32Array;
  isNull?: ((row: number) => boolean) | undefined;
}

export type SuppliedColumn = ValueColumn | CodedColumn | NumericColumn | BytesColumn;

/** By field. All have the same length. */
export type SuppliedColumns = ReadonlyMap<string, SuppliedColumn>;
