import type { Cell } from '../cell.js';
import { cellsOf } from './codes.js';
import type { Column } from './columns.js';

/** What a row holds, `null` where there is nothing. */
export function cellAt(column: Column, row: number): Cell {
  switch (column.kind) {
    case 'constant':
      return column.dictionary.valueOf(column.code);
    case 'code':
      return column.dictionary.valueOf(column.codes[row]!);
    default:
      return cellsOf(column).at(row);
  }
}
