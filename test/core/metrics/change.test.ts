import { expect } from 'chai';
import { changeOf, isShownInPoints, type Change, type Verdict } from '../../../src/core/metrics/change.js';
import type { Better, Unit } from '../../../src/core/metrics/definition.js';

describe('changeOf', () => {
  type Numbers = [
    now: number | null,
    before: number | null | undefined,
    relative: number | null,
    absolute: number | null,
    direction: Change['direction'],
  ];
  const numbers: Numbers[] = [
    [null, null, null, null, 'unknown'],
    [null, 10, null, null, 'unknown'],
    [10, null, null, null, 'unknown'],
    [10, undefined, null, null, 'unknown'],
    [0, null, null, null, 'unknown'],
    [0, 0, null, 0, 'same'],
    [5, 0, null, 5, 'up'],
    [-5, 0, null, -5, 'down'],
    [0, 5, -1, -5, 'down'],
    [10, 10, 0, 0, 'same'],
    [15, 10, 0.5, 5, 'up'],
    [5, 10, -0.5, -5, 'down'],
    [-5, -10, 0.5, 5, 'up'],
    [-15, -10, -0.5, -5, 'down'],
    [10, -10, 2, 20, 'up'],
    [-10, 10, -2, -20, 'down'],
    [0.5, 0.25, 1, 0.25, 'up'],
  ];
  for (const [now, before, relative, absolute, direction] of numbers) {
    it(`${before} to ${now} is ${direction}, ${relative} of before, ${absolute} in all`, () => {
      const change = changeOf(now, before, 'neither');
      expect([change.relative, change.absolute, change.direction]).to.deep.equal([relative, absolute, direction]);
    });
  }

  const verdicts: [now: number | null, before: number | null, better: Better, verdict: Verdict][] = [
    [2, 1, 'higher', 'good'],
    [1, 2, 'higher', 'bad'],
    [1, 1, 'higher', 'neutral'],
    [2, 1, 'lower', 'bad'],
    [1, 2, 'lower', 'good'],
    [1, 1, 'lower', 'neutral'],
    [2, 1, 'neither', 'neutral'],
    [1, 2, 'neither', 'neutral'],
    [1, 0, 'higher', 'good'],
    [1, 0, 'lower', 'bad'],
    [0, 0, 'lower', 'neutral'],
    [-1, -2, 'higher', 'good'],
    [-2, -1, 'lower', 'good'],
    [null, 1, 'higher', 'unknown'],
    [1, null, 'lower', 'unknown'],
    [null, null, 'neither', 'unknown'],
  ];
  for (const [now, before, better, verdict] of verdicts) {
    it(`${before} to ${now} is ${verdict} where ${better} is better`, () =>
      expect(changeOf(now, before, better).verdict).to.equal(verdict));
  }
});

describe('isShownInPoints', () => {
  const units: Record<Unit, boolean> = {
    percent: true,
    count: false,
    money: false,
    duration: false,
    messages: false,
    points: false,
    ratio: false,
  };
  for (const [unit, points] of Object.entries(units)) {
    it(`${unit} is ${points}`, () => expect(isShownInPoints(unit as Unit)).to.equal(points));
  }
});
