/** Descriptions and answers by hand, about the first week of June 2026. */
import type { MetricAnswer, MetricsAnswer, MetricsQuery, SourceDescription } from '../../../src/core/query.js';
import { ScriptedSource } from './scripted-source.js';

export const NOW = '2026-06-07T12:00:00Z';
export const DAYS = ['2026-06-01', '2026-06-02', '2026-06-03', '2026-06-04', '2026-06-05', '2026-06-06', '2026-06-07'];

export function description(rest: Partial<SourceDescription> = {}): SourceDescription {
  return {
    facts: { conversations: 70 },
    first: '2026-01-01T08:00:00Z',
    last: '2026-06-07T11:00:00Z',
    timeZone: 'UTC',
    currency: 'EUR',
    dimensions: {
      channel: { values: ['web-chat', 'sms'], truncated: false },
      status: { values: ['resolved', 'routed', 'closed', 'open'], truncated: false },
      tag: { values: ['delivery', 'returns'], truncated: false },
    },
    metrics: ['total-volume'],
    settings: {},
    refused: { count: 0, first: [] },
    ...rest,
  };
}

/** Seven days, the last of them not over. */
export function answer(metrics: Record<string, MetricAnswer>, rest: Partial<MetricsAnswer> = {}): MetricsAnswer {
  return {
    asOf: '2026-06-07T11:00:00.000Z',
    buckets: DAYS,
    partial: DAYS.map((_, day) => day === 6),
    metrics,
    ...rest,
  };
}

export const WEB_CHAT = [5, 6, 7, 8, 9, 10, 4];
export const SMS = [1, 2, 3, 4, 5, 6, 0];
const add = (a: number[], b: number[]) => a.map((value, index) => value + b[index]!);
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

/** Web chat and SMS, 70 conversations. */
export function volumeAnswer(): MetricsAnswer {
  const metric = {
    value: sum(WEB_CHAT) + sum(SMS),
    byBucket: add(WEB_CHAT, SMS),
    byGroup: [sum(WEB_CHAT), sum(SMS)],
    byGroupAndBucket: [WEB_CHAT, SMS],
  };
  return answer({ 'total-volume': metric }, { groups: ['web-chat', 'sms'] });
}

export function headlineAnswer(): MetricsAnswer {
  return answer({
    'total-volume': {
      value: 12_345,
      previous: 10_000,
      byBucket: [1, 2, 3, 4, 5, 6, 7],
      previousByBucket: [1, 1, 1, 1, 1, 1, 1],
    },
    'ai-resolved': { value: 40, previous: 50, byBucket: [1, 2, 3, 4, 5, 6, 7] },
    'ai-resolved-rate': { value: 0.571, previous: 0.625, byBucket: [0.1, null, 0.3, 0.4, 0.5, 0.6, 0.7] },
    'ai-revenue': { value: 123_456, previous: 0, byBucket: [0, 0, 0, 0, 0, 0, 1] },
    'add-to-cart': { value: 0, previous: 0, byBucket: [0, 0, 0, 0, 0, 0, 0] },
    'link-clicks': { value: null, reason: 'no-data' },
    'ai-order-value': { value: null, previous: null, byBucket: [null, null, null, null, null, null, null] },
  });
}

export function emptyAnswer({ metrics, groupBy }: MetricsQuery): MetricsAnswer {
  const nothing = { value: 0, byBucket: DAYS.map(() => 0), ...(groupBy && { byGroup: [], byGroupAndBucket: [] }) };
  return answer(Object.fromEntries(metrics.map((metric) => [metric, nothing])), groupBy ? { groups: [] } : {});
}

export function unknownAnswer({ metrics }: MetricsQuery): MetricsAnswer {
  return answer(Object.fromEntries(metrics.map((metric) => [metric, { value: null, reason: 'no-data' as const }])));
}

/** The volume chart's answer where groups are asked for, else the headline numbers. */
export const answerFor = (query: MetricsQuery): MetricsAnswer => (query.groupBy ? volumeAnswer() : headlineAnswer());

/** Labels in the place of the days, where a question wants others. */
const LABELS: Partial<Record<NonNullable<MetricsQuery['grain']>, (place: number) => string>> = {
  hour: (place) => `2026-06-07T0${place}:00Z`,
  'hour-of-week': (place) => `${place + 1}T08`,
};

function relabelled(query: MetricsQuery, reply: MetricsAnswer): MetricsAnswer {
  const label = LABELS[query.grain ?? 'day'];
  return label && reply.buckets === DAYS ? { ...reply, buckets: DAYS.map((_, place) => label(place)) } : reply;
}

/** A source that answers at once. */
export const answering = (
  reply: (query: MetricsQuery) => MetricsAnswer = answerFor,
  rest: Partial<SourceDescription> = {},
) => new ScriptedSource(description(rest), (query) => relabelled(query, reply(query)));

/** A source whose questions wait for the test. */
export const waiting = (rest: Partial<SourceDescription> = {}) => new ScriptedSource(description(rest));
