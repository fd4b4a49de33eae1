import { expect } from 'chai';
import { durationStep, shareDigits } from '../../../../src/elements/shared/chart/axis.js';

const [MINUTE, HOUR, DAY] = [60, 3600, 86_400];

describe('durationStep', () => {
  for (const [highest, step] of [
    [0, undefined],
    [3, undefined],
    [4, 1],
    [20, 5],
    [50, 15],
    [4 * MINUTE, MINUTE],
    [75 * MINUTE, 30 * MINUTE],
    [3 * HOUR, HOUR],
    [20 * HOUR, 6 * HOUR],
    [2 * DAY, 12 * HOUR],
    [4 * DAY, DAY],
    [9 * DAY, 5 * DAY],
    [100 * DAY, 50 * DAY],
  ] as const)
    it(`of ${highest} seconds is ${step}`, () => expect(durationStep(highest)).to.equal(step));
});

describe('shareDigits', () => {
  for (const [step, digits] of [
    [0.2, 1],
    [0.01, 1],
    [0.005, 1],
    [0.001, 1],
    [0.0005, 2],
    [0.0002, 2],
    [0.0001, 2],
    [0.00002, 3],
    [0, 1],
  ] as const)
    it(`of percentages ${step * 100} apart is ${digits}`, () => expect(shareDigits(step)).to.equal(digits));
});
