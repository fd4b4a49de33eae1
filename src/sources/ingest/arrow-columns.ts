/** Batches of Arrow columns as supplied columns, their memory taken as it is. */
import { Type, type Batch, type Column } from '@uwdata/flechette';
import type { SuppliedColumn } from './supplied-columns.js';

type IsNull = ((row: number) => boolean) | undefined;
type NumberAt = (row: number) => number;

interface ArrowType {
  typeId: number;
  bitWidth?: number;
  signed?: boolean;
  precision?: number;
  unit?: number;
}

export function toSuppliedColumn(batch: Batch<unknown>): SuppliedColumn {
  const type = batch.type as unknown as ArrowType;
  const { length } = batch;
  const isNull = nulls(batch);
  const valueAt = (row: number): unknown => batch.at(row);
  switch (type.typeId) {
    case Type.Utf8: return { kind: 'bytes', length, bytes: batch.values as Uint8Array, offsets: batch.offsets as Int32Array, isNull, valueAt };
    case Type.Int: return numeric('numbers', length, type.bitWidth === 64 ? wholeAt(batch, type.signed !== false) : plainAt(batch), isNull);
    case Type.Float: return type.precision ? numeric('numbers', length, plainAt(batch), isNull) : { kind: 'values', length, valueAt };
    case Type.Timestamp: return numeric('times', length, timeAt(batch, type.unit ?? 0), isNull);
    case Type.Date: return numeric('times', length, (row) => batch.at(row) as number, isNull);
    case Type.Dictionary: {
      const { dictionary } = batch as unknown as { dictionary: Column<unknown> };
      const codes = batch.values as ArrayLike<number | bigint>;
      if (typeof codes[0] === 'bigint') return { kind: 'values', length, valueAt };
      return { kind: 'coded', length, values: dictionary, codes: codes as ArrayLike<number>, isNull, valueAt };
    }
    default: return { kind: 'values', length, valueAt };
  }
}

function numeric(kind: 'numbers' | 'times', length: number, numberAt: NumberAt, isNull: IsNull): SuppliedColumn {
  const valueAt = (row: number) => (isNull?.(row) ? null : kind === 'times' ? new Date(numberAt(row)) : numberAt(row));
  return { kind, length, numberAt, isNull, valueAt };
}

function nulls({ nullCount, validity }: Batch<unknown>): IsNull {
  const bits = validity as Uint8Array | undefined;
  return nullCount > 0 && bits && bits.length > 0 ? (row) => ((bits[row >> 3]! >> (row & 7)) & 1) === 0 : undefined;
}

function plainAt({ values }: Batch<unknown>): NumberAt {
  const numbers = values as Float64Array;
  return (row) => numbers[row]!;
}

/** Halves of 32 bits: reading them as `bigint` would make an object for each. */
function halves({ values }: Batch<unknown>): { low: Uint32Array; high: Int32Array } {
  const { buffer, byteOffset, length } = values as BigInt64Array;
  return { low: new Uint32Array(buffer, byteOffset, length * 2), high: new Int32Array(buffer, byteOffset, length * 2) };
}

function wholeAt(batch: Batch<unknown>, isSigned: boolean): NumberAt {
  const { low, high } = halves(batch);
  const top = isSigned ? high : low;
  return (row) => top[row * 2 + 1]! * 2 ** 32 + low[row * 2]!;
}

/** Epoch milliseconds; what is less is cut off. */
function timeAt(batch: Batch<unknown>, unit: number): NumberAt {
  const { low, high } = halves(batch);
  if (unit <= 1) {
    const worth = unit === 0 ? 1000 : 1;
    return (row) => (high[row * 2 + 1]! * 2 ** 32 + low[row * 2]!) * worth;
  }
  // The upper half may be too much for a double: it is divided first, and what is left of it goes to the lower one.
  const perMs = unit === 2 ? 1e3 : 1e6;
  const [whole, rest] = [Math.floor(2 ** 32 / perMs), 2 ** 32 % perMs];
  return (row) => high[row * 2 + 1]! * whole + Math.floor((high[row * 2 + 1]! * rest + low[row * 2]!) / perMs);
}
