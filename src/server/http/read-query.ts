/** The question of a request, from its address or its body, in the shape of the contract and nothing beside it. */
import type { Context } from 'hono';
import * as z from 'zod/mini';
import { showValue } from '../../core/format/show-value.js';
import { fromSearchParams } from '../../contract/query-parameters.js';
import { QueryError, inParameter } from '../../core/query-error.js';
import { ProblemError } from '../problem.js';
import { isTimeZone } from '../../contract/wire-schemas.js';
import { DEFAULT_LIMITS, atMost } from '../../core/answer/limits.js';
import type { ConversationsQuery, DateRange, Filters, MetricsAnswer, MetricsQuery } from '../../core/query.js';
import { countBuckets } from '../../core/time/buckets.js';
import { daysBetween, isCalendarDate } from '../../core/time/calendar.js';
import type { ResolvedLimits } from './handler-options.js';

export function readParameters<Q>(c: Context, schema: z.ZodMiniType): Q {
  return checked<Q>(
    schema,
    inParameter('filters', () => fromSearchParams(new URL(c.req.url).searchParams)),
  );
}

export async function readBody<Q>(c: Context, schema: z.ZodMiniType): Promise<Q> {
  return checked<Q>(schema, await readJson(c));
}

/** What changes something is JSON by name: a page of another origin cannot send that unasked. */
export function requireJson({ req }: Context, ...types: string[]): void {
  const type = req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type === undefined || !['application/json', ...types].includes(type)) {
    throw new ProblemError(
      415,
      'content-type',
      `The body is ${showValue(type ?? 'without a type')}. Send it with Content-Type: ${['application/json', ...types].join(' or ')}.`,
    );
  }
}

export async function readJson(c: Context): Promise<unknown> {
  try {
    return JSON.parse(await readText(c)) as unknown;
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw new ProblemError(400, 'bad-json', 'The body is not JSON.');
  }
}

async function readText(c: Context): Promise<string> {
  requirePlain(c);
  return (await c.req.text()).replace(/^\uFEFF/, '');
}

export async function readBytes(c: Context): Promise<Uint8Array> {
  requirePlain(c);
  return new Uint8Array(await c.req.arrayBuffer());
}

function requirePlain({ req }: Context): void {
  const encoding = req.header('content-encoding');
  if (encoding !== undefined && encoding !== 'identity')
    throw new ProblemError(415, 'content-encoding', `The body is encoded as ${showValue(encoding)}. Send it as it is.`);
}

/** Fields that no query has are dropped, so that none reaches an engine. */
function checked<Q>(schema: z.ZodMiniType, value: unknown): Q {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ProblemError(400, 'bad-query', `The body is ${showValue(value)}. Use an object.`);
  const result = z.safeParse(schema, value);
  if (result.success) return result.data as Q;
  const [issue] = result.error.issues;
  const name = issue?.path.join('.') ?? '';
  const given = issue?.path.reduce<unknown>(
    (part, key) => (part as Record<PropertyKey, unknown> | null | undefined)?.[key],
    value,
  );
  const what =
    given === undefined
      ? `The parameter "${name}" is missing.`
      : `The parameter "${name}" is ${showValue(given)}, which does not fit.`;
  throw new ProblemError(400, 'bad-query', `${what} The contract is at openapi.json.`, String(issue?.path[0] ?? ''));
}

type Scope = DateRange & { timeZone: string; filters?: Filters };

/** What is no date or zone is left to the engine, which says so. */
export function checkScopeSize({ from, to, filters = {} }: Scope, limits: ResolvedLimits): void {
  checkDays('from', { from, to }, limits);
  const values = Object.values(filters).reduce((sum, list) => sum + 1 + list.length, 0);
  if (values > limits.filters)
    throw new QueryError('filters', `The filters have ${values} names and values. Use up to ${limits.filters}.`);
}

/** Groups come at most so many at a time, then the rest. */
export function checkMetricsQuery(query: MetricsQuery, limits: ResolvedLimits): MetricsQuery {
  checkScopeSize(query, limits);
  const { metrics, compare, groupBy, limit } = query;
  atMost('metrics', 'metrics', metrics.length, limits.metrics);
  if (compare) checkDays('compare', compare, limits);
  for (const range of compare ? [query, compare] : [query])
    atMost('grain', 'buckets', bucketCount(query, range), limits.buckets);
  const isNarrower = groupBy !== undefined && limits.groups < DEFAULT_LIMITS.groups;
  return isNarrower ? { ...query, limit: Math.min(limit ?? limits.groups, limits.groups) } : query;
}

/** Refuses questions that are too large before an engine begins with them. */
export function checkConversationsQuery(query: ConversationsQuery, limits: ResolvedLimits): ConversationsQuery {
  checkScopeSize(query, limits);
  const { search = '', ids = [] } = query;
  if (search.length > limits.search)
    throw new QueryError('search', `search has ${search.length} characters. Use up to ${limits.search}.`);
  if (ids.length > limits.ids)
    throw new QueryError('ids', `ids is a list of ${ids.length}. Use a list of up to ${limits.ids} texts.`);
  return query;
}

/** How many groups there are is known only with the answer. */
export function checkAnswerSize(answer: MetricsAnswer, limits: ResolvedLimits): MetricsAnswer {
  const cells = Object.keys(answer.metrics).length * (answer.groups?.length || 1) * (answer.buckets?.length || 1);
  atMost('groupBy', 'cells', cells, limits.cells);
  return answer;
}

function bucketCount({ grain, timeZone, weekStart = 1 }: MetricsQuery, { from, to }: DateRange): number {
  if (!grain || !isTimeZone(timeZone) || !isRange({ from, to })) return 0;
  return countBuckets({ from, to, timeZone, grain, weekStart });
}

function checkDays(parameter: string, range: DateRange, { days }: ResolvedLimits): void {
  const asked = isRange(range) ? daysBetween(range.from, range.to) + 1 : 0;
  if (asked > days)
    throw new QueryError(parameter, `The range ${range.from}/${range.to} has ${asked} days. Use up to ${days}.`);
}

const isRange = ({ from, to }: DateRange): boolean => isCalendarDate(from) && isCalendarDate(to) && from <= to;
