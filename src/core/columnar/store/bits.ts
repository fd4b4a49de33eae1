import type { CodeArray, CodeColumn } from './columns.js';

/** A set of rows: one bit a row, 32 to a word. Bits past the last row are 0. */
export type Bits = Uint32Array;

export function emptyBits(length: number): Bits {
  return new Uint32Array((length + 31) >>> 5);
}

export function allBits(length: number): Bits {
  const bits = emptyBits(length).fill(0xffffffff);
  if (length & 31) bits[bits.length - 1] = 2 ** (length & 31) - 1;
  return bits;
}

export function hasBit(bits: Bits, row: number): boolean {
  return ((bits[row >>> 5]! >>> (row & 31)) & 1) === 1;
}

export function setBit(bits: Bits, row: number): void {
  bits[row >>> 5]! |= 1 << (row & 31);
}

export function clearBit(bits: Bits, row: number): void {
  bits[row >>> 5]! &= ~(1 << (row & 31));
}

/** Rows in both; `undefined` is every row. */
export function both(a: Bits | undefined, b: Bits | undefined): Bits | undefined {
  if (!a || !b) return a ?? b;
  const rows = new Uint32Array(a.length);
  for (let word = 0; word < rows.length; word++) rows[word] = a[word]! & b[word]!;
  return rows;
}

/** Sets of rows combined and counted. No set given is changed. */
export function either(a: Bits, b: Bits): Bits {
  const rows = new Uint32Array(a.length);
  for (let word = 0; word < rows.length; word++) rows[word] = a[word]! | b[word]!;
  return rows;
}

export function without(bits: Bits, length: number): Bits {
  const rows = allBits(length);
  for (let word = 0; word < rows.length; word++) rows[word] = rows[word]! & ~bits[word]!;
  return rows;
}

/** How many rows from `low` up to `high` are in both sets. */
export function countBoth(a: Bits, b: Bits, low: number, high: number): number {
  if (low >= high) return 0;
  const first = low >>> 5;
  const last = (high - 1) >>> 5;
  const head = -1 << (low & 31);
  const tail = -1 >>> (31 - ((high - 1) & 31));
  if (first === last) return ones(a[first]! & b[first]! & head & tail);
  let count = ones(a[first]! & b[first]! & head) + ones(a[last]! & b[last]! & tail);
  for (let word = first + 1; word < last; word++) count += ones(a[word]! & b[word]!);
  return count;
}

export function countRows(rows: Bits | undefined, low: number, high: number): number {
  return rows ? countBoth(rows, rows, low, high) : Math.max(0, high - low);
}

/** Lists the rows from `low` up to `high` that are in the set, ascending; returns how many. `picked` must have room for all. */
export function pickRows(rows: Bits | undefined, low: number, high: number, picked: Int32Array): number {
  let count = 0;
  if (!rows) {
    for (let row = low; row < high; row++) picked[count++] = row;
    return count;
  }
  for (let start = low & ~31; start < high; start += 32) {
    let word = rows[start >>> 5]!;
    if (start < low) word &= -1 << (low & 31);
    if (high - start < 32) word &= (1 << (high & 31)) - 1;
    while (word !== 0) {
      picked[count++] = start + 31 - Math.clz32(word & -word);
      word &= word - 1;
    }
  }
  return count;
}

/** Adds pairs, fours and eights of bits side by side. */
function ones(word: number): number {
  let sums = word - ((word >>> 1) & 0x55555555);
  sums = (sums & 0x33333333) + ((sums >>> 2) & 0x33333333);
  return Math.imul((sums + (sums >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** With more codes the sets would take more memory than the column's rows are worth. */
const MAX_CODES = 64;

const kept = new WeakMap<CodeColumn, readonly (Bits | undefined)[]>();

/** By code, unset where no row has it; `undefined`: too many codes. */
export function valueBits(column: CodeColumn): readonly (Bits | undefined)[] | undefined {
  const known = kept.get(column);
  if (known) return known;
  if (column.dictionary.size > MAX_CODES) return undefined;
  const bits = toValueBits(column.codes, column.dictionary.size);
  kept.set(column, bits);
  return bits;
}

/** The rows of each value of a column, kept where the values are few: a filter or a group is then read off whole words. */
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
