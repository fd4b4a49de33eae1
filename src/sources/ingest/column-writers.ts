/** Copies stretches of supplied columns to the columns of a batch. */
import type { BatchBuilder } from '../../core/columnar/store/batch.js';
import { NO_VALUE } from '../../core/columnar/store/columns.js';
import type { GrowingCodes, GrowingNumbers, GrowingTexts } from '../../core/columnar/store/growing-columns.js';
import { instantMs } from '../../core/time/instant.js';
import { isRecordTime } from '../../core/time/record-instants.js';
import { copyTexts } from './copy-texts.js';
import type { FactIntake } from './fact-intake.js';
import { InternedTexts } from './interned-texts.js';
import { ALLOWED } from './plain-conversations.js';
import { isMissing, type BytesColumn, type CodedColumn, type SuppliedColumn } from './supplied-columns.js';

/** Rows from `from` to `to` become those from `row` on; `false` where one of them does not fit. */
export type ColumnWriter = (from: number, to: number, row: number) => boolean;

const NOT_ASKED = -2;
const NOT_FITTING = -1;

export class ColumnWriters {
  readonly #builder: BatchBuilder;
  readonly #isOwn: (name: string) => boolean;

  constructor(intake: FactIntake) {
    this.#builder = intake.builder;
    const columns = intake.ownColumns('conversations');
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
      : NOT_FITTING;
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
  const known = new Int32Array(values.length).fill(NOT_ASKED);
  return (from, to, row) => {
    const written = target.extend(row, to - from);
    for (let at = from; at < to; at++, row++) {
      if (isMissing(validity, at)) {
        written[row] = NO_VALUE;
        continue;
      }
      const place = codes[at]!;
      let code = known[place] ?? NOT_FITTING;
      if (code === NOT_ASKED) code = known[place] = codeOf(values.at(place));
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

/** Smaller numbers are no milliseconds. */
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
  if (column.kind === 'bytes') return (from, to, row) => copyTexts(column, from, to, target, row, isNeeded);
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
