/** Sums of a column's blocks of rows, kept: a long span is then mostly read off them. */
import type { NumberColumn } from './columns.js';

const ROWS = 1024;

interface BlockSums {
  sums: Float64Array;
  /** Rows without a number. */
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
  const { sums, missing } = blocksOf(column);
  addRows(column.values, low, first * ROWS, total);
  for (let block = first; block < last; block++) {
    total.sum += sums[block]!;
    total.missing += missing[block]!;
  }
  addRows(column.values, last * ROWS, high, total);
  return total;
}

function blocksOf(column: NumberColumn): BlockSums {
  const known = kept.get(column);
  if (known) return known;
  const count = Math.floor(column.values.length / ROWS);
  const blocks: BlockSums = { sums: new Float64Array(count), missing: new Uint16Array(count) };
  for (let block = 0; block < count; block++) {
    const total = { sum: 0, missing: 0 };
    addRows(column.values, block * ROWS, (block + 1) * ROWS, total);
    blocks.sums[block] = total.sum;
    blocks.missing[block] = total.missing;
  }
  kept.set(column, blocks);
  return blocks;
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
