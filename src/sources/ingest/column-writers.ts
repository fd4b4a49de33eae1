/** Copies stretches of supplied columns to the columns of a batch. */
import type { BatchBuilder } from '../../core/engine/columnar/batch-builder.js';
import type { GrowingCodes, GrowingNumbers, GrowingTexts } from '../../core/engine/columnar/growing-columns.js';
import { isInstant, parseInstant } from '../../core/time/instant.js';
import { copyTexts } from './copy-texts.js';
import type { FactIntake } from './fact-intake.js';
import { InternedTexts } from './interned-texts.js';
import { ALLOWED } from './plain-conversations.js';
import type { CodedColumn, SuppliedColumn } from './supplied-columns.js';

/** Rows from `from` to `to` become those from `row` on; `false` where one of them does not fit. */
export type ColumnWriter = (from: number, to: number, row: number) => boolean;

const NOT_ASKED = -2;
const NOT_FITTING = -1;

export class ColumnWriters {
  readonly #builder: BatchBuilder;
  readonly #isOwn: (name: string) => boolean;

  constructor({ builder, columns }: FactIntake) {
    this.#builder = builder;
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
    if (target) return numberWriter(column, target, name === 'messageCount' ? isCount : Number.isFinite);
    switch (name) {
      case 'id': return textWriter(column, this.#builder.id, true);
      case 'firstQuestion': return textWriter(column, this.#builder.firstQuestion, false);
      case 'startedAt': return instantWriter(column, this.#builder.startedAt, true);
      case 'updatedAt': return instantWriter(column, this.#builder.updatedAt, false);
      default: return (from, to) => isWithout(column, from, to);
    }
  }
}

const isCount = (value: number): boolean => value >= 0 && Number.isSafeInteger(value);

function isWithout(column: SuppliedColumn, from: number, to: number): boolean {
  for (let row = from; row < to; row++) if (column.valueAt(row) != null) return false;
  return true;
}

function codeWriter(column: SuppliedColumn, target: GrowingCodes, allowed: readonly string[] | undefined): ColumnWriter {
  const codeOf = (value: unknown): number => {
    if (value == null) return 0;
    return typeof value === 'string' && (!allowed || allowed.includes(value)) ? target.dictionary.codeOf(value) : NOT_FITTING;
  };
  let codeAt: (row: number) => number;
  if (column.kind === 'coded') codeAt = translated(column, codeOf);
  else if (column.kind === 'bytes') {
    const { bytes, offsets, isNull } = column;
    const interned = new InternedTexts(target.dictionary, allowed && ((text) => allowed.includes(text)));
    codeAt = (row) => (isNull?.(row) ? 0 : interned.find(bytes, offsets[row]!, offsets[row + 1]!));
  } else codeAt = (row) => codeOf(column.valueAt(row));
  return (from, to, row) => {
    for (let at = from; at < to; at++) {
      const code = codeAt(at);
      if (code < 0) return false;
      target.set(row + at - from, code);
    }
    return true;
  };
}

function translated({ codes, values, isNull }: CodedColumn, codeOf: (value: unknown) => number): (row: number) => number {
  const known = new Int32Array(values.length).fill(NOT_ASKED);
  return (row) => {
    if (isNull?.(row)) return 0;
    const code = codes[row]!;
    const there = known[code];
    if (there === undefined) return NOT_FITTING;
    return there === NOT_ASKED ? (known[code] = codeOf(values.at(code))) : there;
  };
}

function numberWriter(column: SuppliedColumn, target: GrowingNumbers, accepts: (value: number) => boolean): ColumnWriter {
  if (column.kind !== 'numbers') {
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
  return (from, to, row) => {
    for (let at = from; at < to; at++) {
      if (column.isNull?.(at)) continue;
      const value = column.numberAt(at);
      if (!accepts(value)) return false;
      target.set(row + at - from, value);
    }
    return true;
  };
}

/** What `parseInstant` takes: from 1973 to 9999 no look at anything else is needed. */
const [FIRST_NUMBER, AFTER_LAST] = [1e11, 253_402_300_800_000];

function instantWriter(column: SuppliedColumn, target: GrowingNumbers, isNeeded: boolean): ColumnWriter {
  return (from, to, row) => {
    for (let at = from; at < to; at++) {
      if (column.kind === 'numbers' || column.kind === 'times') {
        const value = column.isNull?.(at) ? NaN : column.numberAt(at);
        if (value >= FIRST_NUMBER && value < AFTER_LAST) {
          target.set(row + at - from, Math.trunc(value));
          continue;
        }
      }
      const value = column.valueAt(at);
      if (value == null && !isNeeded) continue;
      if (!isInstant(value)) return false;
      target.set(row + at - from, parseInstant(value));
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
