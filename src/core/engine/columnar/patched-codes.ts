/** Codes that change row by row. The array gets wider where a new code does not fit. */
import type { Cell } from '../cell.js';
import { codeArray, type CodeArray, type CodeColumn, type Column } from './columns.js';
import { NO_VALUE, type Dictionary } from './dictionary.js';

export class PatchedCodes {
  readonly #dictionary: Dictionary;
  #codes: CodeArray;

  /** Begins as a copy of `from`; unset: without a value in any row. */
  constructor(length: number, dictionary: Dictionary, from?: Column) {
    this.#dictionary = dictionary;
    this.#codes = from?.kind === 'code' ? from.codes.slice() : codeArray(length, 0);
    if (from?.kind === 'constant') this.#codes = codeArray(length, from.code).fill(from.code);
  }

  /** An empty list is no value. */
  set(row: number, value: Cell): void {
    const code =
      value === null || (typeof value === 'object' && !value.length) ? NO_VALUE : this.#dictionary.codeOf(value);
    if (code >= 2 ** (8 * this.#codes.BYTES_PER_ELEMENT)) {
      const wider = codeArray(this.#codes.length, code);
      wider.set(this.#codes);
      this.#codes = wider;
    }
    this.#codes[row] = code;
  }

  get column(): CodeColumn {
    return { kind: 'code', codes: this.#codes, dictionary: this.#dictionary };
  }
}
