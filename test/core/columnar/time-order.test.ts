import { expect } from 'chai';
import fc from 'fast-check';
import { timeOrder } from '../../../src/core/columnar/store/take.js';

const sorted = (times: readonly number[]) => times.map((_, row) => row).sort((a, b) => times[a]! - times[b]! || a - b);

describe('the order of time', () => {
  it('is unset where rows came in it', () => {
    for (const times of [[], [5], [1, 1, 2, 9]]) expect(timeOrder(Float64Array.from(times))).to.equal(undefined);
  });

  it('keeps rows of the same time as they came', () =>
    expect([...timeOrder(Float64Array.of(2, 1, 2, 1))!]).to.deep.equal([1, 3, 0, 2]));

  for (const [name, time] of [
    ['near', fc.nat(12)],
    ['far apart', fc.integer({ min: -(10 ** 14), max: 10 ** 14 })],
    ['mostly ascending', fc.nat(3)],
  ] as const) {
    it(`sorts times that are ${name}`, () =>
      fc.assert(
        fc.property(fc.array(time, { maxLength: 400, size: 'max' }), (list) => {
          const times =
            name === 'mostly ascending' ? list.map((late, index) => (late === 0 ? index - 20 : index)) : list;
          expect([...(timeOrder(Float64Array.from(times)) ?? times.keys())]).to.deep.equal(sorted(times));
        }),
      ));
  }
});
