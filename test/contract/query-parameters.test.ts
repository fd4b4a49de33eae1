import { expect } from 'chai';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { fromSearchParams, toSearchParams } from '../../src/contract/query-parameters.js';
import { conversationsQuerySchema, metricsQuerySchema } from '../../src/contract/wire-schemas.js';
import { formatFilters, parseFilters } from '../../src/core/filters.js';
import { QueryError } from '../../src/core/query-error.js';
import type { ConversationsQuery, MetricsQuery } from '../../src/core/query.js';

const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.array(fc.constantFrom(...';:,!%&=+# ?/\\"<é한🙂'), { maxLength: 6 }).map((all) => all.join('')),
  fc.constantFrom('', '%', '%2', '%20', '!', 'a:b;c,d', '__proto__', ' x '),
);
const name = nasty.filter((text) => text !== '' && text !== '!');
const filters = fc.dictionary(
  fc.oneof(
    name,
    name.map((text) => `!${text}`),
  ),
  fc.array(nasty, { minLength: 1, maxLength: 3 }),
  { maxKeys: 4 },
);
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const date = fc.constantFrom('2026-06-01', '2026-06-07', 'soon & later', '');
const required = { from: date, to: date, timeZone: fc.constantFrom('Europe/Berlin', 'Etc/GMT+5', 'UTC') };
const now = optional(fc.constantFrom('2026-06-07T12:00:00+02:00', '2026-06-07T12:00:00Z'));

const said = (query: object): object =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
const returned = (query: object): object =>
  fromSearchParams(new URL(`https://x.example/?${toSearchParams(query as never)}`).searchParams);

describe('a query as parameters of an address', () => {
  it('of metrics comes back as it was, and fits the schema', () => {
    const query = fc.record({
      ...required,
      metrics: fc.array(fc.constantFrom('total-volume', 'average-response-time:median'), {
        minLength: 1,
        maxLength: 3,
      }),
      compare: optional(fc.record({ from: date, to: date })),
      grain: optional(fc.constantFrom('day', 'hour-of-week')),
      weekStart: optional(fc.constantFrom(1, 6, 7)),
      groupBy: optional(nasty),
      limit: optional(fc.nat()),
      filters: optional(filters),
      now,
    });
    fc.assert(
      fc.property(query, (one) => {
        const back = returned(one);
        expect({ ...back, filters: { ...(back as MetricsQuery).filters } }).to.deep.equal({
          ...said(one),
          filters: { ...one.filters },
        });
        expect(z.safeParse(metricsQuerySchema, back).success).to.equal(true);
      }),
      { numRuns: 500 },
    );
  });

  it('of conversations comes back as it was, and fits the schema', () => {
    const query = fc.record({
      ...required,
      filters: optional(filters),
      search: optional(nasty),
      ids: optional(
        fc.array(
          nasty.filter((id) => id !== ''),
          { maxLength: 4 },
        ),
      ),
      sort: optional(fc.constantFrom('-updated-at', 'tag', nasty)).map((sort) =>
        typeof sort === 'string' ? sort : undefined,
      ),
      metric: optional(fc.constant('ai-resolved')),
      fromInstant: now,
      toInstant: now,
      page: optional(fc.nat()),
      pageSize: optional(fc.nat()),
      now,
    });
    fc.assert(
      fc.property(query, (one) => {
        const back = returned(one);
        expect({ ...back, filters: { ...(back as ConversationsQuery).filters } }).to.deep.equal({
          ...said(one),
          filters: { ...one.filters },
        });
        expect(z.safeParse(conversationsQuerySchema, back).success).to.equal(true);
      }),
      { numRuns: 500 },
    );
  });

  it('is the same text for equal queries', () => {
    const base = { metrics: ['total-volume'], from: '2026-06-01', to: '2026-06-07', timeZone: 'UTC' };
    const one = toSearchParams({ ...base, filters: { tag: ['a'], channel: ['b'] } });
    const other = toSearchParams({
      filters: { channel: ['b'], tag: ['a'] },
      timeZone: 'UTC',
      to: '2026-06-07',
      from: '2026-06-01',
      metrics: ['total-volume'],
    });
    expect(one).to.equal(other);
  });

  const texts: [parameters: string, query: object][] = [
    ['', {}],
    ['metrics=', { metrics: [] }],
    ['metrics=a,b', { metrics: ['a', 'b'] }],
    ['metrics=a,,b,', { metrics: ['a', 'b'] }],
    ['limit=5', { limit: 5 }],
    ['limit=', { limit: '' }],
    ['limit=many', { limit: 'many' }],
    ['limit=NaN', { limit: 'NaN' }],
    ['page=1.5', { page: 1.5 }],
    ['compareFrom=2026-06-01', { compare: { from: '2026-06-01', to: undefined } }],
    ['compareFrom=a&compareTo=b', { compare: { from: 'a', to: 'b' } }],
    ['filters=', { filters: {} }],
    ['filters=tag:', { filters: { tag: [''] } }],
    ['filters=channel:web-chat,sms;status:routed', { filters: { channel: ['web-chat', 'sms'], status: ['routed'] } }],
    ['filters=!tag:a,b', { filters: { '!tag': ['a', 'b'] } }],
    ['search=5', { search: '5' }],
    ['ids=', { ids: [] }],
    ['ids=a,b%252Cc', { ids: ['a', 'b,c'] }],
  ];
  for (const [parameters, query] of texts) {
    it(`"${parameters}" is ${JSON.stringify(query)}`, () =>
      expect(fromSearchParams(new URLSearchParams(parameters))).to.deep.equal(query));
  }

  it('that cannot be read is refused by name', () => {
    expect(() => fromSearchParams(new URLSearchParams('filters=channel'))).to.throw(TypeError, '"channel"');
    expect(() => fromSearchParams(new URLSearchParams('filters=channel:%25zz'))).to.throw(TypeError, '%zz');
  });

  it('ids that cannot be read are refused by their own name', () => {
    expect(() => fromSearchParams(new URLSearchParams('ids=%25zz')))
      .to.throw(QueryError, '%zz')
      .with.property('parameter', 'ids');
  });

  it('never touches a prototype', () => {
    const query = fromSearchParams(new URLSearchParams('__proto__=x&constructor=y'));
    expect(Object.getPrototypeOf(query)).to.equal(Object.prototype);
    expect(({} as Record<string, unknown>)['x']).to.equal(undefined);
  });
});

describe('filters as the text of an attribute', () => {
  it('come back as they were', () =>
    fc.assert(
      fc.property(filters, (one) => {
        expect({ ...parseFilters(formatFilters(one)) }).to.deep.equal({ ...one });
      }),
      { numRuns: 500 },
    ));

  const forms: [text: string, filters: Record<string, string[]>][] = [
    ['', {}],
    ['channel:sms', { channel: ['sms'] }],
    ['channel:a,b', { channel: ['a', 'b'] }],
    ['tag:', { tag: [''] }],
    ['tag:,a', { tag: ['', 'a'] }],
    ['!tag:a', { '!tag': ['a'] }],
    ['channel:a;tag:b', { channel: ['a'], tag: ['b'] }],
    ['tag:a%2Cb%3Bc%3Ad', { tag: ['a,b;c:d'] }],
    ['%C3%A9:x', { é: ['x'] }],
  ];
  for (const [text, one] of forms) {
    it(`"${text}" is ${JSON.stringify(one)}, and back`, () => {
      expect(parseFilters(text)).to.deep.equal(one);
      expect(formatFilters(one)).to.equal(text);
    });
  }

  const lenient: [text: string, filters: Record<string, string[]>][] = [
    [' channel : a , b ;', { channel: ['a', 'b'] }],
    [';;channel:a;;', { channel: ['a'] }],
    ['tag:a:b', { tag: ['a:b'] }],
    ['tag:a b', { tag: ['a b'] }],
  ];
  for (const [text, one] of lenient)
    it(`"${text}" is read as ${JSON.stringify(one)}`, () => expect(parseFilters(text)).to.deep.equal(one));

  for (const nothing of [null, undefined, '', {}])
    it(`${JSON.stringify(nothing)} is none`, () => expect(parseFilters(nothing)).to.deep.equal({}));

  it('without any value are left out', () => expect(formatFilters({ tag: [], channel: ['a'] })).to.equal('channel:a'));
  it('stand in the order of their names', () =>
    expect(formatFilters({ tag: ['a'], channel: ['b', 'a'] })).to.equal('channel:b,a;tag:a'));

  const wrong: [filters: unknown, names: string][] = [
    ['channel', '"channel"'],
    [':a', '":a"'],
    ['tag:%', '"%"'],
    [7, '7'],
    [[], '[]'],
    [{ tag: 'a' }, '"tag"'],
    [{ tag: [1] }, '[1]'],
    [{ tag: null }, '"tag"'],
  ];
  for (const [one, names] of wrong)
    it(`${JSON.stringify(one)} is refused by name: ${names}`, () =>
      expect(() => parseFilters(one as string)).to.throw(TypeError, names));
});
