/** A query as the parameters of a URL, and back: every field under its own name, `compare` as two, lists by commas, ids percent-encoded in theirs, filters as in the attribute. */
import { formatFilters, formatTexts, parseFilters, parseTexts } from '../core/filters.js';
import { inParameter } from '../core/query-error.js';
import type { ConversationsQuery, GapsQuery, MetricsQuery, QuestionsQuery, RecordsQuery } from '../core/query.js';

type AnyQuery = MetricsQuery | ConversationsQuery | GapsQuery | RecordsQuery | QuestionsQuery;

const NUMBERS = new Set(['limit', 'weekStart', 'page', 'pageSize']);

/** In the order of the names, so that equal queries are equal addresses. */
export function toSearchParams(query: AnyQuery): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (value === undefined || value === null) continue;
    if (name === 'compare') {
      parameters.set('compareFrom', (value as { from: string }).from);
      parameters.set('compareTo', (value as { to: string }).to);
    } else if (name === 'filters') parameters.set('filters', formatFilters(parseFilters(value as string)));
    else if (name === 'ids') parameters.set('ids', formatTexts(value as string[]));
    else parameters.set(name, Array.isArray(value) ? value.join(',') : String(value));
  }
  return parameters.toString();
}

/** The object the parameters stand for, unchecked. Throws a `TypeError` for filters that cannot be read, a `QueryError` for such ids. */
export function fromSearchParams(parameters: URLSearchParams): Record<string, unknown> {
  const query: Record<string, unknown> = {};
  const from = parameters.get('compareFrom');
  const to = parameters.get('compareTo');
  if (from !== null || to !== null) query['compare'] = { from: from ?? undefined, to: to ?? undefined };
  for (const [name, text] of parameters) {
    if (name === 'compareFrom' || name === 'compareTo') continue;
    if (name === 'metrics') query[name] = text.split(',').filter(Boolean);
    else if (name === 'ids') query[name] = inParameter('ids', () => parseTexts(text).filter(Boolean));
    else if (name === 'filters') query[name] = parseFilters(text);
    else query[name] = NUMBERS.has(name) ? toNumber(text) : text;
  }
  return query;
}

/** Text that is no number stays text, so that the schema names it. */
function toNumber(text: string): number | string {
  const value = Number(text);
  return text.trim() === '' || Number.isNaN(value) ? text : value;
}
