/** Random facts beside conversations, at few instants, so that many things happen at once; and questions about them. */
import fc from 'fast-check';
import type { AgentData, Live } from '../../../../src/core/facts/agent-data.js';
import { Catalogue, CATALOGUE } from '../../../../src/core/metrics/catalogue.js';
import { defineMetric } from '../../../../src/core/metrics/define-metric.js';
import {
  constant,
  count,
  difference,
  distinct,
  ratio,
  stock,
  sum,
  type Formula,
  type MetricDefinition,
} from '../../../../src/core/metrics/definition.js';
import { isRecordTable } from '../../../../src/core/tables/all-tables.js';
import type { MetricSettings } from '../../../../src/core/settings.js';

const START = Date.UTC(2026, 2, 27);
export const RECORD_RANGE = { from: '2026-03-27', to: '2026-03-31' } as const;

/** Of the range and around it, on the quarter hours. */
export const instant = fc.integer({ min: -40, max: 240 }).map((steps) => START + steps * 1_800_000);
const maybe = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 2, arbitrary: value }, { weight: 1, arbitrary: fc.constant(undefined) });
const list = <T>(value: fc.Arbitrary<T>, maxLength: number) => fc.array(value, { maxLength });
const some = fc.constantFrom('a', 'b', 'ä', '');
const product = fc.constantFrom('shoe', 'hat');
const record = <T>(
  required: Record<string, fc.Arbitrary<unknown>>,
  optional: Record<string, fc.Arbitrary<unknown>> = {},
) =>
  fc
    .record(
      { ...required, ...Object.fromEntries(Object.entries(optional).map(([name, value]) => [name, maybe(value)])) },
      { requiredKeys: Object.keys(required) },
    )
    .map((made) => Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)) as T);
const orNull = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: value }, { weight: 1, arbitrary: fc.constant(null) });
/** Sums of them are exact. */
const halves = fc.integer({ min: -9, max: 9 }).map((half) => half / 2);
const ids = (letter: string, most: number) => fc.integer({ min: 1, max: most }).map((number) => `${letter}${number}`);
const version = { updatedAt: instant };

const ticket = record(
  { id: ids('t', 9), createdAt: instant },
  {
    messages: list(
      record({ at: instant, from: fc.constantFrom('customer', 'agent', 'agent', 'note') }, { author: some }),
      6,
    ),
    assignments: list(record({ at: instant, agent: some }), 3),
    resolutions: list(instant, 2),
    reopenings: list(instant, 2),
    escalations: list(record({ at: instant, reason: fc.constantFrom('sla', 'other') }), 2),
    firstResponseDueAt: instant,
    resolutionDueAt: instant,
    firstAssignedAt: instant,
    firstResponseAt: instant,
    resolvedAt: instant,
    type: some,
    channel: some,
    network: some,
    region: some,
    agent: some,
    segment: some,
    priority: some,
    plan: orNull(some),
    effort: orNull(halves),
    ...version,
  },
);
const answer = fc.oneof(
  record({ kind: fc.constant('csat') }, { value: fc.integer({ min: 0, max: 5 }), positive: fc.boolean() }),
  record(
    { kind: fc.constant('csat'), scale: fc.constant(7) },
    { value: fc.integer({ min: 0, max: 14 }).map((half) => half / 2) },
  ),
  record({ kind: fc.constant('nps') }, { value: fc.integer({ min: 0, max: 10 }) }),
  record({ kind: fc.constant('ces') }, { value: fc.integer({ min: 1, max: 7 }) }),
);
const survey = fc
  .tuple(
    answer,
    record(
      { id: ids('s', 9) },
      {
        sentAt: instant,
        answeredAt: instant,
        ticketId: ids('t', 9),
        customerId: ids('c', 6),
        agent: some,
        segment: some,
        region: some,
        plan: some,
        effort: halves,
        ...version,
      },
    ),
  )
  .map(([one, other]) => ({ ...(one as object), ...(other as object) }));
const at = { at: instant };

/** Each list may be missing. */
export const recordFacts = record<AgentData>(
  {},
  {
    tickets: list(ticket, 8),
    surveys: list(survey, 8),
    customers: list(
      record(
        { id: ids('c', 6), startedAt: instant },
        { lostAt: instant, lostReason: some, segment: some, tier: some, industry: some, region: some, ...version },
      ),
      6,
    ),
    discounts: list(
      record(
        { id: ids('d', 5), ...at, value: fc.integer({ min: -50, max: 900 }) },
        { kind: some, accepted: fc.boolean() },
      ),
      4,
    ),
    accounts: list(record({ id: ids('a', 5), createdAt: instant }, { store: some }), 5),
    hubEvents: list(
      record(
        {
          ...at,
          accountId: ids('a', 3),
          kind: fc.constantFrom('opened', 'login', 'cart-added', 'cart-added', 'order-tracked', 'own-kind'),
        },
        { id: ids('h', 20), productId: product, quantity: fc.nat(3) },
      ),
      10,
    ),
    orders: list(
      record(
        {
          id: ids('o', 6),
          ...at,
          items: list(
            record({ productId: product, amount: fc.integer({ min: -9, max: 999 }) }, { quantity: fc.nat(4) }),
            3,
          ),
        },
        { accountId: ids('a', 3), cancelledAt: instant, store: some, margin: halves, ...version },
      ),
      6,
    ),
    checkouts: list(
      record({
        id: ids('k', 5),
        completedAt: instant,
        signedIn: fc.boolean(),
        total: fc.integer({ min: 0, max: 999 }),
      }),
      4,
    ),
    articleVisits: list(
      record(
        { ...at, articleId: ids('r', 2), session: ids('v', 3) },
        {
          id: ids('w', 20),
          seconds: fc.integer({ min: 0, max: 8000 }).map((tenths) => tenths / 10),
          interacted: fc.boolean(),
          store: some,
        },
      ),
      8,
    ),
    articleVotes: list(record({ ...at, articleId: ids('r', 2), value: fc.constantFrom('up', 'down') }), 4),
    forumTopics: list(record({ id: ids('f', 4), ...at }, { solvedAt: instant }), 4),
    forumPosts: list(record({ ...at, topicId: ids('f', 4) }), 4),
    socialPosts: list(
      record(
        { id: ids('p', 4), ...at, network: some },
        { likes: fc.nat(9), reposts: fc.nat(9), positiveReplies: fc.nat(9), positiveMentions: fc.nat(9) },
      ),
      4,
    ),
  },
);

const businessHours = {
  timeZone: 'Europe/Berlin',
  week: {
    1: [
      ['09:00', '12:00'],
      ['13:00', '17:30'],
    ],
    2: [['00:00', '24:00']],
    5: [['09:00', '17:00']],
    7: [['01:30', '04:00']],
  },
  holidays: ['2026-03-31'],
} as const;
export const recordSettings = fc.constantFrom<MetricSettings>({}, { hubHours: 20, businessHours });
export const live = fc.constantFrom<Live | undefined>(undefined, {
  hub: [{ since: START, until: START + 86_400_000 }, { since: START + 2 * 86_400_000 }],
});

const ofRecords = CATALOGUE.filter(({ fact }) => isRecordTable(fact));
const business = [
  'first-response-time:business',
  'response-time:business:p90',
  'resolution-time:business:median',
  'handle-time:business',
  'first-assign-time:business',
];
const own = (id: string, fact: string, at: string, formula: Formula) =>
  defineMetric({ id, fact, at, formula, unit: 'count', better: 'neither', label: id });
const DIFFERENCES = [
  own('kept', 'customers', 'startedAt', difference(stock({ when: 'start' }), distinct('customer', { at: 'lostAt' }))),
  own(
    'calm',
    'openTickets',
    'openFrom',
    difference(stock({ until: 'openUntil' }), count({ fact: 'slaEscalations', at: 'at' })),
  ),
  own(
    'unsolved-rate',
    'forumTopics',
    'at',
    difference(constant(1), ratio(count({ where: { solved: true } }), count())),
  ),
  own('likes', 'socialPosts', 'at', sum('engagement')),
  own(
    'unsaid',
    'surveyAnswers',
    'at',
    difference(count({ where: { kind: 'csat' } }), count({ where: { kind: 'csat' }, ignore: ['agent'] })),
  ),
  own('unvoted', 'articleVotes', 'at', difference(count(), count({ where: { vote: 'up' } }))),
  own('unescalated', 'tickets', 'createdAt', difference(stock(), count({ fact: 'slaEscalations', at: 'createdAt' }))),
  own('spent', 'hubItems', 'at', sum('value')),
  own(
    'never-ordered',
    'accounts',
    'createdAt',
    difference(stock(), distinct('account', { fact: 'hubItems', at: 'at' })),
  ),
];
/** Of facts with dimensions and without, of records that stand for themselves and of those derived together; a name of two facts. */
export const OWN = {
  tickets: { plan: 'text', effort: 'number' },
  surveys: { plan: 'text', effort: 'number' },
  accounts: { store: 'text' },
  orders: { store: 'text', margin: 'number' },
  articleVisits: { store: 'text' },
} as const;
export const OWN_METRICS: readonly MetricDefinition[] = [
  defineMetric({ id: 'own-effort', fact: 'resolutions', formula: { op: 'sum', of: 'effort' } }),
  defineMetric({
    id: 'own-effort-mean',
    fact: 'surveyAnswers',
    rows: { effort: { atLeast: -2 } },
    formula: { op: 'mean', of: 'effort' },
  }),
  defineMetric({
    id: 'own-effort-median',
    fact: 'tickets',
    at: 'createdAt',
    rows: { plan: { not: 'a' } },
    formula: { op: 'quantile', of: 'effort', q: 0.5 },
  }),
  defineMetric({ id: 'own-plans', fact: 'ticketReplies', formula: { op: 'distinct', of: ['plan', 'effort'] } }),
  defineMetric({ id: 'own-margin', fact: 'hubItems', formula: { op: 'sum', of: { plus: ['margin', 'value'] } } }),
];
export const RECORD_CATALOGUE = new Catalogue([...DIFFERENCES, ...OWN_METRICS]);
const IDS = [...DIFFERENCES, ...OWN_METRICS, ...ofRecords]
  .map(({ id }) => id)
  .concat(
    ofRecords
      .filter(({ formula, unit }) => formula.op === 'mean' && unit === 'duration')
      .map(({ id }) => `${id}:median`),
    business,
  );
const dimension = fc.constantFrom(
  'type',
  'channel',
  'network',
  'agent',
  'segment',
  'region',
  'kind',
  'tier',
  'reason',
  'accepted',
  'article',
  'plan',
  'plan',
  'store',
);
const filters = fc.oneof(
  { weight: 2, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.dictionary(
      fc.tuple(fc.constantFrom('', '!'), dimension).map((parts) => parts.join('')),
      fc.array(fc.constantFrom('a', 'b', '', 'csat', 'r1', 'true'), { minLength: 1, maxLength: 2 }),
      { maxKeys: 1 },
    ),
  },
);
const scope = {
  timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Kathmandu'),
  now: fc.oneof(instant, fc.constant(Date.UTC(2026, 5, 1))),
  filters,
};

export const recordQuery = record<{ metrics: string[]; now: number }>(
  { ...scope, metrics: fc.subarray(IDS, { minLength: 1, maxLength: 12 }) },
  {
    groupBy: dimension,
    limit: fc.integer({ min: 1, max: 3 }),
    grain: fc.constantFrom('hour', 'day', 'week', 'hour-of-week', 'day-of-week'),
    compare: fc.constant({ from: '2026-03-26', to: '2026-03-29' }),
  },
);
export const recordList = record<{ metric: string; now: number }>({
  ...scope,
  metric: fc.oneof(
    fc.constantFrom(...IDS),
    fc.constantFrom(...DIFFERENCES.map(({ id }) => id), 'inactive-accounts', 'retention-rate', 'nps', 'hub-revenue'),
  ),
  sort: fc.constantFrom('at', '-at', 'value', '-value'),
  page: fc.integer({ min: 1, max: 2 }),
  pageSize: fc.integer({ min: 1, max: 5 }),
});
