import { expect } from 'chai';
import { countBuckets, countSegments, toBuckets, type BucketOptions } from '../../../src/core/time/buckets.js';
import { CALENDAR_GRAINS, FOLDED_GRAINS } from '../../../src/core/time/grain.js';
import { formatInstant, parseInstant } from '../../../src/core/time/instant.js';
import { toInstants } from '../../../src/core/time/range.js';

const HOUR = 3_600_000;
const later = Date.UTC(2040, 0, 1);

function cut(from: string, to: string, grain: BucketOptions['grain'], rest: Partial<BucketOptions> = {}) {
  return toBuckets({ from, to, grain, timeZone: 'Europe/Berlin', now: later, ...rest });
}

const lengths = (edges: readonly number[]) => edges.slice(1).map((edge, i) => (edge - edges[i]!) / HOUR);
const partialLabels = ({ labels, partial }: { labels: string[]; partial: boolean[] }) =>
  labels.filter((_, i) => partial[i]);

function hoursPerBucket({ edges, bucketOf, bucketCount }: ReturnType<typeof toBuckets>): number[] {
  const hours = Array.from({ length: bucketCount }, () => 0);
  lengths(edges).forEach((length, i) => (hours[bucketOf[i]!]! += length));
  return hours;
}

describe('toBuckets by calendar', () => {
  const labelled: [grain: BucketOptions['grain'], from: string, to: string, labels: string[], partial: string[]][] = [
    ['day', '2026-06-01', '2026-06-01', ['2026-06-01'], []],
    ['day', '2026-02-27', '2026-03-02', ['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02'], []],
    ['day', '2024-02-28', '2024-03-01', ['2024-02-28', '2024-02-29', '2024-03-01'], []],
    ['week', '2026-06-01', '2026-06-07', ['2026-06-01'], []],
    ['week', '2026-06-02', '2026-06-15', ['2026-06-01', '2026-06-08', '2026-06-15'], ['2026-06-01', '2026-06-15']],
    ['week', '2026-06-03', '2026-06-04', ['2026-06-01'], ['2026-06-01']],
    ['week', '2025-12-31', '2026-01-04', ['2025-12-29'], ['2025-12-29']],
    ['month', '2026-01-31', '2026-03-01', ['2026-01-01', '2026-02-01', '2026-03-01'], ['2026-01-01', '2026-03-01']],
    ['month', '2025-12-01', '2026-02-28', ['2025-12-01', '2026-01-01', '2026-02-01'], []],
    ['month', '2024-02-01', '2024-02-28', ['2024-02-01'], ['2024-02-01']],
    ['quarter', '2026-03-31', '2026-06-30', ['2026-01-01', '2026-04-01'], ['2026-01-01']],
    ['quarter', '2025-10-01', '2026-06-29', ['2025-10-01', '2026-01-01', '2026-04-01'], ['2026-04-01']],
    ['year', '2024-01-01', '2026-06-07', ['2024-01-01', '2025-01-01', '2026-01-01'], ['2026-01-01']],
    ['year', '2024-01-02', '2025-12-31', ['2024-01-01', '2025-01-01'], ['2024-01-01']],
  ];
  for (const [grain, from, to, labels, partial] of labelled) {
    it(`${from}/${to} by ${grain} is ${labels.join(' ')}, cut: ${partial.join(' ') || 'none'}`, () => {
      const buckets = cut(from, to, grain);
      expect(buckets.labels).to.deep.equal(labels);
      expect(partialLabels(buckets)).to.deep.equal(partial);
    });
  }

  it('starts weeks on the day asked for', () => {
    expect(cut('2026-06-01', '2026-06-14', 'week', { weekStart: 7 }).labels).to.deep.equal([
      '2026-05-31',
      '2026-06-07',
      '2026-06-14',
    ]);
    expect(cut('2026-06-01', '2026-06-14', 'week', { weekStart: 6 }).labels).to.deep.equal([
      '2026-05-30',
      '2026-06-06',
      '2026-06-13',
    ]);
  });

  const clockChanges: [zone: string, from: string, to: string, hours: number[]][] = [
    ['Europe/Berlin', '2026-03-28', '2026-03-30', [24, 23, 24]],
    ['Europe/Berlin', '2026-10-24', '2026-10-26', [24, 25, 24]],
    ['Australia/Lord_Howe', '2026-04-04', '2026-04-06', [24, 24.5, 24]],
    ['Antarctica/Troll', '2026-03-28', '2026-03-30', [24, 22, 24]],
    ['Pacific/Apia', '2011-12-29', '2011-12-31', [24, 0, 24]],
    ['Asia/Kathmandu', '2026-06-01', '2026-06-02', [24, 24]],
  ];
  for (const [timeZone, from, to, hours] of clockChanges) {
    it(`days of ${from}/${to} in ${timeZone} have ${hours.join(', ')} hours`, () =>
      expect(lengths(cut(from, to, 'day', { timeZone }).edges)).to.deep.equal(hours));
  }

  it('keeps a skipped date as a bucket that can hold nothing', () => {
    const { labels, edges, partial } = cut('2011-12-30', '2011-12-30', 'day', { timeZone: 'Pacific/Apia' });
    expect({ labels, length: edges[1]! - edges[0]!, partial }).to.deep.equal({
      labels: ['2011-12-30'],
      length: 0,
      partial: [false],
    });
  });
});

describe('toBuckets by hour', () => {
  const near = (zone: string, date: string, from: number, to: number) =>
    cut(date, date, 'hour', { timeZone: zone }).labels.slice(from, to);

  const days: [zone: string, date: string, from: number, labels: string[], count: number][] = [
    ['UTC', '2026-06-01', 0, ['2026-06-01T00:00+00:00', '2026-06-01T01:00+00:00'], 24],
    [
      'Europe/Berlin',
      '2026-10-25',
      1,
      ['2026-10-25T01:00+02:00', '2026-10-25T02:00+02:00', '2026-10-25T02:00+01:00', '2026-10-25T03:00+01:00'],
      25,
    ],
    ['Europe/Berlin', '2026-03-29', 1, ['2026-03-29T01:00+01:00', '2026-03-29T03:00+02:00'], 23],
    ['Asia/Kathmandu', '2026-06-01', 0, ['2026-06-01T00:00+05:45', '2026-06-01T01:00+05:45'], 24],
    [
      'America/St_Johns',
      '2010-11-07',
      0,
      ['2010-11-07T00:00-02:30', '2010-11-07T00:00-03:30', '2010-11-07T01:00-03:30'],
      25,
    ],
    [
      'Australia/Lord_Howe',
      '2026-04-05',
      0,
      ['2026-04-05T00:00+11:00', '2026-04-05T01:00+11:00', '2026-04-05T02:00+10:30'],
      24,
    ],
    [
      'Australia/Lord_Howe',
      '2026-10-04',
      0,
      ['2026-10-04T00:00+10:30', '2026-10-04T01:00+10:30', '2026-10-04T03:00+11:00'],
      23,
    ],
    ['Antarctica/Troll', '2026-03-29', 0, ['2026-03-29T00:00+00:00', '2026-03-29T03:00+02:00'], 22],
    [
      'Antarctica/Troll',
      '2026-10-25',
      1,
      [
        '2026-10-25T01:00+02:00',
        '2026-10-25T02:00+02:00',
        '2026-10-25T01:00+00:00',
        '2026-10-25T02:00+00:00',
        '2026-10-25T03:00+00:00',
      ],
      26,
    ],
    ['America/Sao_Paulo', '2018-11-04', 0, ['2018-11-04T01:00-02:00', '2018-11-04T02:00-02:00'], 23],
    ['Asia/Pyongyang', '2018-05-04', 22, ['2018-05-04T22:00+08:30', '2018-05-04T23:00+08:30'], 24],
    ['Pacific/Apia', '2011-12-30', 0, [], 0],
  ];
  for (const [zone, date, from, labels, count] of days) {
    it(`${date} in ${zone} has ${count} hours, ${labels.join(' ') || 'none'} among them`, () => {
      expect(near(zone, date, from, from + labels.length)).to.deep.equal(labels);
      expect(cut(date, date, 'hour', { timeZone: zone }).bucketCount).to.equal(count);
    });
  }

  it('gives Lord Howe one hour of 90 minutes at each change', () => {
    expect(
      lengths(cut('2026-04-05', '2026-04-05', 'hour', { timeZone: 'Australia/Lord_Howe' }).edges).slice(0, 3),
    ).to.deep.equal([1, 1.5, 1]);
    expect(
      lengths(cut('2026-10-04', '2026-10-04', 'hour', { timeZone: 'Australia/Lord_Howe' }).edges).slice(0, 3),
    ).to.deep.equal([1, 1.5, 1]);
  });

  it('gives no two hours the same label, whatever the clock does', () => {
    for (const timeZone of [
      'Europe/Berlin',
      'Australia/Lord_Howe',
      'Antarctica/Troll',
      'America/Havana',
      'Africa/Casablanca',
      'America/St_Johns',
    ]) {
      const { labels } = cut('2010-01-01', '2011-12-31', 'hour', { timeZone });
      expect(new Set(labels).size).to.equal(labels.length);
    }
  });

  it('cuts no hour of whole days short', () =>
    expect(partialLabels(cut('2026-10-24', '2026-10-26', 'hour'))).to.deep.equal([]));

  it('cuts the hour that a range enters or leaves between two full ones', () => {
    const timeZone = 'Asia/Singapore';
    const [before, after] = [
      cut('1932-12-31', '1932-12-31', 'hour', { timeZone }),
      cut('1933-01-01', '1933-01-01', 'hour', { timeZone }),
    ];
    expect(partialLabels(before)).to.deep.equal(['1932-12-31T23:00+07:00']);
    expect(partialLabels(after)).to.deep.equal(['1933-01-01T00:20+07:20']);
    expect(cut('1932-12-31', '1933-01-01', 'hour', { timeZone }).labels.slice(22, 25)).to.deep.equal([
      '1932-12-31T22:00+07:00',
      '1932-12-31T23:00+07:00',
      '1933-01-01T01:00+07:20',
    ]);
  });
});

describe('toBuckets at now', () => {
  const now = parseInstant('2026-06-03T08:30:00Z');
  const unfinished: [grain: BucketOptions['grain'], now: number, partial: string[]][] = [
    ['day', now, ['2026-06-03', '2026-06-04']],
    ['day', parseInstant('2026-06-03T22:00:00Z'), ['2026-06-04']],
    ['day', parseInstant('2026-06-03T21:59:59.999Z'), ['2026-06-03', '2026-06-04']],
    ['day', parseInstant('2026-06-04T22:00:00Z'), []],
    ['day', parseInstant('2026-06-01T22:00:00Z'), ['2026-06-02', '2026-06-03', '2026-06-04']],
    ['week', later, ['2026-06-01']],
    ['day-of-week', now, ['3', '4']],
    ['day-of-month', now, ['03', '04']],
    ['month-of-year', now, ['06']],
    ['month-of-year', later, []],
  ];
  for (const [grain, at, partial] of unfinished) {
    it(`at ${formatInstant(at)} of 2026-06-02/2026-06-04 by ${grain}, ${partial.join(' ') || 'nothing'} is partial`, () => {
      expect(partialLabels(cut('2026-06-02', '2026-06-04', grain, { now: at }))).to.deep.equal(partial);
    });
  }

  it('finishes an hour at its end', () => {
    const { partial } = cut('2026-06-03', '2026-06-03', 'hour', { now });
    expect(partial.indexOf(true)).to.equal(10);
    expect(
      cut('2026-06-03', '2026-06-03', 'hour', { now: parseInstant('2026-06-03T09:00:00Z') }).partial.indexOf(true),
    ).to.equal(11);
  });

  it('leaves an hour of the day partial while one of its days has it ahead', () => {
    expect(partialLabels(cut('2026-06-02', '2026-06-03', 'hour-of-day', { now })).slice(0, 2)).to.deep.equal([
      '10',
      '11',
    ]);
  });
});

describe('toBuckets folded', () => {
  const labelled: [
    grain: BucketOptions['grain'],
    weekStart: 1 | 6 | 7,
    count: number,
    first: string[],
    last: string,
  ][] = [
    ['hour-of-day', 1, 24, ['00', '01'], '23'],
    ['day-of-week', 1, 7, ['1', '2'], '7'],
    ['day-of-week', 6, 7, ['6', '7', '1'], '5'],
    ['day-of-week', 7, 7, ['7', '1'], '6'],
    ['day-of-month', 1, 31, ['01', '02'], '31'],
    ['month-of-year', 1, 12, ['01', '02'], '12'],
    ['hour-of-week', 1, 168, ['1T00', '1T01'], '7T23'],
    ['hour-of-week', 7, 168, ['7T00', '7T01'], '6T23'],
  ];
  for (const [grain, weekStart, count, first, last] of labelled) {
    it(`${grain} with weeks from ${weekStart} always has ${count} labels, ${first.join(' ')} … ${last}`, () => {
      const { labels, bucketCount } = cut('2026-06-03', '2026-06-03', grain, { weekStart });
      expect([labels.length, bucketCount]).to.deep.equal([count, count]);
      expect([labels.slice(0, first.length), labels.at(-1)]).to.deep.equal([first, last]);
    });
  }

  const folded: [
    what: string,
    grain: BucketOptions['grain'],
    zone: string,
    from: string,
    to: string,
    hours: Record<string, number>,
  ][] = [
    ['a day', 'hour-of-day', 'UTC', '2026-06-03', '2026-06-03', { '00': 1, '12': 1, '23': 1 }],
    [
      'the hour that comes twice',
      'hour-of-day',
      'Europe/Berlin',
      '2026-10-25',
      '2026-10-25',
      { '01': 1, '02': 2, '03': 1 },
    ],
    [
      'the hour that is skipped',
      'hour-of-day',
      'Europe/Berlin',
      '2026-03-29',
      '2026-03-29',
      { '01': 1, '02': 0, '03': 1 },
    ],
    [
      'the half hour that comes twice',
      'hour-of-day',
      'Australia/Lord_Howe',
      '2026-04-05',
      '2026-04-05',
      { '00': 1, '01': 1.5, '02': 1 },
    ],
    [
      'the half hour that is skipped',
      'hour-of-day',
      'Australia/Lord_Howe',
      '2026-10-04',
      '2026-10-04',
      { '01': 1, '02': 0.5, '03': 1 },
    ],
    [
      '59 minutes set back from 00:01',
      'hour-of-day',
      'America/St_Johns',
      '2010-11-07',
      '2010-11-07',
      { '00': 1 + 1 / 60, '23': 1 + 59 / 60 },
    ],
    ['quarter hours', 'hour-of-day', 'Asia/Kathmandu', '2026-06-01', '2026-06-07', { '00': 7, '23': 7 }],
    ['a Wednesday', 'day-of-week', 'UTC', '2026-06-03', '2026-06-03', { '2': 0, '3': 24, '4': 0 }],
    [
      'the Friday that Apia skipped',
      'day-of-week',
      'Pacific/Apia',
      '2011-12-26',
      '2012-01-01',
      { '4': 24, '5': 0, '6': 24 },
    ],
    [
      'a year of month days',
      'day-of-month',
      'UTC',
      '2026-01-01',
      '2026-12-31',
      { '01': 288, '29': 264, '30': 264, '31': 168 },
    ],
    ['Januaries', 'month-of-year', 'UTC', '2025-01-31', '2026-01-02', { '01': 72, '02': 672, '12': 744 }],
    [
      'a Sunday of 25 hours',
      'hour-of-week',
      'Europe/Berlin',
      '2026-10-19',
      '2026-10-25',
      { '1T00': 1, '7T02': 2, '7T23': 1 },
    ],
  ];
  for (const [what, grain, timeZone, from, to, expected] of folded) {
    it(`${what}: ${from}/${to} in ${timeZone} by ${grain} is ${JSON.stringify(expected)} hours`, () => {
      const buckets = cut(from, to, grain, { timeZone });
      const hours = hoursPerBucket(buckets);
      for (const [label, length] of Object.entries(expected))
        expect(hours[buckets.labels.indexOf(label)], label).to.be.closeTo(length, 1e-9);
    });
  }
});

describe('every grain', () => {
  const ranges: [from: string, to: string, zone: string][] = [
    ['2026-06-03', '2026-06-03', 'UTC'],
    ['2026-01-15', '2026-11-20', 'Europe/Berlin'],
    ['2011-11-15', '2012-01-10', 'Pacific/Apia'],
    ['2026-03-01', '2026-04-30', 'Australia/Lord_Howe'],
    ['2010-11-01', '2010-11-30', 'America/St_Johns'],
  ];
  for (const grain of [...CALENDAR_GRAINS, ...FOLDED_GRAINS]) {
    for (const [from, to, timeZone] of ranges) {
      it(`${grain} covers ${from}/${to} in ${timeZone} from its start to its end, in order`, () => {
        const { labels, partial, edges, bucketOf, bucketCount } = cut(from, to, grain, { timeZone });
        const { start, end } = toInstants({ from, to }, timeZone);
        expect([edges[0], edges.at(-1)]).to.deep.equal([start, end]);
        expect(edges.every((edge, i) => i === 0 || edge >= edges[i - 1]!)).to.equal(true);
        expect(bucketOf).to.have.length(edges.length - 1);
        expect([labels.length, partial.length]).to.deep.equal([bucketCount, bucketCount]);
        expect(bucketOf.every((bucket) => bucket >= 0 && bucket < bucketCount)).to.equal(true);
        if (grain !== 'hour' || timeZone !== 'Australia/Lord_Howe')
          expect(countBuckets({ from, to, timeZone, grain })).to.equal(bucketCount);
      });
    }
  }
});

describe('countBuckets and countSegments', () => {
  const cases: [grain: BucketOptions['grain'], from: string, to: string, buckets: number, segments: number][] = [
    ['hour', '2026-10-25', '2026-10-25', 25, 25],
    ['hour', '0000-01-01', '9999-12-31', 87_658_200, 87_658_200],
    ['day', '0000-01-01', '9999-12-31', 3_652_425, 3_652_425],
    ['week', '2026-06-02', '2026-06-15', 3, 3],
    ['month', '2025-12-31', '2026-01-01', 2, 2],
    ['quarter', '2026-03-31', '2026-04-01', 2, 2],
    ['year', '2025-12-31', '2026-01-01', 2, 2],
    ['hour-of-week', '2026-06-01', '2026-06-07', 168, 168],
    ['hour-of-day', '2020-01-01', '2020-12-31', 24, 8784],
    ['day-of-week', '2020-01-01', '2020-12-31', 7, 366],
    ['month-of-year', '2020-01-01', '2021-12-31', 12, 24],
  ];
  for (const [grain, from, to, buckets, segments] of cases) {
    it(`${from}/${to} by ${grain} are ${buckets} buckets of ${segments} segments`, () => {
      const timeZone = from.startsWith('0000') ? 'UTC' : 'Europe/Berlin';
      expect(countBuckets({ from, to, timeZone, grain })).to.equal(buckets);
      expect(countSegments({ from, to, timeZone, grain })).to.equal(segments);
    });
  }
});

describe('the same range again', () => {
  const options: BucketOptions = {
    from: '2026-06-01',
    to: '2026-06-03',
    timeZone: 'Europe/Berlin',
    grain: 'day',
    now: later,
  };

  it('is not what was done to an earlier answer', () => {
    const first = toBuckets(options);
    const copy = structuredClone(first);
    first.labels[0] = 'changed';
    first.edges.length = 0;
    first.bucketOf.reverse();
    first.partial.fill(true);
    expect(toBuckets(options)).to.deep.equal(copy);
  });

  it('follows now', () => {
    expect(partialLabels(toBuckets(options))).to.deep.equal([]);
    expect(partialLabels(toBuckets({ ...options, now: Date.UTC(2026, 5, 2, 12) }))).to.deep.equal([
      '2026-06-02',
      '2026-06-03',
    ]);
  });

  it('starts its weeks as it is asked to', () => {
    const weeks = (weekStart: 1 | 7) => toBuckets({ ...options, grain: 'week', weekStart }).labels;
    expect([weeks(1), weeks(7), weeks(1)]).to.deep.equal([['2026-06-01'], ['2026-05-31'], ['2026-06-01']]);
  });
});

describe('wrong options', () => {
  const wrong: [options: Partial<BucketOptions>, named: string][] = [
    [{ grain: 'fortnight' as 'day' }, '"fortnight"'],
    [{ grain: 'toString' as 'day' }, '"toString"'],
    [{ timeZone: 'Mars/Phobos' }, '"Mars/Phobos"'],
    [{ from: '2026-02-30' }, '"2026-02-30"'],
    [{ to: '2026-06-31' }, '"2026-06-31"'],
    [{ from: '2026-06-08' }, '2026-06-08/2026-06-07'],
  ];
  for (const [options, named] of wrong) {
    it(`names ${named}`, () => {
      const given: BucketOptions = {
        from: '2026-06-01',
        to: '2026-06-07',
        timeZone: 'UTC',
        grain: 'day',
        now: later,
        ...options,
      };
      expect(() => toBuckets(given)).to.throw(RangeError, named);
      if (!options.timeZone) expect(() => countBuckets(given)).to.throw(RangeError, named);
    });
  }
});
