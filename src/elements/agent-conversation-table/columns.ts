/** The columns of the table: which there are, how each sorts, and what stands in them as plain text. */
import { profileName } from '../../core/profile-name.js';
import type { ConversationRow } from '../../core/query.js';
import { toOutcome } from '../../core/status/conversation-status.js';
import { parseInstant } from '../../core/time/instant.js';
import { dimensionWord, valueWord, type Words } from '../shared/words.js';

export type { Words };

export interface Column {
  id: string;
  label: string;
  /** Sorts by the key of its own name. */
  isSortable: boolean;
  isNumber: boolean;
}

export const DEFAULT_COLUMNS = ['first-question', 'profile', 'channel', 'status', 'tag', 'messages', 'updated-at'];
const SORTABLE: readonly string[] = [...DEFAULT_COLUMNS, 'outcome', 'started-at'];
/** What one wants to see the most or the latest of first. */
const DESCENDS_FIRST: readonly string[] = ['messages', 'updated-at', 'started-at'];
export const TIME_COLUMNS: readonly string[] = ['updated-at', 'started-at'];

/** Columns by their ids, each once. An id that the kit does not know is a field of the rows by that name. */
export function toColumns(ids: readonly string[], { messages }: Pick<Words, 'messages'>): Column[] {
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

export function ariaSort(sort: string, id: string): 'ascending' | 'descending' | undefined {
  if (sort === id) return 'ascending';
  return sort === `-${id}` ? 'descending' : undefined;
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
