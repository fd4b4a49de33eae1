/** Sums of a column's blocks of rows, kept: a long span is then mostly read off them. */
import type { NumberColumn } from './columns.js';

const ROWS = 1024;
const UNKNOWN = 0xffff;

interface BlockSums {
  sums: Float64Array;
  /** Rows without a number; `UNKNOWN` until the block is asked for. */
  missing: Uint16Array;
}

/** What rows add up to, and how many of them have no number. */
export interface Sum {
  sum: number;
  missing: number;
}

const kept = new WeakMap<NumberColumn, BlockSums>();

export function sumOfRows(column: NumberColumn, low: number, high: number): Sum {
  const first = Math.ceil(low / ROWS);
  const last = Math.floor(high / ROWS);
  const total = { sum: 0, missing: 0 };
  if (first >= last) {
    addRows(column.values, low, high, total);
    return total;
  }
  addRows(column.values, low, first * ROWS, total);
  addBlocks(column, first, last, total);
  addRows(column.values, last * ROWS, high, total);
  return total;
}

function addBlocks(column: NumberColumn, first: number, last: number, total: Sum): void {
  const { sums, missing } = blocksOf(column);
  for (let block = first; block < last; block++) {
    if (missing[block] === UNKNOWN) sumBlock(column.values, block, { sums, missing });
    total.sum += sums[block]!;
    total.missing += missing[block]!;
  }
}

function blocksOf(column: NumberColumn): BlockSums {
  const count = Math.floor(column.values.length / ROWS);
  const blocks = kept.get(column) ?? { sums: new Float64Array(count), missing: new Uint16Array(count).fill(UNKNOWN) };
  kept.set(column, blocks);
  return blocks;
}

function sumBlock(values: NumberColumn['values'], block: number, { sums, missing }: BlockSums): void {
  const total = { sum: 0, missing: 0 };
  addRows(values, block * ROWS, (block + 1) * ROWS, total);
  sums[block] = total.sum;
  missing[block] = total.missing;
}

function addRows(values: NumberColumn['values'], low: number, high: number, total: Sum): void {
  let sum = 0;
  let missing = 0;
  for (let row = low; row < high; row++) {
    const value = values[row]!;
    if (value === value) sum += value;
    else missing++;
  }
  total.sum += sum;
  total.missing += missing;
}
