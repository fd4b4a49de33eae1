import { expect } from 'chai';
import { createFormats } from '../../../src/core/format/formats.js';
import type { MetricsAnswer } from '../../../src/core/query.js';
import { messages } from '../../../src/locales/en.js';
import { exceedsTotal, toSkillRows } from '../../../src/elements/agent-skills-card/skill-rows.js';
import { description } from '../support/answers.js';

const used = (uses: Record<string, number | null>, value: number | null = 10): MetricsAnswer => ({
  asOf: '',
  groups: Object.keys(uses),
  metrics: { 'skill-uses': { value, byGroup: Object.values(uses) } },
});
const words = (...skills: string[]) => ({
  messages,
  formats: createFormats('en', 'UTC', undefined),
  language: 'en',
  description: description({ dimensions: { skill: { values: skills, truncated: false } } }),
});
const brief = (rows: ReturnType<typeof toSkillRows>) => rows.map(({ skill, uses }) => `${skill} ${uses}`).join(', ');

describe('the rows of the skills', () => {
  it('are all that are available, unused ones with 0, and those that were used without being listed', () => {
    expect(brief(toSkillRows(used({ faq: 4, secret: 2 }), undefined, '-count', words('faq', 'returns')))).to.equal(
      'faq 4, secret 2, returns 0',
    );
  });

  const orders: [sort: string, rows: string][] = [
    ['-count', 'b 9, skill 2 4, skill 10 4, A 0'],
    ['count', 'A 0, skill 2 4, skill 10 4, b 9'],
    ['name', 'A 0, b 9, skill 2 4, skill 10 4'],
    ['-name', 'skill 10 4, skill 2 4, b 9, A 0'],
    ['size', 'b 9, skill 2 4, skill 10 4, A 0'],
  ];
  for (const [sort, rows] of orders)
    it(`by ${sort} are ${rows}`, () =>
      expect(brief(toSkillRows(used({ 'skill 10': 4, b: 9, 'skill 2': 4 }), undefined, sort, words('A')))).to.equal(
        rows,
      ));

  it('are as long as they are used, the most used one in full', () => {
    expect(
      toSkillRows(used({ a: 8, b: 2 }), undefined, '-count', words('c')).map(({ lengthOfOne }) => lengthOfOne),
    ).to.deep.equal([1, 0.25, 0]);
    expect(toSkillRows(used({}), undefined, '-count', words('c')).map(({ lengthOfOne }) => lengthOfOne)).to.deep.equal([
      0,
    ]);
  });

  it('tell their change, also of a skill that is no longer or newly used', () => {
    const rows = toSkillRows(used({ a: 6, b: 3, d: 2 }), used({ a: 4, c: 5, d: 2 }), 'name', words());
    expect(rows.map(({ skill, change }) => [skill, change?.direction, change?.text])).to.deep.equal([
      ['a', 'up', '+50%'],
      ['b', 'up', '+3'],
      ['c', 'down', '−100%'],
      ['d', 'same', '0%'],
    ]);
  });

  it('write a rise from nothing as the tiles do', () => {
    expect(toSkillRows(used({ a: 123_456 }), used({}), 'name', words('a'))[0]!.change).to.deep.equal({
      direction: 'up',
      text: '+123.5K',
    });
  });

  it('tell no change against what was not measured', () => {
    expect(toSkillRows(used({ a: 6 }), used({}, null), 'name', words())[0]!.change).to.equal(undefined);
  });

  it('last, in both directions, are those without a measurement', () => {
    for (const sort of ['count', '-count'])
      expect(brief(toSkillRows(used({ a: null, b: 1 }), undefined, sort, words()))).to.equal('b 1, a null');
  });

  it('are none where the data have no skills', () => {
    expect(
      toSkillRows(
        { asOf: '', metrics: { 'skill-uses': { value: null, reason: 'no-data', byGroup: null } } },
        undefined,
        '-count',
        words('a'),
      ),
    ).to.deep.equal([]);
  });

  it('exceed the total where a message used several', () => {
    const rows = toSkillRows(used({ a: 6, b: 4 }), undefined, '-count', words());
    expect([exceedsTotal(rows, used({}, 10)), exceedsTotal(rows, used({}, 9))]).to.deep.equal([false, true]);
  });
});
