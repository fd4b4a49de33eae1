import { expect } from 'chai';
import { toSparkline } from '../../../src/elements/agent-kpi-grid/sparkline.js';

/** The heights in a path, from the top. */
const heights = (path: string): number[] => [...path.matchAll(/[ML][\d.]+ ([\d.]+)/g)].map(([, y]) => Number(y));

describe('toSparkline', () => {
  for (const [what, values] of [
    ['no value', []],
    ['one value', [5]],
    ['one value among gaps', [null, 5, null]],
    ['only gaps', [null, null]],
  ] as const) {
    it(`draws no course of ${what}`, () => expect(toSparkline(values)).to.equal(undefined));
  }

  it('runs from edge to edge, low at the bottom and high at the top', () => {
    expect(toSparkline([0, 10])).to.deep.equal({ line: 'M3 29L97 3', previous: '', last: 'M97 3h0', isPartial: false });
  });

  it('leaves gaps open', () => expect(toSparkline([1, null, 3])!.line).to.match(/^M3 [\d.]+M97 [\d.]+$/));

  it('marks the last known value', () => expect(toSparkline([0, 10, null])!.last).to.match(/^M50 3h0$/));

  it('says when the last value is not final', () => {
    expect(toSparkline([1, 2], [], [false, true])!.isPartial).to.equal(true);
    expect(toSparkline([1, null], [], [false, true])).to.equal(undefined);
    expect(toSparkline([1, 2, null], [], [false, false, true])!.isPartial).to.equal(false);
  });

  it('draws a steady value as a flat line inside the box', () => {
    const [first, second] = heights(toSparkline([7, 7])!.line);
    expect(first).to.equal(second);
    expect(first).to.be.within(3, 29);
  });

  it('keeps small wobbles of a large value small', () => {
    const [first, second] = heights(toSparkline([100, 101])!.line);
    expect(Math.abs(first! - second!)).to.be.below(2);
  });

  it('puts the compared range on the same scale', () => {
    const { line, previous } = toSparkline([0, 5], [10, 10])!;
    expect(heights(previous)).to.deep.equal([3, 3]);
    expect(heights(line)).to.deep.equal([29, 16]);
  });

  it('draws negative values and zeros inside the box', () => {
    for (const y of [
      ...heights(toSparkline([-5, 0, 5])!.line),
      ...heights(toSparkline([0, 0])!.line),
      ...heights(toSparkline([-7, -7])!.line),
    ])
      expect(y).to.be.within(3, 29);
  });
});
