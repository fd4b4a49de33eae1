import { expect } from 'chai';
import { createFormats } from '../../../src/core/format/formats.js';
import type { Filters, MetricsAnswer, SourceDescription } from '../../../src/core/query.js';
import { messages } from '../../../src/locales/en.js';
import {
  searchValues,
  toChips,
  toCountsQuery,
  toDimensions,
  toValues,
  valuesIn,
  withoutValue,
  withValue,
} from '../../../src/elements/agent-filter-bar/filter-values.js';
import { description } from '../support/answers.js';

const described = (dimensions: Record<string, string[]>): SourceDescription =>
  description({
    dimensions: Object.fromEntries(
      Object.entries(dimensions).map(([name, values]) => [name, { values, truncated: false }]),
    ),
  });
const words = (dimensions: Record<string, string[]>) => ({
  messages,
  formats: createFormats('en', 'UTC', undefined),
  description: described(dimensions),
  offered: Object.keys(dimensions),
});
const counted = (groups: string[], byGroup: number[] | null, otherIndex?: number): MetricsAnswer => ({
  asOf: '',
  groups,
  ...(otherIndex !== undefined && { otherIndex }),
  metrics: { 'total-volume': { value: 0, byGroup } },
});

describe('the dimensions of a filter bar', () => {
  const cases: [name: string, has: Record<string, string[]>, asked: string[] | undefined, shown: string[]][] = [
    [
      'stand in a fixed order, own ones last',
      { plan: ['a'], tag: ['a'], status: ['open'], channel: ['sms'] },
      undefined,
      ['channel', 'status', 'tag', 'plan'],
    ],
    ['leave the outcome out where there is a status', { outcome: ['open'], status: ['open'] }, undefined, ['status']],
    ['keep it where there is none', { outcome: ['open'] }, undefined, ['outcome']],
    ['leave out what has no values', { channel: [], tag: ['a'] }, undefined, ['tag']],
    [
      'are those asked for, in their order, once',
      { channel: ['sms'], outcome: ['open'], status: ['open'] },
      ['outcome', 'channel', 'outcome', 'region'],
      ['outcome', 'channel'],
    ],
  ];
  for (const [name, has, asked, shown] of cases)
    it(name, () => expect(toDimensions(described(has), asked)).to.deep.equal(shown));
});

describe('the values of a dimension', () => {
  it('stand as described, then what else was counted or chosen, "none" last', () => {
    const values = toValues('tag', { tag: ['gone'] }, counted(['', 'new', 'b'], [2, 1, 5]), words({ tag: ['a', 'b'] }));
    expect(values.map(({ value, count, isChosen }) => [value, count, isChosen])).to.deep.equal([
      ['a', 0, false],
      ['b', 5, false],
      ['new', 1, false],
      ['gone', 0, true],
      ['', 2, false],
    ]);
    expect(values.at(-1)!.label).to.equal('None');
  });

  it('have no count before one is known, nor where the dimension cannot be counted by', () => {
    for (const answer of [undefined, counted([], null)])
      expect(toValues('tag', {}, answer, words({ tag: ['a'] }))).to.deep.equal([
        { value: 'a', label: 'a', isChosen: false, count: undefined },
      ]);
  });

  it('do not take the rest for a value of that name', () => {
    expect(
      toValues('tag', {}, counted(['a', 'other'], [3, 9], 1), words({ tag: ['a', 'other'] })).map(({ count }) => count),
    ).to.deep.equal([3, 0]);
  });

  it('named like parts of an object are values', () => {
    const values = toValues('constructor', {}, undefined, words({ constructor: ['toString'] }));
    expect(values.map(({ value, isChosen }) => [value, isChosen])).to.deep.equal([['toString', false]]);
  });

  it('are searched by word and by name, whatever the case and the accents', () => {
    const values = toValues('channel', {}, undefined, words({ channel: ['web-chat', 'sms', 'Café'] }));
    for (const [phrase, found] of [
      ['', ['web-chat', 'sms', 'Café']],
      ['CHAT', ['web-chat']],
      ['web-', ['web-chat']],
      ['cafe', ['Café']],
      ['x', []],
    ] as const) {
      expect(
        searchValues(values, phrase).map(({ value }) => value),
        phrase,
      ).to.deep.equal(found);
    }
  });
});

describe('filters', () => {
  it('grow and shrink by a value, and lose a dimension without any', () => {
    const filters: Filters = { tag: ['a'] };
    expect(withValue(filters, 'tag', '')).to.deep.equal({ tag: ['a', ''] });
    expect(withValue(filters, 'channel', 'sms')).to.deep.equal({ tag: ['a'], channel: ['sms'] });
    expect(withoutValue({ tag: ['a', 'b'], '!tag': ['a'] }, 'tag', 'a')).to.deep.equal({ tag: ['b'], '!tag': ['a'] });
    expect(withoutValue(filters, 'tag', 'a')).to.deep.equal({});
    expect(withoutValue(filters, 'channel', 'sms')).to.deep.equal(filters);
    expect(filters).to.deep.equal({ tag: ['a'] });
    expect(valuesIn({}, 'constructor')).to.deep.equal([]);
  });

  it('of the other dimensions, exclusions included, hold when a dimension is counted', () => {
    const base = { from: '2026-06-01', to: '2026-06-07', timeZone: 'UTC' };
    expect(toCountsQuery({ ...base, filters: { tag: ['a'], '!tag': ['b'], channel: ['sms'] } }, 'tag')).to.deep.equal({
      ...base,
      metrics: ['total-volume'],
      groupBy: 'tag',
      filters: { '!tag': ['b'], channel: ['sms'] },
    });
    expect(toCountsQuery({ ...base, filters: { tag: ['a'] } }, 'tag')).to.deep.equal({
      ...base,
      metrics: ['total-volume'],
      groupBy: 'tag',
    });
  });

  it('are chips, one a value', () => {
    const chips = toChips(
      { channel: ['web-chat', 'fax'], '!tag': ['returns', ''], colour: ['red'], status: [] },
      words({}),
    );
    expect(chips.map(({ text }) => text)).to.deep.equal([
      'Channel: Web chat',
      'Channel: fax',
      'Tag: not returns',
      'Tag: not None',
      'colour: red',
    ]);
    expect(chips[2]).to.deep.include({ name: '!tag', value: 'returns' });
  });
});
