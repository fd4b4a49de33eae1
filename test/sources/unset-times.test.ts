/** A time that was never set counts as little as one that is missing, in every form of data. */
import { expect } from 'chai';
import { FACT_NAMES } from '../../src/core/facts/registry.js';
import { formatInstant } from '../../src/core/time/instant.js';
import { createLocalSource } from '../../src/sources/local-source.js';
import type { MetricsSource } from '../../src/sources/metrics-source.js';
import { shopWith, UNSET_TIMES } from '../fixtures/unset-times.js';

const NOW = '2026-03-31T12:00:00Z';
const RANGE = { from: '2026-03-01', to: '2026-03-31', timeZone: 'UTC' };

const open = (data: unknown) => createLocalSource(data as never, { now: NOW });

async function told(source: MetricsSource) {
  const description = await source.describe();
  const ids = description.metrics;
  // No question takes more than 40.
  const parts = [ids.slice(0, 40), ids.slice(40, 80), ids.slice(80)].filter((part) => part.length > 0);
  const answers = await Promise.all(parts.map((metrics) => source.query({ metrics, ...RANGE })));
  return { description, answers };
}

/** As JSON columns of one fact. */
const columnsOf = (records: readonly object[]) =>
  Object.fromEntries(
    [...new Set(records.flatMap(Object.keys))].map((name) => [
      name,
      records.map((record) => (record as Record<string, unknown>)[name] ?? null),
    ]),
  );

describe('a time that was never set', () => {
  for (const unset of UNSET_TIMES) {
    it(`is no value where it is written as ${JSON.stringify(unset)}`, async () => {
      const expected = await told(open(shopWith()));
      expect(expected.description.first).to.equal('2026-01-01T00:00:00.000Z');
      for (const data of [shopWith(unset), JSON.stringify(shopWith(unset))])
        expect(await told(open(data))).to.deep.equal(expected);
    });
  }

  it('leaves the numbers as they are without it', async () => {
    const { metrics } = await open(shopWith('0001-01-01T00:00:00Z')).query({
      metrics: ['ai-revenue', 'unresolved-tickets', 'customers'],
      ...RANGE,
    });
    expect(Object.values(metrics).map(({ value }) => value)).to.deep.equal([8900, 1, 1]);
  });

  it('is no value in columns, lines and dates either', async () => {
    for (const fact of FACT_NAMES) {
      const [without = [], records = []] = [shopWith()[fact], shopWith('0001-01-01T00:00:00Z')[fact]];
      const expected = await open({ [fact]: without }).describe();
      const dated = records.map((record) =>
        Object.fromEntries(
          Object.entries(record).map(([name, value]) => [
            name,
            value === '0001-01-01T00:00:00Z' ? new Date(value) : (value as unknown),
          ]),
        ),
      );
      for (const data of [
        { [fact]: dated },
        ...(records.length > 0 ? [{ columns: { [fact]: columnsOf(records) } }] : []),
      ])
        expect(await open(data).describe(), fact).to.deep.equal(expected);
    }
    const lines = shopWith(0)
      .conversations!.map((record) => JSON.stringify(record))
      .join('\n');
    expect(await told(open(lines))).to.deep.equal(await told(open(shopWith().conversations)));
  });

  it('does not reach all-time, and the page’s own records stay as they are', async () => {
    const data = shopWith('9999-12-31T23:59:59Z');
    const before = structuredClone(data);
    const source = open(data);
    const { first, last } = await source.describe();
    expect([first, last].map((at) => formatInstant(Date.parse(at!)).slice(0, 4))).to.deep.equal(['2026', '2026']);
    expect(data).to.deep.equal(before);
  });

  it('is refused in a field that has to be there', async () => {
    for (const unset of UNSET_TIMES) {
      const { refused } = await open({ tickets: [{ id: 't', createdAt: unset }] }).describe();
      expect(refused.first.map(({ field }) => field)).to.deep.equal(['createdAt']);
    }
  });
});
