import type { Customer } from '../../../../src/core/facts/customers.js';
import type { Discount } from '../../../../src/core/facts/discounts.js';
import type { Survey } from '../../../../src/core/facts/surveys.js';
import { june } from '../../../fixtures/make-facts.js';
import type { Cases } from './cases.js';

const before = '2026-05-20T12:00:00Z';
const answer = (id: string, kind: Survey['kind'], value: number | undefined, rest: Partial<Survey> = {}): Survey => ({
  id,
  kind,
  answeredAt: june(3),
  ...(value !== undefined && { value }),
  ...rest,
});
const sent = (id: string, rest: Partial<Survey> = {}): Survey => ({ id, kind: 'csat', sentAt: june(2), ...rest });
const customer = (id: string, rest: Partial<Customer> = {}): Customer => ({ id, startedAt: before, ...rest });
const discount = (id: string, rest: Partial<Discount> = {}): Discount => ({ id, at: june(3), value: 500, ...rest });
const resolved = (id: string, customerAt: string[]) => ({
  id,
  createdAt: june(2, '00:00'),
  resolutions: [june(2, '12:00')],
  messages: customerAt.map((at) => ({ at, from: 'customer' as const })),
});

export const DESK_SATISFACTION: Cases = {
  csat: [
    {
      says: 'is positive ÷ answers, from 4 of 5 on',
      data: {
        surveys: [answer('a', 'csat', 5), answer('b', 'csat', 4), answer('c', 'csat', 3), answer('d', 'nps', 10)],
      },
      gives: 2 / 3,
    },
    {
      says: 'is null without answers in the range',
      data: { surveys: [answer('a', 'csat', 5, { answeredAt: before }), sent('b')] },
      gives: null,
    },
    {
      says: 'takes 80 % of another scale, and what was supplied first of all',
      data: {
        surveys: [
          answer('a', 'csat', 8, { scale: 10 }),
          answer('b', 'csat', 7, { scale: 10 }),
          answer('c', 'csat', 1, { positive: true }),
          answer('d', 'csat', undefined),
        ],
      },
      gives: 2 / 3,
    },
    {
      says: 'goes to the survey’s agent, else the ticket’s',
      data: {
        tickets: [{ id: 't', createdAt: before, agent: 'Ada' }],
        surveys: [answer('a', 'csat', 5, { ticketId: 't' }), answer('b', 'csat', 1, { agent: 'Bob', ticketId: 't' })],
      },
      gives: 0.5,
      query: { groupBy: 'agent' },
      byGroup: { Ada: 1, Bob: 0 },
    },
  ],
  nps: [
    {
      says: 'is promoters − detractors in per cent',
      data: { surveys: [10, 9, 8, 7, 6].map((value, index) => answer(`a${index}`, 'nps', value)) },
      gives: 20,
    },
    { says: 'is null without answers', data: { surveys: [answer('a', 'csat', 5)] }, gives: null },
    { says: 'goes down to −100', data: { surveys: [answer('a', 'nps', 0), answer('b', 'nps', 6)] }, gives: -100 },
  ],
  'customer-replies-per-ticket': [
    {
      says: 'does not count the opening message',
      data: {
        tickets: [
          resolved('a', [june(2, '00:00'), june(2, '02:00'), june(2, '03:00')]),
          resolved('b', [june(2, '00:00')]),
        ],
      },
      gives: 1,
    },
    {
      says: 'is null when nothing was resolved',
      data: { tickets: [{ ...resolved('a', [june(2)]), resolutions: [] }] },
      gives: null,
    },
    {
      says: 'counts what came before the resolution only',
      data: { tickets: [resolved('a', [june(2, '00:00'), june(2, '12:00'), june(2, '13:00')])] },
      gives: 0,
    },
  ],
  'survey-response-rate': [
    {
      says: 'is answered ÷ sent, by the sending',
      data: { surveys: [sent('a', { answeredAt: june(3) }), sent('b'), answer('c', 'csat', 5)] },
      gives: 0.5,
    },
    {
      says: 'is null when none was sent in the range',
      data: { surveys: [sent('a', { sentAt: before, answeredAt: june(3) })] },
      gives: null,
    },
    {
      says: 'does not know an answer that comes later',
      data: { surveys: [sent('a', { answeredAt: june(7, '12:01') }), sent('b', { answeredAt: june(7, '12:00') })] },
      gives: 0.5,
    },
  ],
  'churn-rate': [
    {
      says: 'is lost in the range ÷ there at the start',
      data: {
        customers: [
          customer('a', { lostAt: june(3) }),
          customer('b'),
          customer('c'),
          customer('d'),
          customer('e', { lostAt: before }),
        ],
      },
      gives: 0.25,
    },
    {
      says: 'is null when nobody was there',
      data: { customers: [customer('a', { startedAt: june(2), lostAt: june(3) })] },
      gives: null,
    },
    {
      says: 'leaves out who came and went in the range; days have starts of their own',
      data: { customers: [customer('a'), customer('b', { startedAt: june(2), lostAt: june(3) })] },
      gives: 0,
      query: { grain: 'day' },
      byBucket: [0, 0, 0.5, 0, 0, 0, 0],
    },
    {
      says: 'splits by reason what was lost, not who was there',
      data: { customers: [customer('a', { lostAt: june(3), lostReason: 'price' }), customer('b')] },
      gives: 0.5,
      query: { groupBy: 'reason', filters: { reason: ['price'] } },
    },
  ],
  'retention-rate': [
    {
      says: 'is who stayed ÷ there at the start',
      data: { customers: [customer('a', { lostAt: june(3) }), customer('b'), customer('c'), customer('d')] },
      gives: 0.75,
    },
    {
      says: 'is null when nobody was there',
      data: { customers: [customer('a', { startedAt: june(2), lostAt: june(3) })] },
      gives: null,
    },
    {
      says: 'does not count newcomers',
      data: { customers: [customer('a', { lostAt: june(3) }), customer('b', { startedAt: june(2) })] },
      gives: 0,
    },
  ],
  customers: [
    {
      says: 'are those at the end, by tier',
      data: {
        customers: [
          customer('a', { tier: 'gold' }),
          customer('b', { tier: 'gold', startedAt: june(2) }),
          customer('c', { tier: 'free' }),
          customer('d', { tier: 'free', lostAt: june(3) }),
        ],
      },
      gives: 3,
      query: { groupBy: 'tier' },
      byGroup: { gold: 2, free: 1 },
    },
    {
      says: 'are 0 before the first',
      data: { customers: [customer('a', { startedAt: june(5) })] },
      gives: 0,
      query: { to: '2026-06-03' },
    },
    {
      says: 'come and go from day to day',
      data: { customers: [customer('a', { startedAt: june(2), lostAt: june(4) })] },
      gives: 0,
      query: { grain: 'day' },
      byBucket: [0, 1, 1, 0, 0, 0, 0],
    },
  ],
  ces: [
    {
      says: 'is the mean of 1–7',
      data: { surveys: [answer('a', 'ces', 7), answer('b', 'ces', 4), answer('c', 'nps', 1)] },
      gives: 5.5,
    },
    { says: 'is null without answers', data: { surveys: [answer('a', 'nps', 7)] }, gives: null },
    {
      says: 'follows the customer’s segment',
      data: {
        customers: [customer('k', { segment: 'vip' })],
        surveys: [answer('a', 'ces', 7, { customerId: 'k' }), answer('b', 'ces', 1)],
      },
      gives: 7,
      query: { filters: { segment: ['vip'] } },
    },
  ],
  'discounts-granted': [
    {
      says: 'counts discounts',
      data: { discounts: [discount('a'), discount('b', { at: before }), discount('c')] },
      gives: 2,
    },
    { says: 'is 0 without any in the range', data: { discounts: [discount('a', { at: before })] }, gives: 0 },
    {
      says: 'tells accepted ones',
      data: { discounts: [discount('a', { accepted: true }), discount('b', { accepted: false }), discount('c')] },
      gives: 1,
      query: { filters: { accepted: ['true'] } },
    },
  ],
  'discounts-value': [
    { says: 'is the sum of values', data: { discounts: [discount('a'), discount('b', { value: 250 })] }, gives: 750 },
    { says: 'is 0 without any in the range', data: { discounts: [discount('a', { at: before })] }, gives: 0 },
    {
      says: 'splits by kind',
      data: {
        discounts: [
          discount('a', { kind: 'coupon' }),
          discount('b', { kind: 'coupon' }),
          discount('c', { kind: 'gift', value: 100 }),
        ],
      },
      gives: 1100,
      query: { groupBy: 'kind' },
      byGroup: { coupon: 1000, gift: 100 },
    },
  ],
};
