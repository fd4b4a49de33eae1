/** Tickets, surveys, hub events and their like: columns answer as rows counted one by one do. */
import { expect } from 'chai';
import fc from 'fast-check';
import { answerQuery } from '../../../src/core/answer/query.js';
import { answerRecords } from '../../../src/core/answer/records.js';
import { ColumnarEngine } from '../../../src/core/columnar/columnar-engine.js';
import { latestVersions, orderVersion } from '../../../src/core/tables/versions.js';
import { toLiveSpans } from '../../../src/core/answer/live-spans.js';
import { toOrderRecord } from '../../../src/core/tables/conversation-record.js';
import type { AgentData, Live } from '../../../src/core/facts/agent-data.js';
import { RECORD_FACTS } from '../../../src/core/facts/registry.js';
import { resolveSettings, type MetricSettings } from '../../../src/core/settings.js';
import { formatInstant } from '../../../src/core/time/instant.js';
import { MemoryEngine } from '../../oracle/row-engine/memory-engine.js';
import { RecordEngine as RowRecordEngine } from '../../oracle/row-engine/records/record-engine.js';
import * as random from '../answer/records/random-records.js';

async function bothEngines(
  data: AgentData,
  given: MetricSettings,
  live: Live | undefined,
  parts: readonly number[] = [],
): Promise<{ columns: ColumnarEngine; rows: MemoryEngine }> {
  const settings = resolveSettings(given);
  const orders = latestVersions((data.orders ?? []).map(toOrderRecord), orderVersion);
  const columns = new ColumnarEngine({ settings, columns: random.OWN });
  const records = new RowRecordEngine(settings, random.OWN);
  if (data.orders) columns.setOrders(orders);
  records.store.set(
    'orders',
    orders.map(({ raw }) => raw),
  );
  // Facts take turns, and a question comes in between.
  for (let start = 0, turn = 0; turn <= parts.length; start += parts[turn++]!) {
    for (const fact of RECORD_FACTS) {
      const part = data[fact]?.slice(start, turn < parts.length ? start + parts[turn]! : undefined);
      if (!part) continue;
      columns.addRecords(fact, part);
      records.store.add(fact, part);
      records.store.markSupplied(fact);
    }
    await columns.describe(Date.UTC(2026, 5, 10));
  }
  if (live !== undefined) {
    columns.setFields({ live: toLiveSpans(live)! });
    records.live = toLiveSpans(live);
  }
  const isOfRecords = (name: string) =>
    name === 'ticketMessages.author' || RECORD_FACTS.some((fact) => fact === name.split('.')[0]);
  expect([...(await columns.facts()).supplied].filter(isOfRecords)).to.have.members(
    [...records.supplied].filter(isOfRecords),
  );
  const facts = { conversations: [], orders, articles: [], skills: [], customColumns: [] };
  return { columns, rows: new MemoryEngine(facts, await columns.facts(), records) };
}

const clock = () => 0;
const catalogue = random.RECORD_CATALOGUE;

describe('columns of records', () => {
  it('answer questions, lists and descriptions as rows do', () =>
    fc.assert(
      fc.asyncProperty(
        random.recordFacts,
        random.recordSettings,
        random.live,
        fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 12 }),
        fc.array(random.recordQuery, { minLength: 1, maxLength: 4 }),
        fc.array(random.recordList, { minLength: 1, maxLength: 4 }),
        async (data, settings, live, parts, queries, lists) => {
          const { columns, rows } = await bothEngines(data, settings, live, parts);
          for (const query of queries) {
            const asked = { ...random.RECORD_RANGE, ...query, now: formatInstant(query.now) } as never;
            expect(await answerQuery(asked, { engine: columns, catalogue, clock })).to.deep.equal(
              await answerQuery(asked, { engine: rows, catalogue, clock }),
            );
            const [here, there] = [await columns.describe(query.now), await rows.describe(query.now)];
            expect([here.dimensions, here.first, here.last]).to.deep.equal([there.dimensions, there.first, there.last]);
          }
          for (const list of lists) {
            const asked = { ...random.RECORD_RANGE, ...list, now: formatInstant(list.now) } as never;
            expect(await answerRecords(asked, { engine: columns, catalogue, clock })).to.deep.equal(
              await answerRecords(asked, { engine: rows, catalogue, clock }),
            );
          }
        },
      ),
      { numRuns: 200 },
    ));
});
