/** How many rows each value of a dimension has. */
import type { CellsRequest, RowsSource, Span } from '../../answer/engine.js';
import { stockInstant } from '../../answer/stock.js';
import { dimensionKeys } from '../../answer/where.js';
import { countRows } from '../store/bits.js';
import { countCodes } from './code-counts.js';
import { sortByClock } from './slices.js';
import { toCodes } from '../store/columns.js';
import type { Dictionary } from '../store/columns.js';
import type { ShardTable } from '../store/shard-table.js';
import { bounds, toSlices, type Slice } from './slices.js';

/** A row with several values counts in each; '' is "no value". */
export function countValues(
  source: RowsSource,
  dimension: string,
  tables: readonly ShardTable[],
  { filters, now, ...asked }: Pick<CellsRequest, 'span' | 'filters' | 'now'>,
): Map<string, number> {
  const { span, where } = contributing(source, asked.span, now);
  const ordered = sortByClock({ ...source, where }, tables, now);
  const byCode = new CodeCounts();
  for (const slice of toSlices(ordered.source, ordered.tables, { span, filters })) countSlice(slice, dimension, byCode);
  return byCode.toValues();
}

/** Of a stock: what has begun before its instant and not ended before it. */
function contributing(
  { where, stock }: RowsSource,
  span: Span,
  now: number,
): { span: Span; where: RowsSource['where'] } {
  if (!stock) return { span, where };
  const { when, until } = stock;
  const instant = stockInstant(when, span, now);
  return {
    span: { start: -Infinity, end: instant },
    where: until === null ? where : [...where, [{ [until]: { known: false } }, { [until]: { atLeast: instant } }]],
  };
}

class CodeCounts {
  readonly #counts = new Map<Dictionary | undefined, Float64Array>();

  /** By code; without a dictionary, of rows that have no value. */
  of(dictionary: Dictionary | undefined): Float64Array {
    const known = this.#counts.get(dictionary) ?? new Float64Array(dictionary?.size ?? 1);
    this.#counts.set(dictionary, known);
    return known;
  }

  toValues(): Map<string, number> {
    const values = new Map<string, number>();
    for (const [dictionary, counts] of this.#counts) {
      counts.forEach((count, code) => {
        if (count === 0) return;
        for (const key of dimensionKeys(dictionary?.valueOf(code))) values.set(key, (values.get(key) ?? 0) + count);
      });
    }
    return values;
  }
}

function countSlice(slice: Slice, dimension: string, counts: CodeCounts): void {
  const { low, high } = bounds(slice);
  const found = slice.table.column(dimension);
  const column = found && toCodes(found);
  const byCode = counts.of(column?.dictionary);
  if (column?.kind !== 'code') byCode[column?.code ?? 0]! += countRows(slice.rows, low, high);
  else countCodes(slice, column).forEach((count, code) => (byCode[code]! += count));
}
