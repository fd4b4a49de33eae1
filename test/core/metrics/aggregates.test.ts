import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AGGREGATES } from '../../../src/core/metrics/aggregates.js';

describe('an aggregate of the values of a cell', () => {
  it('counts them', () => {
    expect(AGGREGATES.count.reduce!(Float64Array.of(4, 4, 7), { op: 'count' })).toBe(3);
  });

  it('adds them up', () => {
    expect(AGGREGATES.sum.reduce!(Float64Array.of(4, 4, 7), { op: 'sum', of: 'value' })).toBe(15);
  });

  it('takes a quantile linearly between ranks', () => {
    const leaf = { op: 'quantile', of: 'value', q: 0.25 } as const;
    expect(AGGREGATES.quantile.reduce!(Float64Array.of(10, 1, 4), leaf)).toBe(2.5);
  });

  it('is `empty` without values', () => {
    expect(AGGREGATES.count.reduce!(new Float64Array(), { op: 'count' })).toBe(AGGREGATES.count.empty);
    expect(AGGREGATES.sum.reduce!(new Float64Array(), { op: 'sum', of: 'value' })).toBe(AGGREGATES.sum.empty);
    expect(AGGREGATES.quantile.reduce!(new Float64Array(), { op: 'quantile', of: 'value', q: 0.5 })).toBe(
      AGGREGATES.quantile.empty,
    );
  });

  it('adds up over parts where days add up', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 })), fc.nat(20), (values, cut) => {
        for (const [reduce, leaf] of [
          [AGGREGATES.count.reduce!, { op: 'count' }],
          [AGGREGATES.sum.reduce!, { op: 'sum', of: 'value' }],
        ] as const) {
          const of = (part: number[]) => reduce(Float64Array.from(part), leaf as never)!;
          expect(of(values.slice(0, cut)) + of(values.slice(cut))).toBe(of(values));
        }
      }),
    );
  });
});
