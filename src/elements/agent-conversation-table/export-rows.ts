/** Every conversation that matches, as a CSV file in the columns shown. */
import type { ScopeProperties } from '../../controllers/scope-properties.js';
import { formatCsv, type CsvCell } from '../../core/format/csv.js';
import type { ConversationRow, ConversationsPage } from '../../core/query.js';
import { csvBlob, exportFile, localText } from '../shared/export-file.js';
import { fetchPages } from '../../controllers/fetch-pages.js';
import { cellTime, cellValue, TIME_COLUMNS, type Words, type Column } from './columns.js';
import type { ListQuery } from './list-query.js';

export interface ExportRows {
  source: Pick<NonNullable<ScopeProperties['source']>, 'conversations'>;
  list: ListQuery;
  columns: readonly Column[];
  words: Words;
  signal: AbortSignal;
}

export function exportRows(host: HTMLElement, { source, list, columns, words, signal }: ExportRows): Promise<boolean> {
  const content = async () => csvBlob(toCsv(await fetchRows(source, list, signal), columns, list.timeZone, words));
  return exportFile(host, { format: 'csv', filename: `conversation-list-${list.from}-${list.to}.csv`, content });
}

export async function fetchRows(
  source: ExportRows['source'],
  query: ListQuery,
  signal: AbortSignal,
): Promise<ConversationRow[]> {
  return (
    await fetchPages<ConversationRow, ConversationsPage>(
      (page, pageSize) => source.conversations({ ...query, page, pageSize }, { signal }),
      signal,
    )
  ).rows;
}

/** Times are those of the zone, which the head names. */
export function toCsv(
  rows: readonly ConversationRow[],
  columns: readonly Column[],
  timeZone: string,
  words: Words,
): string {
  const head = columns.map(({ id, label }) => (TIME_COLUMNS.includes(id) ? `${label} (${timeZone})` : label));
  return formatCsv(
    head,
    rows.map((row) =>
      columns.map(({ id }): CsvCell =>
        TIME_COLUMNS.includes(id) ? localText(cellTime(row, id), timeZone) : cellValue(row, id, words),
      ),
    ),
  );
}
