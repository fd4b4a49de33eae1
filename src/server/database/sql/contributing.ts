/** Which rows count in a range as a whole, or of a stock at its instant. */
import type { CellsRequest, RowsSource } from '../../../core/answer/engine.js';
import { stockInstant } from '../../../core/answer/stock.js';
import { all } from './conditions.js';
import type { Sql } from './dialect.js';
import type { FactRows } from './fact-rows.js';
import { standingSql, takesPartSql } from './leaf-columns.js';
import type { Parameters } from './parameters.js';
import type { SqlQuestion } from './question.js';

export function contributingSql(
  source: RowsSource,
  request: Pick<CellsRequest, 'filters' | 'span' | 'now'>,
  rows: FactRows,
  { dialect }: SqlQuestion,
  parameters: Parameters,
): Sql {
  const { stock, begunBefore, at } = source;
  const takesPart = takesPartSql(source, request, rows, dialect, parameters);
  if (stock)
    return all([
      standingSql(
        { from: at, until: stock.until },
        stockInstant(stock.when, request.span, request.now),
        rows,
        parameters,
      ),
      takesPart,
    ]);
  const begun =
    begunBefore === undefined
      ? []
      : [
          `${rows.read(begunBefore).sql} IS NOT NULL AND ${rows.read(begunBefore).sql} < ${parameters.int(request.span.start)}`,
        ];
  return all([rows.within(at, request.span), takesPart, ...begun]);
}
