/** What holds for every database of facts: it answers as the plain engine does, however the facts came. */
import { expect } from 'chai';
import fc from 'fast-check';
import { timeForRuns } from './time-for-runs.js';
import type { MetricsEngine } from '../../../src/core/answer/engine.js';
import { resolveSettings, type MetricSettings } from '../../../src/core/settings.js';
import type { FactDatabase, FactWrite } from '../../../src/server/database/fact-database.js';
import type { FactOptions } from '../../../src/server/database/sql-facts.js';
import { toOutwardConversation } from '../../../src/core/facts/outward.js';
import * as random from '../../core/columnar/random-facts.js';
import {
  answer,
  facts,
  filters,
  list,
  page,
  query,
  recordList,
  records,
  toFacts,
} from '../../core/columnar/random-questions.js';
import { inParts, OWN, plainEngine, type SomeFacts } from '../../core/columnar/two-engines.js';

export interface DatabaseUnderTest {
  /** A database for these settings; the same one may serve many tenants. */
  open(options: FactOptions): Promise<FactDatabase>;
  /** Random runs of each property. */
  runs?: number;
  /** Longest a property runs, once it has run. Default 25,000. */
  mostMs?: number;
}

/** No database keeps halves of characters, so none is supplied. */
const wellFormed = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value), (_, one: unknown) => (typeof one === 'string' ? one.toWellFormed() : one)) as T;
const seeds = fc.record({
  lengths: fc.array(fc.nat(12), { maxLength: 3 }),
  order: fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
});

/** Zones whose days, half hours and clock changes differ, and ranges of a day to 15 years. */
const scope = fc.record({
  timeZone: fc.constantFrom(
    'Europe/Berlin',
    'UTC',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'America/St_Johns',
    'Pacific/Chatham',
    'Pacific/Apia',
    'Africa/Casablanca',
  ),
  range: fc.constantFrom(
    { from: '2026-03-26', to: '2026-04-01' },
    { from: '2026-03-29', to: '2026-03-29' },
    { from: '2026-02-20', to: '2026-04-30' },
    { from: '2011-12-01', to: '2026-12-31' },
  ),
  weekStart: fc.constantFrom(1, 6, 7),
  grain: fc.constantFrom(
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
    undefined,
  ),
});
/** An hour of 15 years would be more buckets than any answer has. */
const isAnswerable = ({ range, grain }: { range: { from: string }; grain?: string | undefined }) =>
  !(range.from < '2020' && (grain === 'hour' || grain === 'day'));
const question = fc
  .tuple(query, scope.filter(isAnswerable))
  .map(([asked, { range, ...rest }]) => ({ ...asked, ...range, ...rest }));

export function describeDatabase(name: string, { open, runs = 25, mostMs = 12_000 }: DatabaseUnderTest): void {
  const opened = new Map<string, Promise<FactDatabase>>();
  let tenants = 0;

  function database(settings: MetricSettings): Promise<FactDatabase> {
    const key = JSON.stringify(settings);
    const known = opened.get(key) ?? open({ settings: resolveSettings(settings), columns: { conversations: OWN } });
    opened.set(key, known);
    return known;
  }

  /** Writes the facts in shuffled batches, each kind in parts, under a new tenant; the neighbours' facts are there too. */
  async function written(
    data: SomeFacts,
    settings: MetricSettings,
    { lengths, order }: { lengths: number[]; order: fc.Stream<number> },
  ): Promise<MetricsEngine> {
    const tenant = (await database(settings)).tenant(`t${tenants++}`);
    const batches: FactWrite[] = [
      ...inParts(data.conversations, lengths)
        .filter((part) => part.length > 0)
        .map((conversations) => ({ conversations })),
      ...(data.orders ? inParts(data.orders, [2]).map((orders) => ({ orders })) : []),
      ...(data.articles ? [{ articles: data.articles }] : []),
      ...(data.skills ? [{ fields: { skills: [...data.skills] } }] : []),
    ];
    const ranks = [...order.take(batches.length)];
    const shuffled = batches.map((batch, index) => ({ batch, rank: ranks[index]! })).sort((a, b) => a.rank - b.rank);
    await tenant.write({ conversations: [] });
    for (const { batch } of shuffled) await tenant.write(batch);
    // The same again changes nothing.
    if (shuffled[0]) await tenant.write(shuffled[0].batch);
    return tenant.engine();
  }

  /** Versions of one time are told apart by their order, which shuffling loses. */
  const withoutTies = (data: SomeFacts): SomeFacts => ({
    ...data,
    conversations: [...new Map(data.conversations.map((one) => [one.id, one])).values()],
    ...(data.orders && { orders: [...new Map(data.orders.map((one) => [one.id, one])).values()] }),
  });

  const given = facts.map((data) => withoutTies(wellFormed(toFacts(data))));

  describe(`${name} answers as the plain engine`, () => {
    afterAll(async () => {
      for (const one of opened.values()) await (await one).close();
    });

    it('questions about any metric, at any now', () => {
      const isOver = timeForRuns(mostMs);
      return fc.assert(
        fc.asyncProperty(
          given,
          random.settings,
          seeds,
          fc.array(question, { minLength: 1, maxLength: 6 }),
          async (data, settings, seed, asked) => {
            if (isOver()) return;
            const plain = plainEngine(data, settings);
            const engine = await written(data, settings, seed);
            // Twice, since answers about facts at rest are kept.
            for (const one of [...asked, ...asked])
              expect(await answer(engine, one)).to.deep.equal(await answer(plain, one));
          },
        ),
        { numRuns: runs },
      );
    });

    it('lists of any metric, searched, sorted and paged', () => {
      const isOver = timeForRuns(mostMs);
      return fc.assert(
        fc.asyncProperty(
          given,
          random.settings,
          seeds,
          fc.array(list, { minLength: 1, maxLength: 8 }),
          async (data, settings, seed, asked) => {
            if (isOver()) return;
            const plain = plainEngine(data, settings);
            const engine = await written(data, settings, seed);
            for (const one of [...asked, ...asked]) {
              const clean = wellFormed(one);
              expect(await page(engine, clean)).to.deep.equal(await page(plain, clean));
            }
          },
        ),
        { numRuns: runs },
      );
    });

    it('the conversations behind any metric, with what each gave', () => {
      const isOver = timeForRuns(mostMs);
      return fc.assert(
        fc.asyncProperty(
          given,
          random.settings,
          seeds,
          fc.array(recordList, { minLength: 1, maxLength: 6 }),
          async (data, settings, seed, asked) => {
            if (isOver()) return;
            const plain = plainEngine(data, settings);
            const engine = await written(data, settings, seed);
            for (const one of asked) expect(await records(engine, one)).to.deep.equal(await records(plain, one));
          },
        ),
        { numRuns: runs },
      );
    });

    it('what the facts are, questions and single conversations', () => {
      const isOver = timeForRuns(mostMs);
      return fc.assert(
        fc.asyncProperty(
          given,
          random.settings,
          seeds,
          fc.array(random.now, { minLength: 1, maxLength: 3 }),
          filters,
          async (data, settings, seed, nows, filtered) => {
            if (isOver()) return;
            const plain = plainEngine(data, settings);
            const engine = await written(data, settings, seed);
            expect((await engine.facts()).supplied).to.deep.equal((await plain.facts()).supplied);
            for (const now of nows) {
              expect(await engine.describe(now)).to.deep.equal(await plain.describe(now));
              expect(await engine.asOf(now)).to.equal(await plain.asOf(now));
              const request = { span: { start: random.START, end: now + 1 }, filters: filtered, now };
              expect(await engine.questions(request)).to.deep.equal(await plain.questions(request));
              for (const id of new Set(['none', ...data.conversations.map((one) => one.id)])) {
                const [one, other] = await Promise.all([engine.conversation(id, now), plain.conversation(id, now)]);
                expect(one && toOutwardConversation(one, Object.keys(OWN)), id).to.deep.equal(
                  other && toOutwardConversation(other, Object.keys(OWN)),
                );
              }
            }
          },
        ),
        { numRuns: runs },
      );
    });
  });
}
