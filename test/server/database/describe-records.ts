/** What holds for every database of records beside conversations: it answers as the page does, however they came. */
import { expect } from 'chai';
import fc from 'fast-check';
import { answerQuery } from '../../../src/core/answer/query.js';
import { answerRecords } from '../../../src/core/answer/records.js';
import { ColumnarEngine } from '../../../src/core/columnar/columnar-engine.js';
import { timeForRuns } from './time-for-runs.js';
import type { MetricsEngine } from '../../../src/core/answer/engine.js';
import { latestVersions, orderVersion } from '../../../src/core/tables/versions.js';
import { toLiveSpans } from '../../../src/core/answer/live-spans.js';
import { toOrderRecord } from '../../../src/core/tables/conversation-record.js';
import type { AgentData, Live } from '../../../src/core/facts/agent-data.js';
import { RECORD_FACTS } from '../../../src/core/facts/registry.js';
import { resolveSettings, type MetricSettings } from '../../../src/core/settings.js';
import { formatInstant } from '../../../src/core/time/instant.js';
import type { FactDatabase, FactWrite } from '../../../src/server/database/fact-database.js';
import * as random from '../../core/answer/records/random-records.js';
import type { DatabaseUnderTest } from './describe-database.js';

const OWN = { columns: random.OWN };
const catalogue = random.RECORD_CATALOGUE;
const clock = () => 0;

/** Versions of one time are told apart by their order, which shuffling loses; who has no id gets one, so that the same twice is the same. */
function settled(data: AgentData): AgentData {
  const lists = Object.entries(data).map(([fact, list]) => [
    fact,
    [
      ...new Map(
        (list as { id?: string }[]).map((one, place) => [one.id ?? `#${place}`, { ...one, id: one.id ?? `#${place}` }]),
      ).values(),
    ],
  ]);
  return Object.fromEntries(lists) as AgentData;
}

function pageEngine(data: AgentData, settings: MetricSettings, live: Live | undefined): MetricsEngine {
  const engine = new ColumnarEngine({ settings: resolveSettings(settings), ...OWN });
  if (data.orders) engine.setOrders(latestVersions(data.orders.map(toOrderRecord), orderVersion));
  for (const fact of RECORD_FACTS) if (data[fact]) engine.addRecords(fact, data[fact]);
  engine.setFields(live === undefined ? {} : { live: toLiveSpans(live)! });
  return engine;
}

export function describeRecords(name: string, { open, runs = 60, mostMs = 15_000 }: DatabaseUnderTest): void {
  const opened = new Map<string, Promise<FactDatabase>>();
  let tenants = 0;

  function database(settings: MetricSettings): Promise<FactDatabase> {
    const key = JSON.stringify(settings);
    const known = opened.get(key) ?? open({ settings: resolveSettings(settings), columns: random.OWN });
    opened.set(key, known);
    return known;
  }

  /** In shuffled parts, the first of them twice; some first in another version that links to others. */
  async function written(
    data: AgentData,
    settings: MetricSettings,
    live: Live | undefined,
    order: fc.Stream<number>,
  ): Promise<MetricsEngine> {
    const tenant = (await database(settings)).tenant(`r${tenants++}`);
    const parts: FactWrite[] = Object.entries(data).flatMap(([fact, list]) => {
      const half = Math.ceil((list as unknown[]).length / 2);
      return [{ [fact]: (list as unknown[]).slice(0, half) }, { [fact]: (list as unknown[]).slice(half) }];
    });
    const ranks = [...order.take(parts.length)];
    const shuffled = parts
      .map((part, index) => ({ part, rank: ranks[index]! }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ part }) => part);
    for (const part of [...shuffled, ...shuffled.slice(0, 1)]) await tenant.write(part);
    if (live !== undefined) await tenant.write({ fields: { live } });
    return tenant.engine();
  }

  const given = {
    data: random.recordFacts.map(settled),
    settings: random.recordSettings,
    live: random.live,
    order: fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
  };

  describe(`${name} keeps records beside conversations`, () => {
    afterAll(async () => {
      for (const one of opened.values()) await (await one).close();
    });

    it('and answers about them as the page does', () => {
      const isOver = timeForRuns(mostMs);
      return fc.assert(
        fc.asyncProperty(
          fc.record(given),
          fc.array(random.recordQuery, { minLength: 1, maxLength: 3 }),
          fc.array(random.recordList, { minLength: 1, maxLength: 6 }),
          async ({ data, settings, live, order }, queries, lists) => {
            if (isOver()) return;
            const page = pageEngine(data, settings, live);
            const base = await written(data, settings, live, order);
            const [there, here] = await Promise.all([base.facts(), page.facts()]);
            expect([...there.supplied].sort()).to.deep.equal([...here.supplied].sort());
            for (const query of queries) {
              const asked = { ...random.RECORD_RANGE, ...query, now: formatInstant(query.now) } as never;
              expect(await answerQuery(asked, { engine: base, catalogue, clock })).to.deep.equal(
                await answerQuery(asked, { engine: page, catalogue, clock }),
              );
              expect(await base.describe(query.now)).to.deep.equal(await page.describe(query.now));
            }
            for (const list of lists) {
              const asked = { ...random.RECORD_RANGE, ...list, now: formatInstant(list.now) } as never;
              expect(await answerRecords(asked, { engine: base, catalogue, clock })).to.deep.equal(
                await answerRecords(asked, { engine: page, catalogue, clock }),
              );
            }
          },
        ),
        { numRuns: runs },
      );
    });
  });
}
