/**
 * Reads one table of Apache Arrow IPC, a file or a stream, as DuckDB and others write it. Columns are found by the names of a record's fields;
 * times may be Arrow times of any unit, with or without a zone (which then is UTC), numbers or text. Lists of structs are the inner lists.
 */
import { type Batch, type Table, Type, tableFromIPC } from '@uwdata/flechette';
import { FACTS } from '../core/facts/registry.js';
import type { Steps } from '../core/steps.js';
import { SourceError } from '../core/source-error.js';
import type { FactIntake } from './intake.js';
import {
  type NumericColumn,
  type SuppliedColumn,
  type Validity,
  type ValueColumn,
  isMissing,
  readColumns,
} from './columns.js';

export function* readArrow(bytes: Uint8Array, intake: FactIntake): Steps<void> {
  const { fact } = intake;
  const table = parseTable(bytes);
  intake.markPresent(fact);
  const known = new Set([...Object.keys(FACTS[fact].fields), ...Object.keys(intake.customColumns(fact))]);
  const columns = table.names
    .map((name, at) => ({ name, batches: table.children[at]!.data as readonly Batch<unknown>[] }))
    .filter(({ name }) => known.has(name));
  const lengths = (table.children[0]?.data ?? []).map(({ length }) => length);
  let first = 0;
  for (const [at, length] of lengths.entries()) {
    const supplied = new Map(columns.map(({ name, batches }) => [name, toSuppliedColumn(batches[at]!)]));
    yield* readColumns(fact, supplied, length, first, intake);
    first += length;
  }
}

function parseTable(bytes: Uint8Array): Table {
  try {
    // Its numbers are read in place, which needs them aligned.
    return tableFromIPC(bytes.byteOffset % 8 === 0 ? bytes : bytes.slice());
  } catch (cause) {
    throw new SourceError(`The Arrow data cannot be read: ${(cause as Error).message}.`, { cause });
  }
}

type Copy = NumericColumn['copyTo'];

interface ArrowType {
  typeId: number;
  bitWidth?: number;
  signed?: boolean;
  precision?: number;
  unit?: number;
}

/** A batch of an Arrow column as a supplied column, without copying its memory. */
function toSuppliedColumn(batch: Batch<unknown>): SuppliedColumn {
  const type = batch.type as unknown as ArrowType;
  switch (type.typeId) {
    case Type.Utf8: {
      const { values, offsets } = batch as unknown as { values: Uint8Array; offsets: Int32Array };
      return { ...valuesOf(batch), kind: 'bytes', bytes: values, offsets, validity: validityOf(batch) };
    }
    case Type.Int:
      return numeric(
        batch,
        'numbers',
        type.bitWidth === 64 ? copyWhole(batch, type.signed !== false, 1) : copyPlain(batch),
      );
    case Type.Float:
      return type.precision ? numeric(batch, 'numbers', copyPlain(batch)) : valuesOf(batch);
    case Type.Timestamp:
      return numeric(batch, 'times', copyTimes(batch, type.unit!));
    case Type.Date:
      return dates(batch);
    case Type.Dictionary:
      return coded(batch);
    default:
      return valuesOf(batch);
  }
}

const validityOf = (batch: Batch<unknown>): Validity =>
  batch.nullCount > 0 && batch.validity?.length ? batch.validity : undefined;

function valuesOf(batch: Batch<unknown>): ValueColumn {
  return { kind: 'values', length: batch.length, valueAt: (row) => batch.at(row) };
}

function numeric(batch: Batch<unknown>, kind: 'numbers' | 'times', copyTo: Copy): NumericColumn {
  const validity = validityOf(batch);
  return { kind, length: batch.length, copyTo, validity, valueAt: numberAt(kind, copyTo, validity) };
}

function dates(batch: Batch<unknown>): ValueColumn {
  const validity = validityOf(batch);
  return {
    ...valuesOf(batch),
    valueAt: (row) => (isMissing(validity, row) ? null : new Date(batch.at(row) as number)),
  };
}

function coded(batch: Batch<unknown>): SuppliedColumn {
  // The texts of the dictionary, which the batch has read already.
  const { cache } = batch as unknown as { cache: readonly unknown[] };
  const codes = batch.values as ArrayLike<number> | BigInt64Array;
  return codes instanceof BigInt64Array
    ? valuesOf(batch)
    : { ...valuesOf(batch), kind: 'coded', values: cache, codes, validity: validityOf(batch) };
}

/** Units are seconds, milliseconds, microseconds and nanoseconds, from 0 on. */
function copyTimes(batch: Batch<unknown>, unit: number): Copy {
  return unit > 1 ? copyDivided(batch, unit === 2 ? 1e3 : 1e6) : copyWhole(batch, true, unit === 0 ? 1000 : 1);
}

function numberAt(kind: 'numbers' | 'times', copyTo: Copy, validity: Validity): (row: number) => unknown {
  const one = new Float64Array(1);
  return (row) => {
    if (isMissing(validity, row)) return null;
    copyTo(one, 0, row, row + 1);
    return kind === 'times' ? new Date(one[0]!) : one[0]!;
  };
}

function copyPlain({ values }: Batch<unknown>): Copy {
  return (target, at, from, to) => target.set((values as Float64Array).subarray(from, to), at);
}

/** Halves of 32 bits: reading them as `bigint` would make an object for each. */
function halves({ values }: Batch<unknown>): { low: Uint32Array; high: Int32Array } {
  const { buffer, byteOffset, length } = values as BigInt64Array;
  return { low: new Uint32Array(buffer, byteOffset, length * 2), high: new Int32Array(buffer, byteOffset, length * 2) };
}

function copyWhole(batch: Batch<unknown>, isSigned: boolean, worth: number): Copy {
  const { low, high } = halves(batch);
  return (target, at, from, to) => {
    for (let row = from; row < to; row++) {
      const top = high[row * 2 + 1]!;
      target[at++] = ((isSigned ? top : top >>> 0) * 2 ** 32 + low[row * 2]!) * worth;
    }
  };
}

/**
 * Microseconds or nanoseconds as milliseconds; what is less is cut off. The whole may be too much for a double: the upper half is divided
 * first, and what is left of it goes to the lower one.
 */
function copyDivided(batch: Batch<unknown>, perMs: number): Copy {
  const { low, high } = halves(batch);
  const [whole, rest] = [Math.floor(2 ** 32 / perMs), 2 ** 32 % perMs];
  return (target, at, from, to) => {
    for (let row = from; row < to; row++) {
      const top = high[row * 2 + 1]!;
      target[at++] = top * whole + Math.floor((top * rest + low[row * 2]!) / perMs);
    }
  };
}
