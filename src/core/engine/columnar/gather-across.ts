/** Rows of several tables put one after the other into one column. */
import {
  codeArray,
  type CodeColumn,
  type Column,
  type ConstantColumn,
  type NumberColumn,
  type TextColumn,
} from './columns.js';

/** Row `i` is row `rows[i]` of part `parts[i]`. */
export interface Places {
  parts: Int32Array;
  rows: Int32Array;
}

type Parts<C> = readonly (C | undefined)[];

/** The same column of every part; one that lacks it has no value in any row. `undefined`: no part has it. */
export function concatColumns(columns: Parts<Column>, places: Places): Column | undefined {
  const kind = columns.find((column) => column !== undefined)?.kind;
  if (kind === undefined) return undefined;
  if (kind === 'number') return gatherNumbers(columns as Parts<NumberColumn>, places);
  return kind === 'text'
    ? concatTexts(columns as Parts<TextColumn>, places)
    : gatherCodes(columns as Parts<CodeColumn | ConstantColumn>, places);
}

function gatherNumbers(columns: Parts<NumberColumn>, { parts, rows }: Places): NumberColumn {
  const areWhole = columns.every((column) => column?.values instanceof Int32Array);
  const values = areWhole ? new Int32Array(rows.length) : new Float64Array(rows.length);
  for (let place = 0; place < rows.length; place++) values[place] = columns[parts[place]!]?.values[rows[place]!] ?? NaN;
  return { kind: 'number', values };
}

function gatherCodes(columns: Parts<CodeColumn | ConstantColumn>, { parts, rows }: Places): CodeColumn {
  const { dictionary } = columns.find((column) => column !== undefined)!;
  const codes = codeArray(rows.length, dictionary.size - 1);
  for (let place = 0; place < rows.length; place++) {
    const column = columns[parts[place]!];
    if (column) codes[place] = column.kind === 'code' ? column.codes[rows[place]!]! : column.code;
  }
  return { kind: 'code', codes, dictionary };
}

function concatTexts(columns: Parts<TextColumn>, { parts, rows }: Places): TextColumn {
  const offsets = new Uint32Array(rows.length + 1);
  const missing = new Set<number>();
  for (let place = 0; place < rows.length; place++) {
    const column = columns[parts[place]!];
    const row = rows[place]!;
    if (!column || column.missing?.has(row)) missing.add(place);
    offsets[place + 1] = offsets[place]! + (column ? column.offsets[row + 1]! - column.offsets[row]! : 0);
  }
  const bytes = new Uint8Array(offsets[rows.length]!);
  for (let place = 0; place < rows.length; place++) {
    const column = columns[parts[place]!];
    if (column)
      bytes.set(column.bytes.subarray(column.offsets[rows[place]!], column.offsets[rows[place]! + 1]), offsets[place]);
  }
  return {
    kind: 'text',
    bytes,
    offsets,
    isAscii: columns.every((column) => column?.isAscii ?? true),
    ...(missing.size && { missing }),
  };
}
