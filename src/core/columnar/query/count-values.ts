/** How many rows each value of a dimension has. */
import type { CellsRequest, RowsSource, Span } from '../../answer/engine.js';
import { stockInstant } from '../../answer/stock.js';
import { dimensionKeys } from '../../answer/where.js';
import { countBoth, countRows, pickRows } from '../store/bits.js';
import { inOrderOf } from './slices.js';
import { toCodes } from '../store/columns.js';
import type { CodeColumn } from '../store/columns.js';
import type { Dictionary } from '../store/columns.js';
import { scratchRows } from '../store/scratch-buffers.js';
import type { ShardTable } from '../store/shard-table.js';
import { bounds, toSlices, type Slice } from './slices.js';
import { valueBits } from '../store/bits.js';

/** A row with several values counts in each; '' is "no value". */
export function countValues(
  source: RowsSource,
  dimension: string,
  tables: readonly ShardTable[],
  { filters, now, ...asked }: Pick<CellsRequest, 'span' | 'filters' | 'now'>,
): Map<string, number> {
  const { span, where } = contributing(source, asked.span, now);
  const ordered = inOrderOf({ ...source, where }, tables, now);
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
  if (column?.kind === 'code') countCodes(slice, column, byCode);
  else byCode[column?.code ?? 0]! += countRows(slice.rows, low, high);
}

function countCodes(slice: Slice, column: CodeColumn, counts: Float64Array): void {
  const { low, high } = bounds(slice);
  const masks = valueBits(column);
  if (masks)
    masks.forEach((mask, code) => {
      if (mask) counts[code]! += countBoth(mask, slice.rows ?? mask, low, high);
    });
  else countRowByRow(slice, column, counts, low, high);
}

function countRowByRow({ rows }: Slice, { codes }: CodeColumn, counts: Float64Array, low: number, high: number): void {
  const picked = scratchRows(high - low);
  const count = pickRows(rows, low, high, picked);
  for (let at = 0; at < count; at++) counts[codes[picked[at]!]!]!++;
}
