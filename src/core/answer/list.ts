/** Answers a `ConversationsQuery`: which conversations stand behind a range, a bar or a metric. */
import type { MetricDefinition } from '../metrics/definition.js';
import { isRecordTable } from '../tables/all-tables.js';
import { measuredColumns } from '../metrics/aggregates.js';
import { planMetrics } from '../metrics/plan.js';
import type { ConversationRow, ConversationsPage, ConversationsQuery, SearchMatch } from '../query.js';
import { QueryError, inParameter } from '../query-error.js';
import type { ResolvedSettings } from '../settings.js';
import { formatInstant, parseInstant } from '../time/instant.js';
import { toInstants } from '../time/range.js';
import { answerability } from './answerable.js';
import type { AnswerContext } from './query.js';
import { type ListRequest, SORT_KEYS, type SortKey, type Span } from './engine.js';
import { findPhrase, foldPhrase, foldText } from './fold-text.js';
import { checkScope } from './limits.js';
import type { ConversationState } from '../tables/conversation-state.js';

export const MAX_PER_PAGE = 200;
export const MAX_IDS = 10_000;

export async function answerList(
  query: ConversationsQuery,
  { engine, catalogue, clock }: Omit<AnswerContext, 'limits'>,
): Promise<ConversationsPage> {
  const facts = await engine.facts();
  const now = checkScope(query, facts, clock);
  const { page, pageSize } = pageOf(query);
  const sort = parseSort(query.sort ?? '-updated-at');
  const ids = checkIds(query.ids);
  const definition = inParameter('metric', () => catalogue.get(query.metric ?? 'total-volume'));
  const span = toSpan(query, now);
  const behind = contributingRows(definition, facts.settings);
  if (isRecordTable(behind.leaf.fact))
    throw new QueryError(
      'metric',
      `Metric "${definition.id}" has no conversations behind it: it counts ${behind.leaf.fact}. Ask for its records.`,
    );
  if (!answerability(definition, facts, query).value) return { rows: [], total: 0, page, pageSize };
  const request: ListRequest = {
    ...behind,
    span,
    filters: query.filters ?? {},
    ...(ids && { ids: new Set(ids) }),
    now,
    search: foldPhrase(query.search ?? ''),
    sort,
    page,
    pageSize,
  };
  return engine.list(request);
}

/** The rows that a metric counts, or those of its numerator where it is a ratio. */
function contributingRows(
  definition: MetricDefinition,
  settings: ResolvedSettings,
): Pick<ListRequest, 'leaf' | 'sharing'> {
  let { formula } = definition;
  while (formula.op === 'ratio' || formula.op === 'difference' || formula.op === 'scale' || formula.op === 'total') {
    formula = formula.op === 'scale' ? formula.of : formula.of[0];
  }
  const [leaf] = planMetrics([{ ...definition, formula }], settings).leaves;
  if (!leaf)
    throw new QueryError('metric', `Metric "${definition.id}" has no conversations behind it: it counts no fact.`);
  return {
    leaf: { ...leaf, known: [...leaf.known, ...measuredColumns(leaf)] },
    ...(leaf.op === 'distinct' &&
      leaf.havingAtLeast > 1 && { sharing: { columns: leaf.of, atLeast: leaf.havingAtLeast } }),
  };
}

export function pageOf({ page = 1, pageSize = 25 }: Pick<ConversationsQuery, 'page' | 'pageSize'>): {
  page: number;
  pageSize: number;
} {
  return {
    page: wholeNumber('page', page, Number.MAX_SAFE_INTEGER),
    pageSize: wholeNumber('pageSize', pageSize, MAX_PER_PAGE),
  };
}

/** The query's instants, cut off at now. */
export function toSpan(
  query: Pick<ConversationsQuery, 'from' | 'to' | 'timeZone' | 'fromInstant' | 'toInstant'>,
  now: number,
): Span {
  const { start, end } = toInstants(query, query.timeZone);
  const { fromInstant, toInstant } = query;
  const from =
    fromInstant === undefined
      ? start
      : Math.max(
          start,
          inParameter('fromInstant', () => parseInstant(fromInstant)),
        );
  const to =
    toInstant === undefined
      ? end
      : Math.min(
          end,
          inParameter('toInstant', () => parseInstant(toInstant)),
        );
  return { start: from, end: Math.min(to, now + 1) };
}

function checkIds(ids: readonly string[] | undefined): readonly string[] | undefined {
  if (ids === undefined || (Array.isArray(ids) && ids.length <= MAX_IDS && ids.every((id) => typeof id === 'string')))
    return ids;
  throw new QueryError(
    'ids',
    `ids is ${Array.isArray(ids) && ids.length > MAX_IDS ? `a list of ${ids.length}` : JSON.stringify(ids)}. Use a list of up to ${MAX_IDS} texts.`,
  );
}

function parseSort(sort: string): ListRequest['sort'] {
  const descending = sort.startsWith('-');
  const key = descending ? sort.slice(1) : sort;
  if ((SORT_KEYS as readonly string[]).includes(key)) return { key: key as SortKey, descending };
  throw new QueryError(
    'sort',
    `Unknown sort key "${sort}". Use one of: ${SORT_KEYS.join(', ')}, with "-" in front to descend.`,
  );
}

function wholeNumber(name: string, value: number, most: number): number {
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw new QueryError(
    name,
    `${name} is ${value}. Use a whole number from 1${most === MAX_PER_PAGE ? ` to ${MAX_PER_PAGE}` : ''}.`,
  );
}

function searchedTexts({ record, messages, firstQuestion }: ConversationState): string[] {
  const { name, email, phone } = record.profile ?? {};
  const texts = [record.id, firstQuestion, name, email, phone].filter((text) => typeof text === 'string');
  return [...texts, ...(messages ?? []).map(({ raw }) => raw.text)];
}

/** Whether any text of the conversation contains the folded phrase. */
export function matches(state: ConversationState, phrase: string): boolean {
  return searchedTexts(state).some((text) => foldText(text).includes(phrase));
}

/** Makes the row of a list from a conversation, and finds a phrase in its texts. */
export function toRow(state: ConversationState, phrase: string): ConversationRow {
  const { record, verdict } = state;
  return {
    id: record.id,
    firstQuestion: state.firstQuestion,
    profile: record.profile,
    channel: record.raw.channel ?? null,
    status: verdict.status,
    tag: record.raw.tag ?? null,
    messages: state.messageCount,
    startedAt: formatInstant(record.startedAt),
    updatedAt: formatInstant(state.updatedAt),
    ...(phrase && { matches: findMatches(state, phrase) }),
  };
}

function findMatches({ messages, firstQuestion }: ConversationState, phrase: string): SearchMatch[] {
  const texts = messages ? messages.map(({ raw }) => raw.text) : [firstQuestion ?? ''];
  return texts.flatMap((text, messageIndex) => {
    const found = findPhrase(text, phrase);
    return found ? [{ messageIndex, ...found }] : [];
  });
}
