/** The columns of the table: which there are, how each sorts, and what stands in them as plain text. */
import { profileName } from '../../core/facts/conversations.js';
import { formatCsv, type CsvCell } from '../../core/format/csv.js';
import type { ConversationRow } from '../../core/query.js';
import { toOutcome } from '../../core/status/conversation-status.js';
import { parseInstant } from '../../core/time/instant.js';
import { localText } from '../shared/export-file.js';
import type { TableColumn } from '../shared/records-table/view.js';
import { dimensionWord, valueWord, type Words } from '../shared/words.js';

export const DEFAULT_COLUMNS = ['first-question', 'profile', 'channel', 'status', 'tag', 'messages', 'updated-at'];
const SORTABLE: readonly string[] = [...DEFAULT_COLUMNS, 'outcome', 'started-at'];
/** Columns that begin with the most or the latest. */
const DESCENDS_FIRST: readonly string[] = ['messages', 'updated-at', 'started-at'];
const TIME_COLUMNS: readonly string[] = ['updated-at', 'started-at'];

/** Columns by their ids, each once. An id that the kit does not know is a field of the rows by that name. */
export function toColumns(ids: readonly string[], { messages }: Pick<Words, 'messages'>): TableColumn[] {
  const words = new Map<string, string>(Object.entries(messages.table.columns));
  return [...new Set(ids)].map((id) => ({
    id,
    label: words.get(id) ?? dimensionWord(id, messages, ids),
    isSortable: SORTABLE.includes(id),
    isNumber: id === 'messages',
  }));
}

/** The sort after a head was pressed: another column begins its own way, the same one turns round. */
export function nextSort(sort: string, id: string): string {
  if (sort === id) return `-${id}`;
  if (sort === `-${id}`) return id;
  return DESCENDS_FIRST.includes(id) ? `-${id}` : id;
}

/** `null`: nothing there. Times are as in the data. */
export function cellValue(
  row: ConversationRow,
  id: string,
  { messages, formats, description }: Words,
): string | number | null {
  switch (id) {
    case 'first-question':
      return row.firstQuestion;
    case 'profile':
      return profileName(row.profile) ?? messages.thread.anonymous;
    case 'status':
      return valueWord('status', row.status, messages, formats, description);
    case 'outcome':
      return valueWord('outcome', toOutcome(row.status), messages, formats, description);
    case 'started-at':
      return row.startedAt;
    case 'updated-at':
      return row.updatedAt;
    default:
      return otherValue(row, id, { messages, formats, description });
  }
}

/** Epoch milliseconds of a time column. */
export function cellTime(row: ConversationRow, id: string): number {
  return parseInstant(id === 'started-at' ? row.startedAt : row.updatedAt);
}

function otherValue(
  row: ConversationRow,
  id: string,
  { messages, formats, description }: Words,
): string | number | null {
  const value = new Map<string, unknown>(Object.entries(row)).get(id);
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value === '') return null;
  return id === 'id' ? value : valueWord(id, value, messages, formats, description);
}

/** Times are those of the zone, which the head names. */
export function toCsv(
  rows: readonly ConversationRow[],
  columns: readonly TableColumn[],
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
