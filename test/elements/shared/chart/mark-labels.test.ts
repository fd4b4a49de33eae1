import { expect } from 'chai';
import { fitLabels } from '../../../../src/elements/shared/chart/mark-labels.js';

/** Ten pixels a character, in a plot from 0 to 300. */
const labels = (placed: { at: number; label: string }[], direction: 'ltr' | 'rtl' = 'ltr') =>
  fitLabels(placed, { left: 0, right: 300, direction, widthOf: (text) => [...text].length * 10 }).map(
    ({ text, x, align }) => [text, x, align],
  );

describe('names of marked dates', () => {
  it('stand after their lines', () =>
    expect(
      labels([
        { at: 50, label: 'Sale' },
        { at: 150, label: 'Bot' },
      ]),
    ).to.deep.equal([
      ['Sale', 54, 'left'],
      ['Bot', 154, 'left'],
    ]));
  it('are shortened where the next line comes', () =>
    expect(
      labels([
        { at: 50, label: 'Spring sale' },
        { at: 110, label: 'Bot' },
      ]),
    ).to.deep.equal([
      ['Spri…', 54, 'left'],
      ['Bot', 114, 'left'],
    ]));
  it('stand before the line where that has more room', () =>
    expect(labels([{ at: 260, label: 'Launch day' }])).to.deep.equal([['Launch day', 256, 'right']]));
  it('do not cover the name before them', () =>
    expect(
      labels([
        { at: 60, label: 'Spring sale' },
        { at: 260, label: 'Launch day' },
      ]),
    ).to.deep.equal([
      ['Spring sale', 64, 'left'],
      ['Launch…', 256, 'right'],
    ]));
  it('say nothing without room', () =>
    expect(
      labels([
        { at: 100, label: 'Sale' },
        { at: 110, label: 'Bot' },
        { at: 120, label: 'Launch' },
      ]),
    ).to.deep.equal([
      ['Sale', 96, 'right'],
      ['Launch', 124, 'left'],
    ]));
  it('run the other way from right to left', () =>
    expect(
      labels(
        [
          { at: 250, label: 'Sale' },
          { at: 20, label: 'Launch' },
        ],
        'rtl',
      ),
    ).to.deep.equal([
      ['Sale', 246, 'right'],
      ['Launch', 24, 'left'],
    ]));
  it('are measured a few times only, however long they are', () => {
    let measured = 0;
    const widthOf = (text: string) => {
      measured += 1 + text.length / 1000;
      return text.length * 10;
    };
    for (const label of ['x'.repeat(100_000), '👩‍👩‍👧'.repeat(20_000), 'e' + '\u0301'.repeat(100_000)])
      fitLabels([{ at: 50, label }], { left: 0, right: 300, direction: 'ltr', widthOf });
    expect(measured).to.be.below(100);
  });
  it('end with a whole character', () => {
    const family = '👩‍👩‍👧';
    expect(
      fitLabels([{ at: 50, label: `${family}${family}${family}${family}` }], {
        left: 0,
        right: 300,
        direction: 'ltr',
        widthOf: (text) => text.length * 10,
      }),
    ).to.deep.equal([{ text: `${family}${family}…`, x: 54, align: 'left' }]);
    expect(
      fitLabels([{ at: 50, label: 'cafe\u0301'.repeat(9) }], {
        left: 0,
        right: 104,
        direction: 'ltr',
        widthOf: (text) => text.length * 10,
      }),
    ).to.deep.equal([{ text: 'caf…', x: 54, align: 'left' }]);
  });
});
