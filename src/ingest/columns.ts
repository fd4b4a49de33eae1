/**
 * Reads rows that were supplied as columns. A stretch of rows is first copied column by column; where one of them does not fit, or is more
 * than columns can hold, the stretch is read again as records, so that both forms are accepted and refused alike.
 */
import { FACTS, type FactName } from '../core/facts/registry.js';
import type { Steps } from '../core/steps.js';
import type { FactIntake } from './intake.js';
import type { BatchBuilder } from '../core/columnar/store/batch.js';
import { NO_VALUE } from '../core/columnar/store/columns.js';
import type { GrowingCodes, GrowingNumbers } from '../core/columnar/store/growing-columns.js';
import type { GrowingTexts } from '../core/columnar/store/growing-columns.js';
import { instantMs } from '../core/time/instant.js';
import { isRecordTime } from '../core/time/record-instants.js';
import { InternedTexts } from './interned-texts.js';
import { ALLOWED } from './plain-conversations.js';
import { isWellFormed } from './json/bytes.js';

/** Rows between two places to pause. */
const STRETCH = 8192;

/** `first` is the place of the first row in its list. */
export function* readColumns(
  fact: FactName,
  columns: SuppliedColumns,
  length: number,
  first: number,
  intake: FactIntake,
): Steps<void> {
  const known = [...Object.keys(FACTS[fact].fields), ...Object.keys(intake.customColumns(fact))];
  const supplied = known.flatMap((name) => ({ name, column: columns.get(name)! })).filter(({ column }) => column);
  const writers =
    fact === 'conversations' && conversationsFit(columns) ? new ColumnWriters(intake).of(supplied) : undefined;
  for (let from = 0, to: number; from < length; from = to) {
    to = Math.min(length, from + STRETCH, from + intake.rowsLeft);
    if (!writers || !writeRows(writers, from, to, intake)) {
      for (let row = from; row < to; row++)
        intake.take(
          fact,
          Object.fromEntries(supplied.map(({ name, column }) => [name, column.valueAt(row)])),
          first + row,
        );
    }
    yield;
  }
}

/** Every conversation needs these. */
const conversationsFit = (columns: SuppliedColumns): boolean =>
  Object.entries(FACTS.conversations.fields).every(([name, { isRequired }]) => !isRequired || columns.has(name));

/** Returns `false`, and writes nothing, if some row is not plain. */
function writeRows(writers: readonly ColumnWriter[], from: number, to: number, intake: FactIntake): boolean {
  const { builder } = intake;
  if (!writers.every((write) => write(from, to, builder.length))) {
    builder.dropRow();
    return false;
  }
  builder.commitRows(to - from);
  intake.endBatchIfFull();
  return true;
}

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

/** Columns as they were supplied, before any check: of columnar JSON or of a batch of Arrow. */
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

/** Rows from `from` to `to` become those from `row` on; `false` where one of them does not fit. */
export type ColumnWriter = (from: number, to: number, row: number) => boolean;

const UNKNOWN = -2;
const REFUSED = -1;

/** Copies stretches of supplied columns to the columns of a batch. */
export class ColumnWriters {
  readonly #builder: BatchBuilder;
  readonly #isOwn: (name: string) => boolean;

  constructor(intake: FactIntake) {
    this.#builder = intake.builder;
    const columns = intake.customColumns('conversations');
    this.#isOwn = (name) => Object.hasOwn(columns, name);
  }

  of(columns: readonly { name: string; column: SuppliedColumn }[]): ColumnWriter[] {
    return columns.map(({ name, column }) => this.#writer(name, column));
  }

  #writer(name: string, column: SuppliedColumn): ColumnWriter {
    const { texts, numbers } = this.#builder;
    const codes = texts.get(name);
    if (codes) return codeWriter(column, codes, this.#isOwn(name) ? undefined : ALLOWED[name]);
    const target = numbers.get(name);
    if (target) return numberWriter(column, target, name === 'messageCount');
    switch (name) {
      case 'id':
        return textWriter(column, this.#builder.id, true);
      case 'firstQuestion':
        return textWriter(column, this.#builder.firstQuestion, false);
      case 'startedAt':
        return instantWriter(column, this.#builder.startedAt, true);
      case 'updatedAt':
        return instantWriter(column, this.#builder.updatedAt, false);
      default:
        return (from, to) => isWithout(column, from, to);
    }
  }
}

function isWithout(column: SuppliedColumn, from: number, to: number): boolean {
  for (let row = from; row < to; row++) if (column.valueAt(row) != null) return false;
  return true;
}

function codeWriter(
  column: SuppliedColumn,
  target: GrowingCodes,
  allowed: readonly string[] | undefined,
): ColumnWriter {
  const codeOf = (value: unknown): number => {
    if (value == null) return NO_VALUE;
    return typeof value === 'string' && (!allowed || allowed.includes(value))
      ? target.dictionary.codeOf(value)
      : REFUSED;
  };
  if (column.kind === 'coded') return translator(column, target, codeOf);
  if (column.kind === 'bytes')
    return interner(
      column,
      target,
      new InternedTexts(target.dictionary, allowed && ((text) => allowed.includes(text))),
    );
  return (from, to, row) => {
    for (let at = from; at < to; at++) {
      const code = codeOf(column.valueAt(at));
      if (code < 0) return false;
      target.set(row + at - from, code);
    }
    return true;
  };
}

function translator(
  { codes, values, validity }: CodedColumn,
  target: GrowingCodes,
  codeOf: (value: unknown) => number,
): ColumnWriter {
  const known = new Int32Array(values.length).fill(UNKNOWN);
  return (from, to, row) => {
    const written = target.extend(row, to - from);
    for (let at = from; at < to; at++, row++) {
      if (isMissing(validity, at)) {
        written[row] = NO_VALUE;
        continue;
      }
      const place = codes[at]!;
      let code = known[place] ?? REFUSED;
      if (code === UNKNOWN) code = known[place] = codeOf(values.at(place));
      if (code < 0) return false;
      written[row] = code;
    }
    return true;
  };
}

function interner(
  { bytes, offsets, validity }: BytesColumn,
  target: GrowingCodes,
  interned: InternedTexts,
): ColumnWriter {
  return (from, to, row) => {
    const written = target.extend(row, to - from);
    for (let at = from; at < to; at++, row++) {
      const code = isMissing(validity, at) ? NO_VALUE : interned.find(bytes, offsets[at]!, offsets[at + 1]!);
      if (code < 0) return false;
      written[row] = code;
    }
    return true;
  };
}

function numberWriter(column: SuppliedColumn, target: GrowingNumbers, isWhole: boolean): ColumnWriter {
  const accepts = (value: number): boolean =>
    isWhole ? value >= 0 && Number.isSafeInteger(value) : Number.isFinite(value);
  if (column.kind === 'numbers') {
    const { validity } = column;
    return (from, to, row) => {
      const written = target.extend(row, to - from);
      column.copyTo(written, row, from, to);
      for (let at = from; at < to; at++, row++) {
        if (isMissing(validity, at)) written[row] = NaN;
        else if (!accepts(written[row]!)) return false;
      }
      return true;
    };
  }
  return (from, to, row) => {
    for (let at = from; at < to; at++) {
      const value = column.valueAt(at);
      if (value == null) continue;
      if (typeof value !== 'number' || !accepts(value)) return false;
      target.set(row + at - from, value);
    }
    return true;
  };
}

/** Smaller numbers are not epoch milliseconds of our times. */
const FIRST_NUMBER = 1e11;

function instantWriter(column: SuppliedColumn, target: GrowingNumbers, isNeeded: boolean): ColumnWriter {
  if (column.kind === 'numbers' || column.kind === 'times') {
    const { validity } = column;
    return (from, to, row) => {
      const written = target.extend(row, to - from);
      column.copyTo(written, row, from, to);
      for (let at = from; at < to; at++, row++) {
        const value = written[row]!;
        const isThere = !isMissing(validity, at);
        if (isThere ? !(value >= FIRST_NUMBER && isRecordTime(value)) : isNeeded) return false;
        written[row] = isThere ? Math.trunc(value) : NaN;
      }
      return true;
    };
  }
  return (from, to, row) => {
    for (let at = from; at < to; at++) {
      const value = column.valueAt(at);
      if (value == null && !isNeeded) continue;
      const ms = instantMs(value);
      if (!isRecordTime(ms)) return false;
      target.set(row + at - from, ms);
    }
    return true;
  };
}

function textWriter(column: SuppliedColumn, target: GrowingTexts, isNeeded: boolean): ColumnWriter {
  if (column.kind === 'bytes') return bytesWriter(column, target, isNeeded);
  return (from, to, row) => {
    for (let at = from; at < to; at++) {
      const value = column.valueAt(at);
      if (value == null && !isNeeded) continue;
      if (typeof value !== 'string' || (isNeeded && value === '')) return false;
      target.set(row + at - from, value);
    }
    return true;
  };
}

/** `isNeeded`: every row must have a text, and not an empty one. */
function bytesWriter(column: BytesColumn, target: GrowingTexts, isNeeded: boolean): ColumnWriter {
  const { bytes, offsets, validity } = column;
  return (from, to, row) => {
    const isPlain = isAscii(bytes, offsets[from]!, offsets[to]!);
    for (let at = from; at < to; at++) {
      const isEmpty = offsets[at] === offsets[at + 1];
      if (isNeeded && (isEmpty || isMissing(validity, at))) return false;
      if (!isPlain && !isWellFormed(bytes, offsets[at]!, offsets[at + 1]!)) return false;
    }
    if (!validity) target.copy(row, bytes, offsets, from, to, isPlain);
    else
      for (let at = from; at < to; at++)
        if (!isMissing(validity, at)) target.copy(row + at - from, bytes, offsets, at, at + 1, isPlain);
    return true;
  };
}

function isAscii(bytes: Uint8Array, start: number, end: number): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = start;
  let all = 0;
  for (; at + 4 <= end; at += 4) all |= view.getInt32(at);
  for (; at < end; at++) all |= bytes[at]!;
  return (all & 0x80808080) === 0;
}
