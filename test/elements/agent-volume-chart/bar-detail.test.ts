import { expect } from 'chai';
import { describeBar, toBarSelection } from '../../../src/elements/agent-volume-chart/bar-detail.js';
import type { ChartData, Series } from '../../../src/elements/agent-volume-chart/chart-data.js';

const series = (key: string | undefined, id = key ?? 'rest'): Series => ({
  key,
  id,
  label: id,
  token: 'series-1',
  values: [1],
  total: 1,
});
const data = (all: Series[]): ChartData =>
  ({
    metric: 'total-volume',
    groupBy: 'channel',
    grain: 'day',
    buckets: ['2026-06-01'],
    series: all,
    isUngrouped: false,
    isStacked: true,
  }) as unknown as ChartData;
const scope = {
  range: { from: '2026-06-01', to: '2026-06-01' },
  compare: undefined,
  timeZone: 'Europe/Berlin',
  weekStart: 1 as const,
  filters: {},
  now: Date.parse('2026-06-07T12:00:00Z'),
  nowText: undefined,
};

/** The groups that a bar, or its piece `id`, leads to. */
function groupOf(all: Series[], id: string | undefined, hidden: string[] = []) {
  return toBarSelection(data(all), describeBar(data(all), 0, id, scope), new Set(hidden)).group;
}

const TWO = [series('sms'), series('email')];
const WITH_REST = [...TWO, series(undefined)];

describe('the conversations behind a bar', () => {
  it('are between its instants, in its zone', () => {
    const { bucket } = toBarSelection(data(TWO), describeBar(data(TWO), 0, undefined, scope), new Set());
    expect(bucket).to.deep.equal({
      label: '2026-06-01',
      grain: 'day',
      from: '2026-05-31T22:00:00.000Z',
      to: '2026-06-01T22:00:00.000Z',
    });
  });

  const cases: [name: string, all: Series[], id: string | undefined, hidden: string[], expected: object | undefined][] =
    [
      ['a whole bar holds all groups', TWO, undefined, [], undefined],
      ['a piece is its group', TWO, 'sms', [], { dimension: 'channel', values: ['sms'], isRest: false }],
      [
        'the rest is what is beside the others',
        WITH_REST,
        'rest',
        [],
        { dimension: 'channel', values: ['sms', 'email'], isRest: true },
      ],
      [
        'hidden groups are not part of a whole bar',
        TWO,
        undefined,
        ['email'],
        { dimension: 'channel', values: ['sms'], isRest: false },
      ],
      [
        'hidden groups are left out beside the rest',
        WITH_REST,
        undefined,
        ['email'],
        { dimension: 'channel', values: ['email'], isRest: true },
      ],
      [
        'without a hidden rest only the others are left',
        WITH_REST,
        undefined,
        ['rest'],
        { dimension: 'channel', values: ['sms', 'email'], isRest: false },
      ],
      [
        'a bar of which all is hidden holds nothing',
        TWO,
        undefined,
        ['sms', 'email'],
        { dimension: 'channel', values: [], isRest: false },
      ],
    ];
  for (const [name, all, id, hidden, expected] of cases)
    it(name, () => expect(groupOf(all, id, hidden)).to.deep.equal(expected));
});
