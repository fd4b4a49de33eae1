/** Questions about the published facts: every metric, dimension, grain and kind of filter, over ranges and zones where days are odd. */
import { SORT_KEYS } from '../../../core/answer/engine.js';
import { CATALOGUE } from '../../../core/metrics/catalogue.js';
import { CONVERSATION_DIMENSIONS } from '../../../core/tables/all-tables.js';
import type { ConversationsQuery, Filters, Grain, MetricsQuery } from '../../../core/query.js';
import { CALENDAR_GRAINS, FOLDED_GRAINS } from '../../../core/time/grain.js';
import { PUBLISHED_NOW } from './published-facts.js';

const RANGE = { from: '2026-03-27', to: '2026-04-10', timeZone: 'Europe/Berlin', now: PUBLISHED_NOW } as const;
const COMPARE = { from: '2026-03-20', to: '2026-04-02' };
const ZONES = [
  'UTC',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
  'America/St_Johns',
];
const FILTERS: readonly Filters[] = [
  { channel: ['web'] },
  { '!channel': ['web', 'sms'] },
  { channel: [''] },
  { tag: ['Größe', 'other'] },
  { status: ['routed', 'closed'] },
  { outcome: ['unresolved'] },
  { skill: ['order-status'] },
  { '!skill': ['order-status'] },
  { goal: ['booked'] },
  { language: ['ko'], region: ['north', 'south'] },
  { channel: ['no such'] },
  { '!status': ['open'], segment: ['vip', ''] },
];
const NOWS = ['2026-03-27T00:00:00Z', '2026-03-29T01:30:00Z', '2026-04-02T20:41:00.000Z', '2027-01-01T00:00:00Z'];

const ALL = CATALOGUE.map(({ id }) => id);
const DURATIONS = CATALOGUE.filter(({ unit, formula }) => unit === 'duration' && formula.op === 'mean').flatMap(
  ({ id }) => [`${id}:median`, `${id}:p90`],
);
/** As many as one question may name. */
const FIRST = ALL.slice(0, 40);
const REST = [...ALL.slice(40), ...DURATIONS].slice(0, 40);
const SOME = ['total-volume', 'ai-resolved-rate', ...DURATIONS.slice(0, 1)];

export function publishedMetricsQuestions(): MetricsQuery[] {
  const both = (query: Partial<MetricsQuery>): MetricsQuery[] =>
    [FIRST, REST].filter((metrics) => metrics.length > 0).map((metrics) => ({ metrics, ...RANGE, ...query }));
  const some = (query: Partial<MetricsQuery>): MetricsQuery => ({ metrics: SOME, ...RANGE, ...query });
  return [
    ...both({}),
    ...both({ compare: COMPARE }),
    ...[...CALENDAR_GRAINS, ...FOLDED_GRAINS].flatMap((grain) => both({ grain })),
    ...CONVERSATION_DIMENSIONS.flatMap((groupBy) => both({ groupBy, compare: COMPARE })),
    ...CONVERSATION_DIMENSIONS.flatMap((groupBy) => [
      some({ groupBy, grain: 'day', limit: 2 }),
      some({ groupBy, grain: 'week', compare: COMPARE }),
    ]),
    ...FILTERS.flatMap((filters) => [...both({ filters }), some({ filters, grain: 'day', groupBy: 'status' })]),
    ...ZONES.flatMap((timeZone) =>
      (['hour', 'day', 'hour-of-week'] as Grain[]).map((grain) =>
        some({ timeZone, grain, from: '2026-03-28', to: '2026-04-06' }),
      ),
    ),
    ...NOWS.flatMap((now) => [...both({ now }), some({ now, groupBy: 'status', grain: 'day' })]),
    ...([1, 6, 7] as const).map((weekStart) => some({ weekStart, grain: 'week', compare: COMPARE })),
    some({ from: '2020-01-01', to: '2020-01-03', grain: 'day' }),
    some({ from: '2030-01-01', to: '2030-01-01' }),
    some({ from: '2026-03-29', to: '2026-03-29', grain: 'hour' }),
  ];
}

export function publishedListQuestions(): ConversationsQuery[] {
  const ask = (query: Partial<ConversationsQuery>): ConversationsQuery => ({ ...RANGE, pageSize: 10, ...query });
  return [
    ...SORT_KEYS.flatMap((key) => [ask({ sort: key }), ask({ sort: `-${key}`, page: 2 })]),
    ...FILTERS.map((filters) => ask({ filters, pageSize: 50 })),
    ...['total-volume', 'ai-resolved', 'add-to-cart', 'link-clicks', 'ai-revenue', 'chat-opens']
      .filter((id) => ALL.includes(id))
      .map((metric) => ask({ metric, pageSize: 50 })),
    ...['parcel', 'STRASSE', 'cafe', '배송', 'ada', 'talk 1/', 'nowhere', ' thank  you '].map((search) =>
      ask({ search, pageSize: 50 }),
    ),
    ...NOWS.map((now) => ask({ now })),
    ask({ ids: ['talk 1/a', 'talk 2/ä', 'nobody'] }),
    ask({ fromInstant: '2026-03-29T00:00:00Z', toInstant: '2026-03-30T00:00:00Z' }),
    ask({ page: 99 }),
  ];
}

/** Conversations that are asked for by their ids. */
export const PUBLISHED_IDS: readonly string[] = ['talk 1/a', 'talk 2/ä', 'talk 8/ä', 'talk 10/a', 'talk 12/A'];
export const PUBLISHED_RANGE = RANGE;
