import { expect } from 'chai';
import fc from 'fast-check';
import { formatView, parseView, type View } from '../../src/core/view.js';

const texts: [text: string, view: View][] = [
  ['', {}],
  ['range=last-30-days', { range: 'last-30-days' }],
  [
    'range=2026-06-01/2026-06-07&compare=previous-period',
    { range: '2026-06-01/2026-06-07', compare: 'previous-period' },
  ],
  ['compare=2026-05-01/2026-05-07', { compare: '2026-05-01/2026-05-07' }],
  ['filters=!tag:returns;channel:sms,web-chat', { filters: { '!tag': ['returns'], channel: ['sms', 'web-chat'] } }],
  ['filters=tag:,a%2526b', { filters: { tag: ['', 'a&b'] } }],
  [
    'range=today&compare=none&filters=tag:x&group-by=tag',
    { range: 'today', compare: 'none', filters: { tag: ['x'] }, groupBy: 'tag' },
  ],
  ['group-by=a%26b%3Dc%20d', { groupBy: 'a&b=c d' }],
];

describe('a view as text', () => {
  for (const [text, view] of texts) {
    it(`"${text}" is ${JSON.stringify(view)}, and back`, () => {
      expect(parseView(text)).to.deep.equal(view);
      expect(formatView(view)).to.equal(text);
    });
  }

  const lenient: [text: string, view: View][] = [
    ['?range=today', { range: 'today' }],
    ['#range=today', { range: 'today' }],
    ['&&range=today&', { range: 'today' }],
    ['range=&compare=&filters=&group-by=', {}],
    ['utm=x&group-by=tag&__proto__=y', { groupBy: 'tag' }],
    ['group-by=a+b', { groupBy: 'a b' }],
    ['filters=channel%3Asms', { filters: { channel: ['sms'] } }],
    ['range=2026-06-01%2F2026-06-07', { range: '2026-06-01/2026-06-07' }],
  ];
  for (const [text, view] of lenient)
    it(`"${text}" is read as ${JSON.stringify(view)}`, () => expect(parseView(text)).to.deep.equal(view));

  for (const empty of [{}, { filters: {} }, { filters: { tag: [] } }, { range: '' }, { range: undefined }]) {
    it(`${JSON.stringify(empty)} is nothing`, () => expect(formatView(empty)).to.equal(''));
  }

  const wrong: [text: string, names: string][] = [
    ['range=fortnight', '"fortnight"'],
    ['range=2026-02-30/2026-03-01', '2026-02-30'],
    ['range=2026-06-07/2026-06-01', '2026-06-07/2026-06-01'],
    ['compare=last-century', '"last-century"'],
    ['filters=channel', '"channel"'],
    ['filters=tag:%25zz', '%zz'],
    ['group-by=%zz', 'group-by'],
  ];
  for (const [text, names] of wrong)
    it(`"${text}" is refused by name: ${names}`, () => expect(() => parseView(text)).to.throw(RangeError, names));

  const nasty = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 6 }),
    fc.array(fc.constantFrom(...';:,!%&=+# ?/\\"\'<é한🙂'), { maxLength: 6 }).map((all) => all.join('')),
  );
  const name = nasty.filter((one) => one !== '' && !one.startsWith('!'));
  const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
  const views = fc.record({
    range: optional(fc.constantFrom('last-7-days', 'all-time', '2026-06-01/2026-06-07')),
    compare: optional(fc.constantFrom('none', 'previous-unit', '2026-05-01/2026-05-02')),
    filters: optional(
      fc.dictionary(
        fc.oneof(
          name,
          name.map((one) => `!${one}`),
        ),
        fc.array(nasty, { minLength: 1, maxLength: 3 }),
        { minKeys: 1, maxKeys: 3 },
      ),
    ),
    groupBy: optional(name),
  });

  it('comes back as it was, through the address of a page too', () =>
    fc.assert(
      fc.property(views, (view) => {
        const { search, searchParams } = new URL(`https://shop.example/?${formatView(view)}`);
        const { filters, ...rest } = parseView(search);
        expect({ ...rest, filters: { ...filters } }).to.deep.equal({
          ...Object.fromEntries(Object.entries(view).filter(([, part]) => part !== undefined)),
          filters: { ...view.filters },
        });
        expect(search.slice(1)).to.equal(formatView(view));
        expect(parseView(searchParams.toString()).groupBy).to.equal(view.groupBy);
      }),
      { numRuns: 500 },
    ));
});
