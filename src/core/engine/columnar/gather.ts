/** Columns and sets of rows, picked row by row. */
import { emptyBits, hasBit, setBit, type Bits } from './bits.js';
import type { Column, TextColumn } from './columns.js';

/** The column whose row `i` is the other's row `rows[i]`. */
export function gatherColumn(column: Column, rows: Int32Array): Column {
  switch (column.kind) {
    case 'constant': return column;
    case 'code': return { ...column, codes: pick(column.codes, rows) };
    case 'number': return { kind: 'number', values: pick(column.values, rows) };
    case 'text': return gatherTexts(column, rows);
  }
}

export function gatherBits(bits: Bits, rows: Int32Array): Bits {
  const picked = emptyBits(rows.length);
  for (let row = 0; row < rows.length; row++) if (hasBit(bits, rows[row]!)) setBit(picked, row);
  return picked;
}

/** The same kind of array. */
export function pick<A extends Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array>(values: A, rows: Int32Array): A {
  const picked = new (values.constructor as new (length: number) => A)(rows.length);
  for (let row = 0; row < rows.length; row++) picked[row] = values[rows[row]!]!;
  return picked;
}

function gatherTexts({ bytes, offsets, missing, isAscii }: TextColumn, rows: Int32Array): TextColumn {
  const ends = new Uint32Array(rows.length + 1);
  for (let row = 0; row < rows.length; row++) ends[row + 1] = ends[row]! + offsets[rows[row]! + 1]! - offsets[rows[row]!]!;
  const picked = new Uint8Array(ends[rows.length]!);
  // Rows that follow each other lie side by side: a shard that came nearly in order is copied in a few thousand pieces.
  for (let row = 0; row < rows.length;) {
    const first = row;
    do row++; while (row < rows.length && rows[row] === rows[row - 1]! + 1);
    picked.set(bytes.subarray(offsets[rows[first]!]!, offsets[rows[row - 1]! + 1]!), ends[first]!);
  }
  const gone = missing && new Set([...rows.keys()].filter((row) => missing.has(rows[row]!)));
  return { kind: 'text', bytes: picked, offsets: ends, isAscii, ...(gone?.size && { missing: gone }) };
}
