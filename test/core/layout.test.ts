import { expect } from 'chai';
import fc from 'fast-check';
import { arrange, formatLayout, movePlace, parseLayout, type Layout, type Place } from '../../src/core/layout.js';

const places = (text: string): Place[] =>
  text
    .split(' ')
    .filter(Boolean)
    .map((one) => ({ id: one.replace('!', ''), isHidden: one.startsWith('!') }));

describe('a layout as text', () => {
  const texts: [text: string, layout: Layout][] = [
    ['', {}],
    ['sections=overview,!gaps', { sections: places('overview !gaps') }],
    ['sections=', { sections: [] }],
    ['tiles=response-time:p90,!csat', { tiles: new Map([['', places('response-time:p90 !csat')]]) }],
    [
      'sections=a;tiles=b;tiles.speed=c',
      {
        sections: places('a'),
        tiles: new Map([
          ['', places('b')],
          ['speed', places('c')],
        ]),
      },
    ],
    [
      'sections=%21a,!%21b',
      {
        sections: [
          { id: '!a', isHidden: false },
          { id: '!b', isHidden: true },
        ],
      },
    ],
  ];
  for (const [text, layout] of texts) {
    it(`"${text}" is read and written`, () => {
      expect(parseLayout(text)).to.deep.equal(layout);
      expect(formatLayout(layout)).to.equal(text);
    });
  }

  it('may have spaces and empty entries', () =>
    expect(parseLayout(' sections=a, !b ;; ')).to.deep.equal({ sections: places('a !b') }));

  const wrong: [text: string, names: string][] = [
    ['order=a', '"order"'],
    ['sections', 'sections=one'],
    ['sections=a;sections=b', '"sections" twice'],
    ['tiles=a,!a', '"a" twice'],
    ['tiles=a,,b', 'without a name'],
    ['sections=!', 'without a name'],
    ['tiles.=a', '"tiles."'],
    ['sections=%zz', '%zz'],
  ];
  for (const [text, names] of wrong)
    it(`"${text}" is refused by name: ${names}`, () => expect(() => parseLayout(text)).to.throw(RangeError, names));

  it('comes back as it was', () => {
    const name = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }),
      fc.array(fc.constantFrom(...';:,!%=.é한🙂'), { minLength: 1, maxLength: 5 }).map((all) => all.join('')),
    );
    const list = fc
      .uniqueArray(name, { maxLength: 4 })
      .chain((ids) =>
        fc.tuple(
          ...ids.map((id) => fc.record({ id: fc.constant(id), isHidden: fc.boolean() }, { noNullPrototype: true })),
        ),
      );
    const tiles = fc
      .dictionary(fc.oneof(fc.constant(''), name), list, { minKeys: 1, maxKeys: 3 })
      .map((grids) => new Map(Object.entries(grids)));
    fc.assert(
      fc.property(fc.record({ sections: list, tiles }, { requiredKeys: [], noNullPrototype: true }), (layout) => {
        const text = formatLayout(layout);
        const read = parseLayout(text);
        expect(formatLayout(read)).to.equal(text);
        expect(read).to.deep.equal(layout);
      }),
    );
  });
});

describe('what there is, arranged', () => {
  const ids = (all: Place[]) => all.map(({ id, isHidden }) => `${isHidden ? '!' : ''}${id}`).join(' ');

  it('stands as it is without a layout', () => expect(ids(arrange(['a', 'b'], undefined))).to.equal('a b'));
  it('follows the layout and hides', () => expect(ids(arrange(['a', 'b', 'c'], places('c !a b')))).to.equal('c !a b'));
  it('shows at the end what the layout does not know yet', () =>
    expect(ids(arrange(['a', 'new', 'b'], places('b !a')))).to.equal('b !a new'));
  it('drops what there is no more', () => expect(ids(arrange(['a'], places('gone a')))).to.equal('a'));
  it('takes what may be added', () => expect(ids(arrange(['a'], places('x y a'), (id) => id === 'y'))).to.equal('y a'));

  for (const [id, to, after] of [
    ['a', 1, 'b a c'],
    ['c', 0, 'c a b'],
    ['b', 9, 'a c b'],
    ['b', -1, 'b a c'],
    ['x', 0, 'a b c'],
  ] as const) {
    it(`a b c with ${id} at ${to} is ${after}`, () => expect(ids(movePlace(places('a b c'), id, to))).to.equal(after));
  }
});
