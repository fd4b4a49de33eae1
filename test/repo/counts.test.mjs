import { expect } from 'chai';
import { formatCounts, judgeRunner, sumCounts } from '../tools/counts.mjs';

const counts = (passed, failed, skipped) => ({ passed, failed, skipped });

describe('judgeRunner', () => {
  const cases = [
    ['all passed', counts(3, 0, 1), 0, counts(3, 0, 1)],
    ['one failed', counts(3, 1, 0), 1, counts(3, 1, 0)],
    ['all passed but the runner ended badly', counts(3, 0, 0), 1, counts(3, 1, 0)],
    ['no test ran', counts(0, 0, 2), 0, counts(0, 1, 2)],
    ['the runner crashed before it counted', null, 0, counts(0, 1, 0)],
  ];
  for (const [name, counted, code, judged] of cases) {
    it(`${name}: ${formatCounts(judged)}`, () => expect(judgeRunner(counted, code)).to.deep.equal(judged));
  }
});

describe('sumCounts', () => {
  it('adds each column', () => {
    expect(formatCounts(sumCounts([counts(1, 2, 3), counts(10, 20, 30)]))).to.equal('11 passed, 22 failed, 33 skipped');
  });
});
