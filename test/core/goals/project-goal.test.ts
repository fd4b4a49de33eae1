import { expect } from 'chai';
import { projectGoal } from '../../../src/core/goals/project-goal.js';

/** Eight weeks that end on a Sunday, all alike. */
const weeks = (week: readonly (number | null)[], count = 8) => Array.from({ length: count }, () => week).flat();
const WEEK = [10, 20, 30, 40, 50, 5, 0];

describe('projectGoal', () => {
  it('adds what the weekdays ahead bring to what there is', () => {
    // Monday to Wednesday.
    expect(projectGoal({ kind: 'total', days: weeks(WEEK), ahead: [1, 1, 1], soFar: 100 })).to.deep.equal({
      value: 160,
      low: 160,
      high: 160,
    });
  });

  it('takes only the rest of a day that has begun, and none of days before the period', () => {
    expect(projectGoal({ kind: 'total', days: weeks(WEEK), ahead: [0, 0.25, 1], soFar: 0 })!.value).to.equal(35);
  });

  it('follows the level of late', () => {
    const { value, low, high } = projectGoal({
      kind: 'total',
      days: [...weeks([10], 28), ...weeks([20], 28)],
      ahead: [1],
      soFar: 0,
    })!;
    // 28 days back weigh a quarter, so the level is (10 × 1/4 + 20) ÷ 1 1/4.
    expect(value).to.be.closeTo(18, 0.001);
    expect(low).to.be.lessThan(value);
    expect(high - value).to.be.closeTo(value - low, 1e-9);
  });

  it('spreads with the days ahead, and more than days alone where whole weeks differ', () => {
    const reach = (days: number[], length: number) => {
      const { low, high } = projectGoal({ kind: 'total', days, ahead: new Array<number>(length).fill(1), soFar: 0 })!;
      return high - low;
    };
    const restless = Array.from({ length: 56 }, (_, day) => (day % 2 === 0 ? 8 : 12));
    const uneven = Array.from({ length: 56 }, (_, day) => (Math.floor(day / 7) % 2 === 0 ? 8 : 12));
    expect(reach(restless, 14)).to.be.greaterThan(reach(restless, 7));
    expect(reach(uneven, 14)).to.be.greaterThan(reach(restless, 14) * 2);
  });

  it('weighs a mean by its volume', () => {
    // 60 % of 90 so far, and 90 % of one Monday of 10 to come.
    const days = weeks([0.9, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5]);
    const { value } = projectGoal({
      kind: 'mean',
      days,
      weights: weeks(WEEK),
      ahead: [1],
      soFar: 0.6,
      weightSoFar: 90,
    })!;
    expect(value).to.be.closeTo((0.6 * 90 + 0.9 * 10) / 100, 1e-9);
  });

  it('weighs all measured days the same where there is no volume', () => {
    const { value } = projectGoal({
      kind: 'mean',
      days: weeks([4, 4, 4, 4, 4, null, null]),
      ahead: [1, 1],
      soFar: 1,
      weightSoFar: 1,
    })!;
    expect(value).to.be.closeTo(3, 1e-9);
  });

  for (const [name, days, soFar] of [
    ['13 measured days', weeks([null, 5], 13), 3],
    ['no days', [], null],
  ] as const)
    it(`projects nothing from ${name}`, () =>
      expect(projectGoal({ kind: 'total', days, ahead: [1], soFar })).to.equal(undefined));

  it('projects nothing where nothing weighs', () => {
    expect(
      projectGoal({ kind: 'mean', days: weeks(WEEK), weights: weeks([0, 0, 0, 0, 0, 0, 0]), ahead: [1], soFar: null }),
    ).to.equal(undefined);
  });
});
