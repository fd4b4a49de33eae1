import { expect } from 'chai';
import { formatInstant, isInstant, parseInstant, type Instant } from '../../../src/core/time/instant.js';

const eight = Date.UTC(2026, 5, 1, 8);

const read: [Instant, number][] = [
  ['2026-06-01T08:00:00Z', eight],
  ['2026-06-01T08:00Z', eight],
  ['2026-06-01T10:00+02:00', eight],
  ['2026-06-01T10:00:00+0200', eight],
  ['2026-06-01T13:45:00+05:45', eight],
  ['2026-05-31T20:30:00-11:30', eight],
  ['2026-06-01T08:00:00-00:00', eight],
  ['2026-06-01T08:00:00.5Z', eight + 500],
  ['2026-06-01T08:00:00.05Z', eight + 50],
  ['2026-06-01T08:00:00.123456789Z', eight + 123],
  ['2026-06-01T08:00:00.999999Z', eight + 999],
  ['2026-06-01T08:00:00.250+00:00', eight + 250],
  ['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29)],
  ['2000-02-29T00:00:00Z', Date.UTC(2000, 1, 29)],
  ['2026-12-31T23:59:59.999Z', Date.UTC(2027, 0, 1) - 1],
  ['1970-01-01T00:00:00Z', 0],
  ['1969-12-31T23:59:59Z', -1000],
  ['0000-01-01T00:00:00Z', Date.parse('0000-01-01T00:00:00Z')],
  ['0099-03-01T00:00:00Z', Date.parse('0099-03-01T00:00:00Z')],
  ['9999-12-31T23:59:59.999Z', Date.parse('9999-12-31T23:59:59.999Z')],
  [eight, eight],
  [1e11, 1e11],
  [eight + 0.75, eight],
  [new Date(eight), eight],
  [new Date(0), 0],
];

const refused: [unknown, string][] = [
  [1_780_300_800, '1780300800'],
  [99_999_999_999, '99999999999'],
  [0, '0 '],
  [-eight, `-${eight}`],
  [NaN, 'NaN'],
  [Infinity, 'Infinity'],
  [eight * 1000, `${eight * 1000}`],
  [new Date(NaN), 'invalid Date'],
  [null, 'null'],
  [undefined, 'undefined'],
  [{}, 'Object'],
  ['', '""'],
  ['2026-06-01', '2026-06-01'],
  ['2026-06-01T08:00:00', '2026-06-01T08:00:00'],
  ['2026-06-01T08:00:00.5', '.5'],
  ['2026-06-01 08:00:00Z', '2026-06-01 08'],
  ['2026-06-01t08:00:00z', 't08'],
  ['2026-02-30T00:00:00Z', '2026-02-30'],
  ['2026-02-29T00:00:00Z', '2026-02-29'],
  ['1900-02-29T00:00:00Z', '1900-02-29'],
  ['2026-00-01T00:00:00Z', '2026-00-01'],
  ['2026-13-01T00:00:00Z', '2026-13-01'],
  ['2026-06-00T00:00:00Z', '2026-06-00'],
  ['2026-06-31T00:00:00Z', '2026-06-31'],
  ['2026-06-01T24:00:00Z', 'T24'],
  ['2026-06-01T23:60:00Z', ':60'],
  ['2026-06-30T23:59:60Z', ':60Z'],
  ['2026-06-01T08:00:00.Z', '.Z'],
  ['2026-06-01T08:00:00,5Z', ',5Z'],
  ['2026-06-01T08Z', 'T08Z'],
  ['2026-06-01T8:00:00Z', 'T8'],
  ['2026-6-1T08:00:00Z', '2026-6-1'],
  ['2026-06-01T08:00:00+02', '+02'],
  ['2026-06-01T08:00:00+2:00', '+2'],
  ['2026-06-01T08:00:00+24:00', '+24'],
  ['2026-06-01T08:00:00+02:60', '+02:60'],
  ['2026-06-01T08:00:00Z ', 'Z '],
  [' 2026-06-01T08:00:00Z', ' 2026'],
  ['2026-06-01T08:00:00ZZ', 'ZZ'],
  ['+002026-06-01T08:00:00Z', '+002026'],
  ['-000001-06-01T08:00:00Z', '-000001'],
  ['0000-01-01T00:00:00+01:00', '0000-01-01'],
  ['9999-12-31T23:30:00-01:00', '9999-12-31'],
  ['٢٠٢٦-06-01T08:00:00Z', '٢٠٢٦'],
  ['1780300800000', '1780300800000'],
];

describe('parseInstant', () => {
  for (const [value, ms] of read) {
    const name = value instanceof Date ? `a Date of ${value.getTime()}` : value;
    it(`${name} is ${ms}`, () => {
      expect(parseInstant(value)).to.equal(ms);
      expect(isInstant(value)).to.equal(true);
    });
  }

  for (const [value, named] of refused) {
    it(`refuses ${String(value) || 'empty text'} and names it`, () => {
      expect(() => parseInstant(value as Instant)).to.throw(RangeError, named);
      expect(isInstant(value)).to.equal(false);
    });
  }

  it('says what to use instead of seconds, microseconds and zoneless text', () => {
    expect(() => parseInstant(1_780_300_800)).to.throw('seconds times 1000');
    expect(() => parseInstant(eight * 1000)).to.throw('not microseconds');
    expect(() => parseInstant('2026-06-01T08:00')).to.throw('with Z or an offset');
  });

  it('shows at most the first characters of a long text', () => {
    expect(() => parseInstant('x'.repeat(100_000)))
      .to.throw(RangeError)
      .with.property('message')
      .with.length.below(300);
  });

  it('agrees with Date.parse on the first and last minute of every month for 400 years', () => {
    const different: string[] = [];
    for (let month = 0; month < 4800; month++) {
      for (const ms of [Date.UTC(1800, month, 1), Date.UTC(1800, month, 1) - 60_000]) {
        const text = new Date(ms).toISOString();
        if (parseInstant(text) !== ms) different.push(text);
      }
    }
    expect(different).to.deep.equal([]);
  });
});

describe('formatInstant', () => {
  it('writes ISO 8601 UTC with milliseconds', () => {
    expect(formatInstant(eight)).to.equal('2026-06-01T08:00:00.000Z');
    expect(formatInstant(-1)).to.equal('1969-12-31T23:59:59.999Z');
  });

  for (const ms of [NaN, Infinity, 8.64e15, Date.UTC(10_000, 0, 1)]) {
    it(`refuses ${ms} and names it`, () => expect(() => formatInstant(ms)).to.throw(RangeError, String(ms)));
  }
});
