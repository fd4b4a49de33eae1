/** Questions that the random facts can be asked, and the metrics they are about. */
import fc from 'fast-check';
import { answerList } from '../../../src/core/answer/list.js';
import { answerRecords } from '../../../src/core/answer/records.js';
import { answerQuery } from '../../../src/core/answer/query.js';
import { SORT_KEYS, type MetricsEngine } from '../../../src/core/answer/engine.js';
import { isRecordTable } from '../../../src/core/tables/all-tables.js';
import { Catalogue } from '../../../src/core/metrics/catalogue.js';
import { defineMetric } from '../../../src/core/metrics/define-metric.js';
import {
  constant,
  count,
  difference,
  distinct,
  mean,
  quantile,
  ratio,
  stock,
  sum,
} from '../../../src/core/metrics/definition.js';
import { formatInstant } from '../../../src/core/time/instant.js';
import * as random from './random-facts.js';
import type { SomeFacts } from './two-engines.js';

const own = (
  id: string,
  formula: Parameters<typeof defineMetric>[0]['formula'],
  fact = 'conversations',
  at = 'startedAt',
) => defineMetric({ id, fact, at, formula, unit: 'points', better: 'neither', label: id });
export const METRICS = [
  own('cost', sum('cost')),
  own('mean-score', mean('score')),
  own('middle-cost', quantile('cost', 0.3)),
  own('score-and-cost', sum({ plus: ['score', 'cost'] })),
  own('plans', distinct(['plan', 'tag'])),
  own('busy-tags', distinct('tag', { havingAtLeast: 2 })),
  own('ids', distinct('id')),
  own('costs', distinct('cost')),
  own('there', stock()),
  own('there-before', stock({ when: 'start', where: { channel: 'a' } })),
  own('asked-at', count(), 'answeredRuns', 'askedAt'),
  own('said-by-start', count(), 'messages', 'startedAt'),
  own('sold-per-user', ratio(sum('value'), distinct('user')), 'attributedItems', 'at'),
  own('low', count({ where: [{ score: { atMost: 0 } }, { plan: { known: false } }] })),
  own('missed', count({ where: { missed: true, skill: ['a', ''] } }), 'messages', 'at'),
  own('not-resolved', difference(count(), count({ where: { status: 'resolved' } }))),
  own('understood-rate', difference(constant(1), ratio(count({ where: { missed: true } }), count())), 'messages', 'at'),
  own('rated', sum('rating'), 'ratings', 'at'),
];
const CATALOGUE = new Catalogue(METRICS);
/** Metrics of conversations; those of other records have tests of their own. */
const IDS = [
  ...CATALOGUE.ids.filter((id) => !isRecordTable(CATALOGUE.get(id).fact)),
  'average-response-time:median',
  'bot-response-time:p90',
];

const dimension = fc.constantFrom('channel', 'status', 'outcome', 'tag', 'skill', 'goal', 'plan', 'region', 'page');
export const filters = fc.oneof(
  fc.constant({}),
  fc.dictionary(
    fc.tuple(fc.constantFrom('', '!'), dimension).map((parts) => parts.join('')),
    fc.array(fc.constantFrom('a', 'b', 'B', '', 'resolved', 'open', 'unresolved', 'sms', 'high'), { maxLength: 3 }),
    { maxKeys: 2 },
  ),
);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
export const query = fc.record({
  metrics: fc.subarray(IDS, { minLength: 1, maxLength: 8 }),
  filters,
  now: random.now,
  groupBy: maybe(dimension),
  limit: maybe(fc.integer({ min: 1, max: 3 })),
  grain: maybe(fc.constantFrom('hour', 'day', 'week', 'day-of-week', 'hour-of-day')),
  compare: maybe(fc.constant({ from: '2026-03-25', to: '2026-03-29' })),
});
export const list = fc.record({
  metric: fc.constantFrom(...IDS.filter((id) => id !== 'time-saved' && id !== 'understood-rate')),
  filters,
  now: random.now,
  search: random.phrase,
  sort: fc.tuple(fc.constantFrom('', '-'), fc.constantFrom(...SORT_KEYS)).map((parts) => parts.join('')),
  page: fc.integer({ min: 1, max: 3 }),
  pageSize: fc.integer({ min: 1, max: 12 }),
  ids: maybe(fc.array(fc.constantFrom('c01', 'c02', 'c03', 'ä1', '🙂', 'none'))),
});
export const recordList = fc.record({
  metric: fc.constantFrom(...IDS.filter((id) => id !== 'time-saved')),
  filters,
  now: random.now,
  sort: fc.constantFrom('at', '-at', 'value', '-value'),
  page: fc.integer({ min: 1, max: 3 }),
  pageSize: fc.integer({ min: 1, max: 6 }),
});
export const facts = fc.record({
  conversations: random.conversations,
  orders: maybe(random.orders),
  articles: maybe(random.articles),
  skills: maybe(fc.constant(['a', 'unused'])),
});

const defined = <T extends object>(record: T) =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]-?: Exclude<T[K], undefined>;
  };
export const toFacts = (given: object) => defined(given) as unknown as SomeFacts;
const context = (engine: MetricsEngine) => ({ engine, catalogue: CATALOGUE, clock: () => 0 });
export const answer = (engine: MetricsEngine, asked: { now: number }) =>
  answerQuery({ ...random.RANGE, ...defined(asked), now: formatInstant(asked.now) } as never, context(engine));
export const page = (engine: MetricsEngine, asked: { now: number }) =>
  answerList({ ...random.RANGE, ...defined(asked), now: formatInstant(asked.now) }, context(engine));
export const records = (engine: MetricsEngine, asked: { now: number }) =>
  answerRecords({ ...random.RANGE, ...defined(asked), now: formatInstant(asked.now) } as never, context(engine));
