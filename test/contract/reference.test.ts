import { expect } from 'chai';
import { FACT_SCHEMAS } from '../../src/contract/fact-schemas.js';
import { FACT_NAMES as facts, type FactName } from '../../src/core/facts/registry.js';
import { checkRecord } from '../../src/core/facts/check-record.js';
import { FACT_EXAMPLES, FACT_FIELDS, METRIC_EXAMPLES } from '../../src/contract/reference.js';
import { CATALOGUE } from '../../src/core/metrics/catalogue.js';
import { createLocalSource } from '../../src/sources/index.js';

const fieldsOf = (fact: FactName) => Object.keys(FACT_SCHEMAS[fact].def.shape);

describe('the reference', () => {
  it('has an example and fields for every fact and no other', () => {
    expect(Object.keys(FACT_EXAMPLES)).to.have.members(facts);
    expect(Object.keys(FACT_FIELDS)).to.have.members(facts);
  });

  for (const fact of facts) {
    it(`shows ${fact} as they are accepted, with every field explained`, () => {
      const example = FACT_EXAMPLES[fact];
      expect(FACT_SCHEMAS[fact].safeParse(example).error, JSON.stringify(example)).to.equal(undefined);
      expect(checkRecord(fact, example)).to.equal(undefined);
      expect(Object.keys(FACT_FIELDS[fact].fields)).to.have.members(fieldsOf(fact));
      expect(fieldsOf(fact)).to.include.members(Object.keys(example));
    });
  }

  it('gives a source numbers: one attributed sale, one satisfied customer, a ticket resolved after 28 hours', async () => {
    const data = Object.fromEntries(facts.map((fact) => [fact, [FACT_EXAMPLES[fact]]]));
    const source = createLocalSource({ ...data, currency: 'EUR' });
    const { metrics } = await source.query({
      metrics: ['ai-revenue', 'csat', 'resolution-time', 'churn-rate', 'social-engagement'],
      from: '2026-06-01',
      to: '2026-06-30',
      timeZone: 'Etc/UTC',
      now: '2026-07-01T00:00:00Z',
    });
    expect(Object.values(metrics).map(({ value }) => value)).to.deep.equal([8900, 1, 28 * 3600, 1, 26]);
    expect((await source.describe()).refused.count).to.equal(0);
  });

  it('works an example for every metric and no other', () => {
    expect(Object.keys(METRIC_EXAMPLES)).to.have.members(CATALOGUE.map(({ id }) => id));
    for (const [id, text] of Object.entries(METRIC_EXAMPLES)) expect(text, id).to.match(/\d.*\.$/);
  });
});
