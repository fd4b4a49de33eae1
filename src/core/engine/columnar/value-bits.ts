/** The rows of each value of a column, kept where the values are few: a filter or a group is then read off whole words. */
import { emptyBits, type Bits } from './bits.js';
import type { CodeArray, CodeColumn } from './columns.js';

/** With more codes the sets would take more memory than the column's rows are worth. */
const MOST_CODES = 64;

const kept = new WeakMap<CodeColumn, readonly (Bits | undefined)[]>();

/** By code, unset where no row has it; `undefined`: too many codes. */
export function valueBits(column: CodeColumn): readonly (Bits | undefined)[] | undefined {
  const known = kept.get(column);
  if (known) return known;
  if (column.dictionary.size > MOST_CODES) return undefined;
  const bits = toValueBits(column.codes, column.dictionary.size);
  kept.set(column, bits);
  return bits;
}

function toValueBits(codes: CodeArray, size: number): (Bits | undefined)[] {
  const seen = new Uint8Array(size);
  for (let row = 0; row < codes.length; row++) seen[codes[row]!] = 1;
  const words = (codes.length + 31) >>> 5;
  const places = new Int32Array(size);
  let sets = 0;
  for (let code = 0; code < size; code++) if (seen[code]) places[code] = sets++ * words;
  const all = emptyBits(sets * words * 32);
  for (let row = 0; row < codes.length; row++) all[places[codes[row]!]! + (row >>> 5)]! |= 1 << (row & 31);
  return Array.from(seen, (isSeen, code) => (isSeen ? all.subarray(places[code], places[code]! + words) : undefined));
}
