import { expect } from 'chai';
import fc from 'fast-check';
import type { AgentData } from '../../../src/core/facts/agent-data.js';
import type { Conversation } from '../../../src/core/facts/conversations.js';
import type { Order } from '../../../src/core/facts/orders.js';
import type { MetricAnswer, MetricsQuery } from '../../../src/core/query.js';
import { sourceOf } from '../../fixtures/make-facts.js';

const START = Date.UTC(2026, 2, 27);
const DAYS = 5;
const at = fc.integer({ min: -36, max: (DAYS + 1) * 24 * 4 }).map((quarters) => START + quarters * 900_000);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const product = fc.constantFrom('shoe', 'hat');
const list = <T>(value: fc.Arbitrary<T>) => fc.array(value, { maxLength: 3 });

const conversation: fc.Arbitrary<Omit<Conversation, 'id'>> = fc.record(
  {
    startedAt: at,
    channel: maybe(fc.constantFrom('sms', 'web-chat', 'other', '')),
    messages: maybe(
      list(
        fc.record(
          {
            at,
            from: fc.constantFrom('visitor' as const, 'agent' as const, 'human' as const),
            text: fc.constant(''),
            skill: maybe(fc.constantFrom('faq', 'orders')),
          },
          { requiredKeys: ['at', 'from', 'text'] },
        ),
      ),
    ),
    handoffs: maybe(list(fc.record({ at, by: fc.constantFrom('ticket' as const, 'message' as const) }))),
    clicks: maybe(list(fc.record({ at, productId: product }))),
    cartAdds: maybe(list(fc.record({ at, productId: product, quantity: fc.nat(5) }))),
    closedAt: maybe(at),
    profile: maybe(fc.constantFrom('p1', 'p2')),
  },
  { requiredKeys: ['startedAt'] },
) as never;

const order: fc.Arbitrary<Omit<Order, 'id'>> = fc.record({
  at,
  profileId: fc.constantFrom('p1', 'p2'),
  items: list(fc.record({ productId: product, amount: fc.nat(1000) })),
});

const numbered = <R extends object>(records: R[]): (R & { id: string })[] =>
  records.map((record, index) => ({ ...record, id: `r${index}` }));
/** The first record has every column, so that no metric lacks its data. */
const whole: Omit<Conversation, 'id'> = {
  startedAt: START,
  channel: 'sms',
  messages: [{ at: START, from: 'agent', text: '', skill: 'faq' }],
  handoffs: [],
  clicks: [],
  cartAdds: [],
  profile: 'p1',
};
const facts: fc.Arbitrary<AgentData> = fc
  .tuple(fc.array(conversation, { maxLength: 12 }), fc.array(order, { maxLength: 4 }))
  .map(([conversations, orders]) => ({ conversations: numbered([whole, ...conversations]), orders: numbered(orders) }));

const COUNTS = ['total-volume', 'ai-resolved', 'ai-revenue', 'add-to-cart', 'link-clicks', 'skill-uses', 'chat-opens'];
const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/St_Johns', 'Pacific/Apia');
const query = fc.record({ timeZone: zone, now: at.map((ms) => new Date(ms).toISOString()) });
const range = { from: '2026-03-27', to: '2026-03-31' };
const RUNS = { numRuns: 60 };

const ask = async (data: AgentData, rest: Partial<MetricsQuery>): Promise<[id: string, answer: MetricAnswer][]> =>
  Object.entries((await sourceOf(data).query({ metrics: COUNTS, ...range, timeZone: 'UTC', ...rest })).metrics);
const sum = (values: readonly (number | null)[]): number =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0);

describe('counts and sums over any facts', () => {
  const grain = fc.constantFrom(
    'hour',
    'day',
    'week',
    'month',
    'quarter',
    'year',
    'hour-of-day',
    'day-of-week',
    'day-of-month',
    'month-of-year',
    'hour-of-week',
  );

  it('the buckets of every grain add up to the total', () =>
    fc.assert(
      fc.asyncProperty(facts, query, grain, async (data, rest, by) => {
        for (const [id, { value, byBucket }] of await ask(data, { ...rest, grain: by }))
          expect(sum(byBucket!), id).to.equal(value);
      }),
      RUNS,
    ));

  it('the groups of a dimension with one value, and the rest, add up to the total', () =>
    fc.assert(
      fc.asyncProperty(
        facts,
        query,
        fc.constantFrom('channel', 'status', 'outcome'),
        maybe(fc.integer({ min: 1, max: 3 })),
        async (data, rest, groupBy, limit) => {
          for (const [id, { value, byGroup }] of await ask(data, { ...rest, groupBy, ...(limit && { limit }) }))
            expect(sum(byGroup!), id).to.equal(value);
        },
      ),
      RUNS,
    ));

  it('groups and buckets together add up to each', () =>
    fc.assert(
      fc.asyncProperty(facts, query, async (data, rest) => {
        for (const [id, { byGroup, byBucket, byGroupAndBucket }] of await ask(data, {
          ...rest,
          groupBy: 'channel',
          limit: 2,
          grain: 'day',
        })) {
          expect(byGroupAndBucket!.map(sum), id).to.deep.equal(byGroup);
          expect(
            byBucket!.map((_, bucket) => sum(byGroupAndBucket!.map((group) => group[bucket]!))),
            id,
          ).to.deep.equal(byBucket);
        }
      }),
      RUNS,
    ));

  it('a range in two parts adds up to the whole', () =>
    fc.assert(
      fc.asyncProperty(facts, query, fc.integer({ min: 27, max: 30 }), async (data, rest, day) => {
        const parts = await Promise.all([
          ask(data, { ...rest, to: `2026-03-${day}` }),
          ask(data, { ...rest, from: `2026-03-${day + 1}` }),
        ]);
        const total = await ask(data, rest);
        expect(total.map(([, { value }]) => value)).to.deep.equal(
          total.map((_, index) => sum(parts.map((part) => part[index]![1].value))),
        );
      }),
      RUNS,
    ));

  it('a filter and its opposite add up to the whole', () =>
    fc.assert(
      fc.asyncProperty(
        facts,
        query,
        fc.subarray(['sms', 'other', ''], { minLength: 1 }),
        async (data, rest, channel) => {
          const [only, others, total] = await Promise.all([
            ask(data, { ...rest, filters: { channel } }),
            ask(data, { ...rest, filters: { '!channel': channel } }),
            ask(data, rest),
          ]);
          expect(total.map(([, { value }]) => value)).to.deep.equal(
            total.map((_, index) => sum([only[index]![1].value, others[index]![1].value])),
          );
        },
      ),
      RUNS,
    ));
});

describe('any answer', () => {
  const metrics = [
    ...COUNTS,
    'ai-resolved-rate',
    'ai-order-value',
    'conversation-length',
    'average-response-time',
    'average-response-time:median',
    'unique-users',
    'returning-users',
  ];

  it('does not depend on the order of the records', () =>
    fc.assert(
      fc.asyncProperty(facts, query, fc.constantFrom('channel', 'skill'), async (data, rest, groupBy) => {
        const turned = { conversations: [...data.conversations!].reverse(), orders: [...data.orders!].reverse() };
        const asked = {
          metrics,
          ...range,
          ...rest,
          groupBy,
          grain: 'day' as const,
          compare: { from: '2026-03-25', to: '2026-03-28' },
        };
        expect(await sourceOf(turned).query(asked)).to.deep.equal(await sourceOf(data).query(asked));
      }),
      RUNS,
    ));

  it('does not depend on what the source was asked before', () =>
    fc.assert(
      fc.asyncProperty(facts, fc.array(query, { minLength: 2, maxLength: 4 }), async (data, asked) => {
        const source = sourceOf(data);
        for (const rest of asked)
          expect(await source.query({ metrics, ...range, ...rest })).to.deep.equal(
            await sourceOf(data).query({ metrics, ...range, ...rest }),
          );
      }),
      { numRuns: 30 },
    ));

  it('lists as many conversations as it counts', () =>
    fc.assert(
      fc.asyncProperty(facts, query, fc.constantFrom('status', 'channel'), async (data, rest, groupBy) => {
        const source = sourceOf(data);
        for (const metric of ['total-volume', 'ai-resolved', 'chat-opens']) {
          const answer = await source.query({ metrics: [metric], ...range, ...rest, groupBy });
          const { value, byGroup } = answer.metrics[metric]!;
          expect((await source.conversations({ ...range, ...rest, metric })).total, metric).to.equal(value);
          for (const [index, group] of answer.groups!.entries()) {
            expect(
              (await source.conversations({ ...range, ...rest, metric, filters: { [groupBy]: [group] } })).total,
              `${metric} ${group}`,
            ).to.equal(byGroup![index]);
          }
        }
      }),
      { numRuns: 30 },
    ));
});
