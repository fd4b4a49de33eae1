import { expect } from 'chai';
import { quantileOf } from '../../../src/core/metrics/exact-quantile.js';

function bySorting(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = (sorted.length - 1) * q;
  const below = sorted[Math.floor(rank)]!;
  return below + (sorted[Math.ceil(rank)]! - below) * (rank - Math.floor(rank));
}

const numbers = (length: number, make: (index: number) => number) => Array.from({ length }, (_, index) => make(index));
const scattered = (index: number) => (Math.imul(index + 1, 2_654_435_761) >>> 0) / 2 ** 20;

const LISTS: Record<string, number[]> = {
  'one value': [7],
  'two values': [1, 2],
  'as many as a sample': numbers(1024, scattered),
  'one more': numbers(1025, scattered),
  'many in any order': numbers(30_001, scattered),
  'many ascending': numbers(20_000, (index) => index),
  'many descending': numbers(20_000, (index) => -index),
  'many equal': numbers(20_000, () => 3),
  'two values many times': numbers(20_000, (index) => Number(scattered(index) > 2048)),
  'a few far out': numbers(20_000, (index) => (index % 997 === 0 ? 1e12 * index : index % 7)),
  'what a sample of equal steps takes for small': numbers(51_200, (index) =>
    index % 100 === 0 ? 0 : 1000 + scattered(index),
  ),
  'what a sample of equal steps takes for great': numbers(51_200, (index) =>
    index % 100 === 0 ? 9000 : scattered(index),
  ),
};

describe('quantiles', () => {
  for (const [name, values] of Object.entries(LISTS)) {
    for (const q of [0, 0.001, 0.25, 0.5, 0.9, 0.999, 1]) {
      it(`finds ${q} of ${name}`, () => {
        expect(quantileOf(Float64Array.from(values), q)).to.equal(bySorting(values, q));
      });
    }
  }

  it('is 3.5 between 3 and 4', () => {
    expect(quantileOf(Float64Array.of(5, 3, 4, 1, 2, 6), 0.5)).to.equal(3.5);
  });

  it('is nothing of nothing', () => {
    expect(quantileOf(new Float64Array(0), 0.5)).to.equal(null);
  });

  it('keeps all values', () => {
    const values = Float64Array.from(LISTS['many in any order']!);
    quantileOf(values, 0.9);
    expect(values.sort()).to.deep.equal(Float64Array.from(LISTS['many in any order']!).sort());
  });
});
