import { expect } from 'chai';
import fc from 'fast-check';
import { answerList } from '../../../../src/core/engine/answer-list.js';
import { answerQuery } from '../../../../src/core/engine/answer-query.js';
import { SORT_KEYS, type MetricsEngine } from '../../../../src/core/engine/engine.js';
import { Catalogue } from '../../../../src/core/metrics/catalogue.js';
import { defineMetric } from '../../../../src/core/metrics/define-metric.js';
import { count, distinct, mean, quantile, ratio, stock, sum } from '../../../../src/core/metrics/definition.js';
import { formatInstant } from '../../../../src/core/time/instant.js';
import { toOutwardConversation } from '../../../../src/sources/outward-conversation.js';
import * as random from './random-facts.js';
import { ColumnarFacts, inParts, OWN, plainEngine, type SomeFacts } from './two-engines.js';

const own = (id: string, formula: Parameters<typeof defineMetric>[0]['formula'], fact = 'conversations', at = 'startedAt') =>
  defineMetric({ id, fact, at, formula, unit: 'points', better: 'neither', label: id });
const METRICS = [
  own('cost', sum('cost')), own('mean-score', mean('score')), own('middle-cost', quantile('cost', 0.3)), own('score-and-cost', sum({ plus: ['score', 'cost'] })),
  own('plans', distinct(['plan', 'tag'])), own('busy-tags', distinct('tag', { havingAtLeast: 2 })), own('ids', distinct('id')), own('costs', distinct('cost')),
  own('there', stock()), own('there-before', stock({ when: 'start', where: { channel: 'a' } })), own('asked-at', count(), 'answeredRuns', 'askedAt'), own('said-by-start', count(), 'messages', 'startedAt'),
  own('sold-per-user', ratio(sum('value'), distinct('user')), 'attributedItems', 'at'), own('low', count({ where: [{ score: { atMost: 0 } }, { plan: { known: false } }] })), own('missed', count({ where: { missed: true, skill: ['a', ''] } }), 'messages', 'at'),
];
const CATALOGUE = new Catalogue(METRICS);
const IDS = [...CATALOGUE.ids, 'average-response-time:median', 'bot-response-time:p90'];

const dimension = fc.constantFrom('channel', 'status', 'outcome', 'tag', 'skill', 'goal', 'plan', 'region', 'page');
const filters = fc.oneof(fc.constant({}), fc.dictionary(fc.tuple(fc.constantFrom('', '!'), dimension).map((parts) => parts.join('')), fc.array(fc.constantFrom('a', 'b', 'B', '', 'resolved', 'open', 'unresolved', 'sms', 'high'), { maxLength: 3 }), { maxKeys: 2 }));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const query = fc.record({
  metrics: fc.subarray(IDS, { minLength: 1, maxLength: 8 }), filters, now: random.now, groupBy: maybe(dimension), limit: maybe(fc.integer({ min: 1, max: 3 })),
  grain: maybe(fc.constantFrom('hour', 'day', 'week', 'day-of-week', 'hour-of-day')), compare: maybe(fc.constant({ from: '2026-03-25', to: '2026-03-29' })),
});
const list = fc.record({
  metric: fc.constantFrom(...IDS.filter((id) => id !== 'time-saved')), filters, now: random.now, search: random.phrase, sort: fc.tuple(fc.constantFrom('', '-'), fc.constantFrom(...SORT_KEYS)).map((parts) => parts.join('')),
  page: fc.integer({ min: 1, max: 3 }), pageSize: fc.integer({ min: 1, max: 12 }), ids: maybe(fc.array(fc.constantFrom('c01', 'c02', 'c03', 'ä1', '🙂', 'none'))),
});
const facts = fc.record({ conversations: random.conversations, orders: maybe(random.orders), articles: maybe(random.articles), skills: maybe(fc.constant(['a', 'unused'])) });

const defined = <T extends object>(record: T) => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as { [K in keyof T]-?: Exclude<T[K], undefined> };
const toFacts = (given: object) => defined(given) as unknown as SomeFacts;
const context = (engine: MetricsEngine) => ({ engine, catalogue: CATALOGUE, clock: () => 0 });
const answer = (engine: MetricsEngine, asked: { now: number }) => answerQuery({ ...random.RANGE, ...defined(asked), now: formatInstant(asked.now) } as never, context(engine));
const page = (engine: MetricsEngine, asked: { now: number }) => answerList({ ...random.RANGE, ...defined(asked), now: formatInstant(asked.now) }, context(engine));

async function columnar({ conversations, ...others }: SomeFacts, settings: object, lengths: readonly number[], between: (engine: MetricsEngine) => Promise<unknown> = async () => undefined) {
  const kept = new ColumnarFacts(settings).setOthers(others);
  for (const part of inParts(conversations, lengths)) {
    kept.append(part);
    await between(kept.engine);
  }
  return kept.engine;
}

describe('the columnar engine answers as the plain one', () => {
  it('questions about any metric, at any now', () => fc.assert(
    fc.asyncProperty(facts, random.settings, random.splits, fc.array(query, { minLength: 1, maxLength: 4 }), async (given, settings, lengths, asked) => {
      const data = toFacts(given);
      const plain = plainEngine(data, settings);
      const engine = await columnar(data, settings, lengths, (one) => answer(one, asked[0]!));
      for (const one of asked) expect(await answer(engine, one)).to.deep.equal(await answer(plain, one));
    }), { numRuns: 80 }));

  it('lists of any metric, searched, sorted and paged', () => fc.assert(
    fc.asyncProperty(facts, random.settings, random.splits, fc.array(list, { minLength: 1, maxLength: 5 }), async (given, settings, lengths, asked) => {
      const data = toFacts(given);
      const plain = plainEngine(data, settings);
      const engine = await columnar(data, settings, lengths, (one) => page(one, asked[0]!));
      for (const one of asked) {
        expect(await page(engine, one)).to.deep.equal(await page(plain, one));
        expect(await page(engine, { ...one, page: 1 } as never)).to.deep.equal(await page(plain, { ...one, page: 1 } as never));
      }
    }), { numRuns: 120 }));

  it('what the facts are, questions and single conversations', () => fc.assert(
    fc.asyncProperty(facts, random.settings, random.splits, fc.array(random.now, { minLength: 1, maxLength: 4 }), filters, async (given, settings, lengths, nows, filtered) => {
      const data = toFacts(given);
      const plain = plainEngine(data, settings);
      const engine = await columnar(data, settings, lengths, (one) => one.describe(nows[0]!));
      expect((await engine.facts()).supplied).to.deep.equal((await plain.facts()).supplied);
      for (const now of nows) {
        expect(await engine.describe(now)).to.deep.equal(await plain.describe(now));
        expect(await engine.asOf(now)).to.equal(await plain.asOf(now));
        const request = { span: { start: random.START, end: now + 1 }, filters: filtered, now };
        expect(await engine.questions(request)).to.deep.equal(await plain.questions(request));
        for (const id of new Set(['none', ...data.conversations.map((one) => one.id)])) {
          const [one, other] = await Promise.all([engine.conversation(id, now), plain.conversation(id, now)]);
          expect(one && toOutwardConversation(one, Object.keys(OWN)), id).to.deep.equal(other && toOutwardConversation(other, Object.keys(OWN)));
        }
      }
    }), { numRuns: 100 }));
});
