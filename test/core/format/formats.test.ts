import { expect } from 'chai';
import { createFormats, fillText } from '../../../src/core/format/formats.js';
import type { Unit } from '../../../src/core/metrics/definition.js';

/** Editions of locale data differ in which space they put. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f\u2009]/g, ' ');
const formats = (language: string, currency?: string) => createFormats(language, 'Europe/Berlin', currency);

describe('numbers in a tile', () => {
  const cases: [language: string, unit: Unit, value: number, compact: string, exact: string][] = [
    ['en', 'count', 0, '0', '0'],
    ['en', 'count', 1234, '1,234', '1,234'],
    ['en', 'count', 12_345, '12.3K', '12,345'],
    ['de', 'count', 12_345_678, '12,3 Mio.', '12.345.678'],
    ['ko', 'count', 12_345, '1.2만', '12,345'],
    ['fi', 'count', 1234, '1 234', '1 234'],
    ['en', 'percent', 0.70512, '70.5%', '70.5%'],
    ['de', 'percent', 0.70512, '70,5 %', '70,5 %'],
    ['en', 'percent', 1, '100%', '100%'],
    ['en', 'percent', 3999 / 4000, '>99.9%', '>99.9%'],
    ['de', 'percent', 3999 / 4000, '> 99,9 %', '> 99,9 %'],
    ['fi', 'percent', 3999 / 4000, '> 99,9 %', '> 99,9 %'],
    ['ko', 'percent', 1 / 4000, '<0.1%', '<0.1%'],
    ['de', 'percent', 1 / 4000, '< 0,1 %', '< 0,1 %'],
    ['en', 'percent', 0.9994, '99.9%', '99.9%'],
    ['en', 'percent', 0.0006, '0.1%', '0.1%'],
    ['en', 'percent', 0.9995, '>99.9%', '>99.9%'],
    ['en', 'percent', 1.0001, '>100%', '>100%'],
    ['en', 'count', -1234, '−1,234', '−1,234'],
    ['en', 'count', -0.2, '0', '0'],
    ['de', 'points', -4.456, '−4,5', '−4,46'],
    ['en', 'duration', -28.1, '−28.1 sec', '−28.1 sec'],
    ['en', 'duration', -150, '−2.5 min', '−2 min 30 sec'],
    ['en', 'percent', 0, '0%', '0%'],
    ['en', 'duration', 0, '0 sec', '0 sec'],
    ['en', 'duration', 28.1, '28.1 sec', '28.1 sec'],
    ['en', 'duration', 150, '2.5 min', '2 min 30 sec'],
    ['en', 'duration', 3600, '1 hr', '1 hr'],
    ['en', 'duration', 93_600, '1.1 days', '1 day 2 hr'],
    ['de', 'duration', 150, '2,5 Min.', '2 Min. 30 Sek.'],
    ['en', 'points', 4.456, '4.5', '4.46'],
    ['en', 'messages', 22.94, '22.9', '22.94'],
  ];
  for (const [language, unit, value, compact, exact] of cases) {
    it(`${language} ${unit} ${value} is ${compact}, in full ${exact}`, () => {
      const { compact: short, exact: full } = formats(language);
      expect(plain(short(value, unit))).to.equal(compact);
      expect(plain(full(value, unit))).to.equal(exact);
    });
  }
});

describe('a rate of many', () => {
  it('is written as none or all only where it is', () => {
    for (const language of ['en', 'de', 'ko', 'fi']) {
      const { compact, exact, share } = formats(language);
      for (const all of [3, 100, 999, 1000, 2000, 4000, 123_456, 10_000_000]) {
        for (const part of [1, 2, Math.floor(all / 2), all - 2, all - 1]) {
          const texts = [compact(part / all, 'percent'), exact(part / all, 'percent'), share(part / all)];
          expect(new Set(texts).size, `${part} of ${all}`).to.equal(1);
          for (const text of [...texts, share(part / all, 0)]) expect(plain(text)).to.not.match(/^(?:0|100) ?%$/);
        }
      }
    }
  });
});

describe('money in minor units', () => {
  const cases: [language: string, currency: string | undefined, minor: number, compact: string, exact: string][] = [
    ['en', 'EUR', 12_156, '€121.56', '€121.56'],
    ['en', 'EUR', 194_495, '€1,945', '€1,944.95'],
    ['en', 'EUR', 1_234_567, '€12.3K', '€12,345.67'],
    ['de', 'EUR', 194_495, '1.945 €', '1.944,95 €'],
    ['ko', 'KRW', 12_345, '₩1.2만', '₩12,345'],
    ['en', 'JPY', 500, '¥500', '¥500'],
    ['en', 'KWD', 1500, 'KWD 1.500', 'KWD 1.500'],
    ['en', undefined, 12_156, '121.56', '121.56'],
    ['en', 'EUR', 0, '€0.00', '€0.00'],
    ['en', 'EUR', -12_156, '−€121.56', '−€121.56'],
    ['de', 'EUR', -194_495, '−1.945 €', '−1.944,95 €'],
  ];
  for (const [language, currency, minor, compact, exact] of cases) {
    it(`${minor} ${currency ?? 'of no currency'} is ${compact} in ${language}, in full ${exact}`, () => {
      const { compact: short, exact: full } = formats(language, currency);
      expect(plain(short(minor, 'money'))).to.equal(compact);
      expect(plain(full(minor, 'money'))).to.equal(exact);
    });
  }
});

describe('changes', () => {
  const points = { one: '{n} pt', other: '{n} pts' };
  const { signedShare, signedPoints } = formats('en');

  it('always carry a sign, but zero', () => {
    expect([signedShare(0.1249), signedShare(-0.5), signedShare(0)]).to.deep.equal(['+12%', '−50%', '0%']);
    expect([0.034, -0.0061, 0].map((share) => signedPoints(points, share))).to.deep.equal([
      '+3.4 pts',
      '−0.6 pts',
      '0 pts',
    ]);
  });

  it('below a tenth show a decimal', () => {
    expect(signedShare(-0.0655)).to.match(/^−6\.[56]%$/);
  });

  it('are never written as none, nor as all where something is left', () => {
    expect([0.0004, -0.0004, 0.00001, -0.00001].map(signedShare)).to.deep.equal([
      '+0.04%',
      '−0.04%',
      '<+0.01%',
      '>−0.01%',
    ]);
    expect([-1, -0.998, -0.99999, 0.998].map(signedShare)).to.deep.equal(['−100%', '−99.8%', '<−99.99%', '+100%']);
    expect([0.0004, -0.00002].map((share) => signedPoints(points, share))).to.deep.equal(['+0.04 pts', '>−0.01 pts']);
    expect(plain(formats('de').signedShare(-0.00001))).to.equal('> −0,01 %');
  });

  it('of one point are of one point', () => {
    expect([0.01, -0.01, 0.0104, 0.011].map((share) => signedPoints(points, share))).to.deep.equal([
      '+1 pt',
      '−1 pt',
      '+1 pt',
      '+1.1 pts',
    ]);
  });

  for (const language of ['en', 'de', 'ko', 'fi', 'sv', 'he']) {
    it(`have the minus sign of mathematics in ${language}`, () => {
      const { compact, exact } = formats(language, 'EUR');
      for (const unit of ['count', 'percent', 'duration', 'money', 'points'] as const) {
        expect(compact(-12_345.6, unit), unit)
          .to.match(/\u2212/)
          .and.not.match(/-/);
        expect(exact(-0.123, unit), unit).to.not.match(/-/);
      }
    });
  }
});

describe('counted texts', () => {
  it('follow the plural rules of the language', () => {
    const forms = { one: '{n} keskustelu', other: '{n} keskustelua' };
    const { counted } = formats('fi');
    expect([0, 1, 2, 21].map((n) => counted(forms, n))).to.deep.equal([
      '0 keskustelua',
      '1 keskustelu',
      '2 keskustelua',
      '21 keskustelua',
    ]);
  });

  it('fall to the form for others', () => {
    expect(formats('en').counted({ other: '{n} rows' }, 1)).to.equal('1 rows');
  });

  it('fill their places and leave unknown ones', () => {
    expect(fillText('{a} and {b}', { a: '1' })).to.equal('1 and {b}');
  });
});

describe('dates', () => {
  it('of a range name the year once', () => {
    expect(plain(formats('en').range({ from: '2026-06-01', to: '2026-06-07' }))).to.equal('Jun 1 – 7, 2026');
    expect(plain(formats('de').range({ from: '2026-06-01', to: '2026-06-07' }))).to.equal('1.–7. Juni 2026');
  });

  it('of a compared range leave the year out where it is the same', () => {
    expect(plain(formats('en').shortRange({ from: '2026-05-25', to: '2026-05-31' }, '2026'))).to.equal('May 25 – 31');
    expect(plain(formats('en').shortRange({ from: '2025-05-25', to: '2025-05-31' }, '2026'))).to.equal(
      'May 25 – 31, 2025',
    );
  });

  it('are the calendar’s, whatever the zone', () => {
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago'])
      expect(createFormats('en', zone, undefined).date('2026-06-01')).to.equal('Jun 1, 2026');
  });

  it('of an instant are the zone’s', () => {
    expect(createFormats('en', 'Asia/Tokyo', undefined).instantDate('2026-06-01T20:00:00Z')).to.equal('Jun 2, 2026');
  });
});

describe('hours of the day', () => {
  for (const [language, hour, words] of [
    ['en', 10, /^10 ?– ?11 AM$/],
    ['en', 11, /^11 AM ?– ?12 PM$/],
    ['de', 10, /^10 ?– ?11 Uhr$/],
    ['en', 23, /^11 PM – 12 AM$/],
  ] as const) {
    it(`name ${hour} in ${language} from start to end`, () =>
      expect(createFormats(language, 'UTC', undefined).hourSpan(hour).replaceAll(/\s/g, ' ')).to.match(words));
  }
});

describe('buckets', () => {
  const cases = [
    ['hour', '2026-10-25T02:00+01:00', '2 AM', /Sun, Oct 25.*2:00 AM.*GMT\+1/],
    ['day', '2026-06-07', 'Jun 7', /^Sunday, June 7, 2026$/],
    ['week', '2026-06-01', 'Jun 1', /^Jun 1 – 7, 2026$/],
    ['month', '2026-06-01', 'Jun', /^June 2026$/],
    ['quarter', '2026-04-01', 'Apr – Jun 2026', /^Apr – Jun 2026$/],
    ['year', '2026-01-01', '2026', /^2026$/],
    ['day-of-week', '1', 'Mon', /^Monday$/],
    ['month-of-year', '12', 'Dec', /^December$/],
    ['hour-of-day', '14', '2 PM', /^2 PM$/],
    ['hour-of-week', '7T05', 'Sun 5 AM', /^Sunday 5 AM$/],
    ['day-of-month', '07', '7', /^7$/],
  ] as const;
  for (const [grain, label, short, long] of cases) {
    it(`${grain} ${label} is ${short} on an axis`, () => {
      const words = formats('en').bucket(label, grain);
      expect(plain(words.short)).to.equal(short);
      expect(plain(words.long)).to.match(long);
    });
  }
});

describe('codes', () => {
  it('of countries and languages become names', () => {
    const { regionOrValue } = formats('de');
    expect([
      regionOrValue('FI', 'region'),
      regionOrValue('ko', 'language'),
      regionOrValue('north', 'region'),
      regionOrValue('FI', 'tag'),
    ]).to.deep.equal(['Finnland', 'Koreanisch', 'north', 'FI']);
  });

  const NOW = Date.parse('2026-06-07T12:00:00Z');
  for (const [instant, text] of [
    ['2026-06-07T11:59:55Z', 'now'],
    ['2026-06-07T11:59:30Z', '30 seconds ago'],
    ['2026-06-07T11:00:01Z', '59 minutes ago'],
    ['2026-06-07T11:00:00Z', '1 hour ago'],
    ['2026-06-06T12:00:00Z', 'yesterday'],
    ['2026-05-20T12:00:00Z', '18 days ago'],
    ['2026-03-01T12:00:00Z', '3 months ago'],
    ['2024-01-01T00:00:00Z', '2 years ago'],
  ] as const) {
    it(`says ${text} of ${instant}`, () => {
      expect(createFormats('en', 'UTC', undefined).ago(Date.parse(instant), NOW)).to.equal(text);
    });
  }
});
