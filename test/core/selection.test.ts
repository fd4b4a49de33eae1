import { expect } from 'chai';
import { readSelectedValue, survivesFilters, toSelectedList, toSelectedMetric, toSelectedScope, type Selection } from '../../src/core/selection.js';

const WEEK = { from: '2026-06-01', to: '2026-06-07' };
const around = { range: WEEK, timeZone: 'UTC', filters: { tag: ['returns'] } };
const selection = (rest: Partial<Selection> = {}): Selection => ({ asked: around, own: [], ...rest });
const bucket = { label: '2026-06-03', grain: 'day', from: '2026-06-03T00:00:00Z', to: '2026-06-04T00:00:00Z' } as const;

describe('the scope of a selection', () => {
  it('of a tile is the one around', () => {
    expect(toSelectedScope(around, selection({ metric: 'ai-resolved' }))).to.deep.equal(around);
  });

  it('of a group adds its value to the filters', () => {
    const { filters } = toSelectedScope(around, selection({ group: { dimension: 'channel', values: ['sms'], isRest: false } }));
    expect(filters).to.deep.equal({ tag: ['returns'], channel: ['sms'] });
  });

  it('of a group narrows a filter of the same dimension', () => {
    const scope = { ...around, filters: { channel: ['sms', 'email'] } };
    expect(toSelectedScope(scope, selection({ group: { dimension: 'channel', values: ['sms'], isRest: false } })).filters).to.deep.equal({ channel: ['sms'] });
  });

  it('of records without a value keeps the empty value', () => {
    expect(toSelectedScope(around, selection({ group: { dimension: 'channel', values: [''], isRest: false } })).filters['channel']).to.deep.equal(['']);
  });

  it('of the rest excludes the groups beside it, and what was excluded before', () => {
    const scope = { ...around, filters: { '!tag': ['jobs'] } };
    const { filters } = toSelectedScope(scope, selection({ group: { dimension: 'tag', values: ['returns', 'sizes'], isRest: true } }));
    expect(filters).to.deep.equal({ '!tag': ['jobs', 'returns', 'sizes'] });
  });

  it('takes from the widget what the widget set itself, and the rest from around', () => {
    const asked = { range: { from: '2026-01-01', to: '2026-01-31' }, timeZone: 'Asia/Seoul', filters: { channel: ['sms'] } };
    expect(toSelectedScope(around, selection({ asked, own: ['range', 'filters'] }))).to.deep.equal({ range: asked.range, timeZone: 'UTC', filters: asked.filters });
  });
});

describe('the questions of a selection', () => {
  it('list a bar by its instants and its metric', () => {
    expect(toSelectedList(selection({ metric: 'link-clicks', bucket }))).to.deep.equal({ metric: 'link-clicks', fromInstant: bucket.from, toInstant: bucket.to });
  });

  it('list a gap by its conversations', () => {
    expect(toSelectedList(selection({ only: { ids: ['a', 'b'], topic: 'Gift wrap?' } }))).to.deep.equal({ ids: ['a', 'b'] });
  });

  it('ask for the number of a bar by the bucket it stands in', () => {
    const chosen = selection({ metric: 'link-clicks', bucket });
    expect(toSelectedMetric(chosen, around, 1)).to.deep.equal({ metrics: ['link-clicks'], ...WEEK, timeZone: 'UTC', weekStart: 1, filters: { tag: ['returns'] }, grain: 'day' });
    const answer = { buckets: ['2026-06-02', '2026-06-03'], metrics: { 'link-clicks': { value: 9, byBucket: [4, 5] } } };
    expect(readSelectedValue(chosen, answer)).to.equal(5);
    expect(readSelectedValue(selection({ metric: 'link-clicks' }), answer)).to.equal(9);
  });

  it('know no number for a bucket that is gone', () => {
    expect(readSelectedValue(selection({ bucket }), { buckets: [], metrics: { 'total-volume': { value: 3, byBucket: [] } } })).to.equal(null);
  });
});

describe('a selection among other filters', () => {
  const chosen = selection({ group: { dimension: 'channel', values: ['sms'], isRest: false } });

  it('stays while its own dimension is left alone', () => {
    expect(survivesFilters(chosen, { channel: ['sms', 'email'] }, { channel: ['sms', 'email'], tag: ['returns'] })).to.equal(true);
  });

  it('goes when the reader filters its dimension anew, also by exclusion', () => {
    expect(survivesFilters(chosen, {}, { channel: ['email'] })).to.equal(false);
    expect(survivesFilters(chosen, {}, { '!channel': ['email'] })).to.equal(false);
  });

  it('without a group stays', () => {
    expect(survivesFilters(selection({ metric: 'ai-resolved' }), {}, { channel: ['email'] })).to.equal(true);
  });
});
