/** The searchable record of conversations, row by row: filtered, searched, sorted, paged. */
import { matches, toRow } from '../../../src/core/answer/list.js';
import type { ConversationState } from '../../../src/core/tables/conversation-state.js';
import type { ListRequest, SortKey } from '../../../src/core/answer/engine.js';
import { foldText } from '../../../src/core/answer/fold-text.js';
import { compareCodePoints } from '../../../src/core/answer/groups.js';
import { profileName } from '../../../src/core/facts/conversations.js';
import type { ConversationsPage } from '../../../src/core/query.js';
import { keyOf } from './aggregate.js';
import type { Snapshot } from './build-tables.js';
import type { FactTable } from './fact-table.js';
import { isWithin, rowTest, timesOf } from './row-selection.js';

export function listConversations(snapshot: Snapshot, request: ListRequest): ConversationsPage {
  const { ids, search } = request;
  const found = contributing(snapshot, request).filter(
    (state) => (!ids || ids.has(state.record.id)) && (!search || matches(state, search)),
  );
  const sorted = sortStates(found, request.sort.key, request.sort.descending);
  const start = (request.page - 1) * request.pageSize;
  const rows = sorted.slice(start, start + request.pageSize).map((state) => toRow(state, request.search));
  return { rows, total: found.length, page: request.page, pageSize: request.pageSize };
}

/** Each conversation once that has a row of the leaf in the span. */
export function contributing(
  { tables, states }: Snapshot,
  request: Pick<ListRequest, 'leaf' | 'sharing' | 'span' | 'filters'>,
): ConversationState[] {
  const table = tables.get(request.leaf.fact)!;
  const accept = rowTest(request.leaf, table, request);
  const times = timesOf(table, request.leaf.at);
  const rows: number[] = [];
  for (let row = 0; row < table.length; row++) if (isWithin(times[row], request.span) && accept(row)) rows.push(row);
  const found = new Set(sharedRows(rows, table, request.sharing).map((row) => table.parentRow(row)));
  return [...found].map((row) => states[row]!);
}

function sharedRows(rows: number[], table: FactTable, sharing: ListRequest['sharing']): number[] {
  if (!sharing) return rows;
  const valueOf = keyOf(sharing.columns, table);
  const counts = new Map<string | null, number>();
  for (const row of rows) counts.set(valueOf(row), (counts.get(valueOf(row)) ?? 0) + 1);
  return rows.filter((row) => counts.get(valueOf(row))! >= sharing.atLeast);
}

type SortValue = string | number | null;

const SORT_VALUES: Record<SortKey, (state: ConversationState) => SortValue> = {
  'first-question': ({ firstQuestion }) => folded(firstQuestion),
  profile: ({ record }) => folded(profileName(record.profile)),
  channel: ({ record }) => folded(record.raw.channel),
  status: ({ verdict }) => verdict.status,
  outcome: ({ outcome }) => outcome,
  tag: ({ record }) => folded(record.raw.tag),
  messages: ({ messageCount }) => messageCount,
  'started-at': ({ record }) => record.startedAt,
  'updated-at': ({ updatedAt }) => updatedAt,
};

/** What folds to nothing, as an accent alone, has nothing to sort by. */
const folded = (text: string | null | undefined): string | null => foldText(text ?? '') || null;

/** Missing values come last in both directions, ties go by id. */
function sortStates(states: readonly ConversationState[], key: SortKey, descending: boolean): ConversationState[] {
  const keyed = states.map((state) => ({ state, value: SORT_VALUES[key](state) }));
  keyed.sort((a, b) => {
    if (a.value === null || b.value === null)
      return (
        Number(a.value === null) - Number(b.value === null) || compareCodePoints(a.state.record.id, b.state.record.id)
      );
    const order = compareValues(a.value, b.value);
    return (descending ? -order : order) || compareCodePoints(a.state.record.id, b.state.record.id);
  });
  return keyed.map(({ state }) => state);
}

function compareValues(a: string | number, b: string | number): number {
  return typeof a === 'string' && typeof b === 'string' ? compareCodePoints(a, b) : Number(a) - Number(b);
}
