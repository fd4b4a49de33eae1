import { expect } from 'chai';
import { runToEnd, sortInSteps } from '../../../src/core/steps.js';

const byNumber = (a: { number: number }, b: { number: number }) => a.number - b.number;
const made = (length: number) => Array.from({ length }, (_, index) => ({ number: (index * 7919) % 13, index }));

describe('sorting in steps', () => {
  for (const length of [0, 1, 4, 5, 63, 64, 65, 200]) {
    it(`gives of ${length} what sorting at once gives, equal ones in their order`, () => {
      expect(runToEnd(sortInSteps(made(length), 5, byNumber))).to.deep.equal(made(length).sort(byNumber));
    });
  }

  it('compares only a few between two pauses', () => {
    let compared = 0;
    let most = 0;
    const steps = sortInSteps(made(500), 8, (a, b) => ++compared && byNumber(a, b));
    for (let before = 0; !steps.next().done; before = compared) most = Math.max(most, compared - before);
    expect(compared).to.be.above(500);
    expect(most).to.be.below(40);
  });

  it('leaves the list as it was', () => {
    const items = made(20);
    runToEnd(sortInSteps(items, 5, byNumber));
    expect(items).to.deep.equal(made(20));
  });
});
