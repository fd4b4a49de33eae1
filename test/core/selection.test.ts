import { expect } from 'chai';
import {
  isExpressible,
  letsNothingPass,
  ownNames,
  readSelectedValue,
  survivesFilters,
  toSelectedList,
  toSelectedMetric,
  toSelectedSettings,
  type ScopeSettings,
  type Selection,
} from '../../src/core/selection.js';

const WEEK = { from: '2026-06-01', to: '2026-06-07' };
const asked = { range: WEEK, timeZone: 'UTC', weekStart: 1 as const, filters: { tag: ['returns'] }, now: undefined };
const around: ScopeSettings = {
  range: 'last-7-days',
  timeZone: undefined,
  weekStart: undefined,
  filters: { tag: ['returns'] },
  now: undefined,
};
const selection = (rest: Partial<Selection> = {}): Selection => ({ asked, own: [], ...rest });
const bucket = { label: '2026-06-03', grain: 'day', from: '2026-06-03T00:00:00Z', to: '2026-06-04T00:00:00Z' } as const;
const group = (values: string[], dimension = 'channel', isRest = false) => ({ dimension, values, isRest });
const filtersOf = (chosen: Selection['group'], filters: ScopeSettings['filters'], narrowed = {}) =>
  toSelectedSettings(selection(chosen && { group: chosen }), { ...around, filters }, narrowed).filters;

describe('what a selection is about', () => {
  it('is what holds around it, as it stands', () => {
    expect(toSelectedSettings(selection({ metric: 'ai-resolved' }), around, undefined)).to.deep.equal(around);
  });

  it('takes from the widget what the widget set itself', () => {
    const own = {
      range: { from: '2026-01-01', to: '2026-01-31' },
      timeZone: 'Asia/Seoul',
      weekStart: 7 as const,
      filters: { channel: ['sms'] },
      now: '2026-02-01T00:00:00Z',
    };
    expect(
      toSelectedSettings(selection({ asked: own, own: ['range', 'filters', 'now'] }), around, undefined),
    ).to.deep.equal({
      range: '2026-01-01/2026-01-31',
      timeZone: undefined,
      weekStart: undefined,
      filters: { channel: ['sms'] },
      now: '2026-02-01T00:00:00Z',
    });
  });

  const cases: [name: string, filters: object | undefined, chosen: Selection['group'], expected: object][] = [
    ['a group adds its value', undefined, group(['sms']), { channel: ['sms'] }],
    ['a group narrows a filter of its dimension', { channel: ['sms', 'email'] }, group(['sms']), { channel: ['sms'] }],
    ['a group that the filter leaves out is empty', { channel: ['email'] }, group(['sms']), { channel: [] }],
    ['several groups hold together', undefined, group(['sms', 'email']), { channel: ['sms', 'email'] }],
    ['records without a value keep the empty value', undefined, group(['']), { channel: [''] }],
    [
      'the rest excludes the groups beside it, and what was excluded before',
      { '!tag': ['jobs'] },
      group(['returns', 'sizes'], 'tag', true),
      { '!tag': ['jobs', 'returns', 'sizes'] },
    ],
  ];
  for (const [name, filters, chosen, expected] of cases)
    it(name, () => expect(filtersOf(chosen, filters as never)).to.deep.equal(expected));

  it('is narrowed by filters of the list itself', () => {
    expect(
      filtersOf(group(['sms']), { tag: ['returns', 'sizes'] }, { tag: ['sizes', 'jobs'], '!status': ['open'] }),
    ).to.deep.equal({ tag: ['sizes'], '!status': ['open'], channel: ['sms'] });
  });
});

describe('what somebody sets', () => {
  it('is theirs', () => expect(ownNames({ filters: {}, range: 'today' })).to.deep.equal(['range', 'filters']));
  for (const name of ['timeZone', 'weekStart', 'now'] as const) {
    it(`makes the range theirs, too, where it is ${name}`, () =>
      expect(ownNames({ [name]: 'x' })).to.include.members(['range', name]));
  }
  it('is nothing where nothing is set', () => expect(ownNames({ range: undefined })).to.deep.equal([]));
});

describe('a group', () => {
  it('of single values can always be said by filters', () =>
    expect(isExpressible(group(['sms']), { channel: ['email'] }, false)).to.equal(true));
  it('of records with several values cannot, beside a filter for another value', () =>
    expect(isExpressible(group(['a'], 'skill'), { skill: ['b'] }, true)).to.equal(false));
  it('of records with several values can without one', () =>
    expect(isExpressible(group(['a'], 'skill'), { channel: ['sms'] }, true)).to.equal(true));
  it('that no value can have lets nothing pass', () =>
    expect([letsNothingPass({ channel: [] }), letsNothingPass({ '!channel': [] }), letsNothingPass({})]).to.deep.equal([
      true,
      false,
      false,
    ]));
});

describe('the questions of a selection', () => {
  it('list a bar by its instants and its metric', () => {
    expect(toSelectedList(selection({ metric: 'link-clicks', bucket }), {})).to.deep.equal({
      metric: 'link-clicks',
      fromInstant: bucket.from,
      toInstant: bucket.to,
    });
  });

  it('list a gap by its conversations', () => {
    expect(toSelectedList(selection({ only: { ids: ['a', 'b'], topic: 'Gift wrap?' } }), {})).to.deep.equal({
      ids: ['a', 'b'],
    });
  });

  it('list no conversation where nothing can pass', () => {
    expect(toSelectedList(selection({ metric: 'ai-resolved' }), { channel: [] })).to.deep.equal({
      metric: 'ai-resolved',
      ids: [],
    });
  });

  it('ask for the number of a bar by the bucket it stands in', () => {
    const chosen = selection({ metric: 'link-clicks', bucket });
    expect(toSelectedMetric(chosen)).to.deep.equal({ metrics: ['link-clicks'], grain: 'day' });
    const answer = {
      buckets: ['2026-06-02', '2026-06-03'],
      metrics: { 'link-clicks': { value: 9, byBucket: [4, 5] } },
    };
    expect(readSelectedValue(chosen, answer)).to.equal(5);
    expect(readSelectedValue(selection({ metric: 'link-clicks' }), answer)).to.equal(9);
  });

  it('know no number for a bucket that is gone', () => {
    expect(
      readSelectedValue(selection({ bucket }), {
        buckets: [],
        metrics: { 'total-volume': { value: 3, byBucket: [] } },
      }),
    ).to.equal(null);
  });
});

describe('a selection among other filters', () => {
  const chosen = selection({ group: group(['sms']) });

  it('stays while its own dimension is left alone', () => {
    expect(
      survivesFilters(chosen, { channel: ['sms', 'email'] }, { channel: ['sms', 'email'], tag: ['returns'] }),
    ).to.equal(true);
  });

  it('goes when the reader filters its dimension anew, also by exclusion', () => {
    expect(survivesFilters(chosen, {}, { channel: ['email'] })).to.equal(false);
    expect(survivesFilters(chosen, {}, { '!channel': ['email'] })).to.equal(false);
  });

  it('without a group stays', () => {
    expect(survivesFilters(selection({ metric: 'ai-resolved' }), {}, { channel: ['email'] })).to.equal(true);
  });
});
