import { expect } from 'chai';
import { findDefinition, isAdditive } from '../../../src/core/metrics/find-definition.js';
import { isAmount, sampleMetric, withSamples } from '../../../src/core/metrics/sample-size.js';

const define = (name: string) => findDefinition(name, undefined);

describe('findDefinition', () => {
  it('knows the catalogue, and the metric behind a variant', () => {
    expect(define('response-time:median')?.id).to.equal('response-time');
    expect(define('no-such-metric')).to.equal(undefined);
  });

  it('prefers the definition of the source', () => {
    const own = { ...define('csat')!, label: 'Happiness' };
    const description = { definitions: [own] } as unknown as Parameters<typeof findDefinition>[1];
    expect(findDefinition('csat', description)?.label).to.equal('Happiness');
  });
});

describe('what kind of number a metric is', () => {
  const cases: [metric: string, isAdditive: boolean, isAmount: boolean, sample: string | undefined][] = [
    ['total-volume', true, true, undefined],
    ['ticket-volume', true, true, undefined],
    ['hub-revenue', true, true, undefined],
    ['ai-resolved-rate', false, false, 'total-volume'],
    ['response-time', false, false, 'ticket-volume'],
  ];
  for (const [metric, additive, amount, sample] of cases)
    it(`${metric}: additive ${additive}, an amount ${amount}, rests on ${sample ?? 'itself'}`, () => {
      const definition = define(metric);
      expect([isAdditive(definition), isAmount(definition), sampleMetric(definition)]).to.deep.equal([
        additive,
        amount,
        sample,
      ]);
    });

  it('a metric that nobody defines is taken for an amount', () => {
    expect([isAdditive(undefined), isAmount(undefined), sampleMetric(undefined)]).to.deep.equal([
      false,
      true,
      undefined,
    ]);
  });
});

describe('withSamples', () => {
  it('asks for each counting metric once, after the metrics themselves', () => {
    expect(withSamples(['response-time', 'fcr-rate', 'ticket-volume'], undefined)).to.deep.equal([
      'response-time',
      'fcr-rate',
      'ticket-volume',
      'resolved-tickets',
    ]);
    expect(withSamples(['response-time'], undefined)).to.deep.equal(['response-time', 'ticket-volume']);
  });
});
