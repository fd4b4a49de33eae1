import { expect } from 'chai';
import fc from 'fast-check';
import { answerQuery } from '../../../src/core/answer/query.js';
import type { Conversation } from '../../../src/core/facts/conversations.js';
import { Catalogue } from '../../../src/core/metrics/catalogue.js';
import type { MetricAnswer, MetricsQuery } from '../../../src/core/query.js';
import { formatInstant } from '../../../src/core/time/instant.js';
import * as random from './random-facts.js';
import { ColumnarFacts, inParts } from './two-engines.js';

const COUNTS = ['total-volume', 'ai-resolved', 'ai-revenue', 'add-to-cart', 'link-clicks', 'skill-uses', 'chat-opens'];
const catalogue = new Catalogue();
const NOW = Date.UTC(2026, 5, 1);
const SKILLS = ['a'];
/** Has every column, so that no metric lacks its data. */
const WHOLE = {
  id: 'whole',
  startedAt: random.START,
  channel: 'a',
  profile: 'p1',
  messages: [{ at: random.START, from: 'agent', text: '', skill: 'a' }],
  clicks: [],
  cartAdds: [],
} satisfies Conversation;

function engineOf(conversations: readonly Conversation[], lengths: readonly number[] = []) {
  const kept = new ColumnarFacts().setOthers({ orders: [], skills: SKILLS });
  for (const part of inParts(conversations, lengths)) kept.append(part);
  return kept.engine;
}

async function ask(
  engine: ReturnType<typeof engineOf>,
  rest: Partial<MetricsQuery>,
): Promise<[id: string, answer: MetricAnswer][]> {
  const { metrics } = await answerQuery(
    { metrics: COUNTS, ...random.RANGE, now: formatInstant(NOW), ...rest },
    { engine, catalogue, clock: () => NOW },
  );
  return Object.entries(metrics);
}

const total = (values: readonly (number | null)[]) => values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
const facts = random.conversations.map((list) => [...list, WHOLE]);

describe('answers of the columnar engine add up', () => {
  it('over the buckets of any grain', () =>
    fc.assert(
      fc.asyncProperty(
        facts,
        fc.constantFrom('hour', 'day', 'week', 'month', 'hour-of-day', 'day-of-week'),
        async (list, grain) => {
          for (const [id, { value, byBucket }] of await ask(engineOf(list), { grain }))
            expect(total(byBucket!), id).to.equal(value);
        },
      ),
      { numRuns: 50 },
    ));

  it('over the groups of a dimension with one value, and the rest', () =>
    fc.assert(
      fc.asyncProperty(
        facts,
        fc.constantFrom('channel', 'status', 'outcome', 'plan'),
        fc.integer({ min: 1, max: 4 }),
        async (list, groupBy, limit) => {
          for (const [id, { value, byGroup }] of await ask(engineOf(list), { groupBy, limit }))
            if (byGroup) expect(total(byGroup), id).to.equal(value);
        },
      ),
      { numRuns: 50 },
    ));

  it('over the parts of a range', () =>
    fc.assert(
      fc.asyncProperty(facts, fc.integer({ min: 26, max: 30 }), async (list, day) => {
        const engine = engineOf(list);
        const [first, second, whole] = await Promise.all([
          ask(engine, { to: `2026-03-${day}` }),
          ask(engine, { from: `2026-03-${day + 1}` }),
          ask(engine, {}),
        ]);
        expect(whole.map(([, { value }]) => value)).to.deep.equal(
          whole.map((_, index) => total([first[index]![1].value, second[index]![1].value])),
        );
      }),
      { numRuns: 50 },
    ));
});

describe('conversations appended in any order and in any parts', () => {
  /** Versions of an id differ, so that one of them is the latest. */
  const versions = facts.map((list) => list.map((one, index) => ({ ...one, updatedAt: random.START + index * 1000 })));
  const shuffled = versions.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  );

  it('answer as those loaded at once', () =>
    fc.assert(
      fc.asyncProperty(shuffled, random.splits, random.now, async ([list, other], lengths, now) => {
        const [atOnce, appended] = [engineOf(list), engineOf(other, lengths)];
        const asked = {
          grain: 'day',
          groupBy: 'channel',
          compare: { from: '2026-03-25', to: '2026-03-29' },
          now: formatInstant(now),
        } as const;
        expect(await ask(appended, asked)).to.deep.equal(await ask(atOnce, asked));
        expect(await appended.describe(now)).to.deep.equal(await atOnce.describe(now));
        expect((await appended.facts()).supplied).to.deep.equal((await atOnce.facts()).supplied);
      }),
      { numRuns: 100 },
    ));
});
