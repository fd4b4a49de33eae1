import { expect } from 'chai';
import { formatMarks, parseMarks } from '../../src/core/marks.js';

const SALE = { date: '2026-05-01', label: 'Spring sale' };

describe('marked dates', () => {
  for (const [text, marks] of [
    ['', []],
    [' ; ', []],
    ['2026-05-01:Spring sale', [SALE]],
    ['2026-05-12:New bot; 2026-05-01 : Spring sale ;', [SALE, { date: '2026-05-12', label: 'New bot' }]],
    ['2026-05-01:Opens at 9:30', [{ date: '2026-05-01', label: 'Opens at 9:30' }]],
    ['2026-05-01:50 % off%3B today', [{ date: '2026-05-01', label: '50 % off%3B today' }]],
    ['2026-05-01:50 %25 off%3B today', [{ date: '2026-05-01', label: '50 % off; today' }]],
    ['2026-05-01', [{ date: '2026-05-01', label: '' }]],
  ] as const)
    it(`are read from ${JSON.stringify(text)}`, () => expect(parseMarks(text)).to.deep.equal(marks));

  it('are written so that they are read as they were', () => {
    const marks = [
      { date: '2026-05-01', label: '50 % off; 9:30' },
      { date: '2026-05-02', label: '지원 시작' },
    ];
    expect(parseMarks(formatMarks(marks))).to.deep.equal(marks);
  });

  it('are checked as a list, too', () =>
    expect(() => parseMarks([{ date: '2026-02-30', label: 'x' }])).to.throw(RangeError, '"2026-02-30" is no date'));

  for (const text of ['Spring sale', '2026-13-01:x', '1.5.2026:x'])
    it(`cannot be ${text}`, () => expect(() => parseMarks(text)).to.throw(RangeError, 'Write it as'));
});
