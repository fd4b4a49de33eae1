/** Every conversation that matches, as a CSV file in the columns shown. */
import { afterOtherTasks } from '../../controllers/after-other-tasks.js';
import type { ScopeProperties } from '../../controllers/scope-properties.js';
import { formatCsv, type CsvCell } from '../../core/format/csv.js';
import type { ConversationRow } from '../../core/query.js';
import { toLocalTime } from '../../core/time/zone.js';
import { csvBlob, exportFile } from '../shared/export-file.js';
import { cellTime, cellValue, TIME_COLUMNS, type CellWords, type Column } from './columns.js';
import type { ListQuery } from './list-query.js';

const PAGE_SIZE = 200;

export interface ExportRows {
  source: Pick<NonNullable<ScopeProperties['source']>, 'conversations'>;
  list: ListQuery;
  columns: readonly Column[];
  words: CellWords;
  signal: AbortSignal;
}

export function exportRows(host: HTMLElement, { source, list, columns, words, signal }: ExportRows): Promise<boolean> {
  const content = async () => csvBlob(toCsv(await fetchRows(source, list, signal), columns, list.timeZone, words));
  return exportFile(host, { format: 'csv', filename: `conversation-list-${list.from}-${list.to}.csv`, content });
}

/** Asks page by page and lets the browser work in between. Conversations that move between pages meanwhile are there once. */
export async function fetchRows(source: Pick<NonNullable<ScopeProperties['source']>, 'conversations'>, query: ListQuery, signal: AbortSignal): Promise<ConversationRow[]> {
  const rows = new Map<string, ConversationRow>();
  for (let page = 1; ; page++) {
    const answer = await source.conversations({ ...query, page, pageSize: PAGE_SIZE }, { signal });
    for (const row of answer.rows) rows.set(row.id, row);
    if (answer.rows.length === 0 || page * PAGE_SIZE >= answer.total) return [...rows.values()];
    await afterOtherTasks();
    signal.throwIfAborted();
  }
}

/** Times are those of the zone, which the head names. */
export function toCsv(rows: readonly ConversationRow[], columns: readonly Column[], timeZone: string, words: CellWords): string {
  const head = columns.map(({ id, label }) => (TIME_COLUMNS.includes(id) ? `${label} (${timeZone})` : label));
  return formatCsv(head, rows.map((row) => columns.map(({ id }): CsvCell => (TIME_COLUMNS.includes(id) ? localText(cellTime(row, id), timeZone) : cellValue(row, id, words)))));
}

function localText(at: number, timeZone: string): string {
  const { date, hour, minute } = toLocalTime(at, timeZone);
  return `${date} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
