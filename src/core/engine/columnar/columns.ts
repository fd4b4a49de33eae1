/** How an engine keeps a column: numbers as numbers, values as codes of a dictionary, long texts as bytes. */
import type { Dictionary } from './dictionary.js';

export type CodeArray = Uint8Array | Uint16Array | Uint32Array;

/** Without missing values whole numbers of 32 bits; else doubles, NaN where there is none. */
export interface NumberColumn {
  kind: 'number';
  values: Int32Array | Float64Array;
}

/** Texts, lists, flags: anything with values that repeat. Code 0 is "no value". */
export interface CodeColumn {
  kind: 'code';
  codes: CodeArray;
  dictionary: Dictionary;
}

/** The same code in every row. */
export interface ConstantColumn {
  kind: 'constant';
  code: number;
  dictionary: Dictionary;
}

/** Texts that hardly repeat, as UTF-8: the row's bytes are from `offsets[row]` to `offsets[row + 1]`. */
export interface TextColumn {
  kind: 'text';
  bytes: Uint8Array;
  /** One more than rows. */
  offsets: Uint32Array;
  /** Rows without a text, which is not the same as an empty one; unset: none. */
  missing?: ReadonlySet<number>;
  /** Whether every byte is below 128. */
  isAscii: boolean;
}

export type Column = NumberColumn | CodeColumn | ConstantColumn | TextColumn;

/** The narrowest array that holds codes up to `most`. */
export function codeArray(length: number, most: number): CodeArray {
  if (most <= 0xff) return new Uint8Array(length);
  return most <= 0xffff ? new Uint16Array(length) : new Uint32Array(length);
}
