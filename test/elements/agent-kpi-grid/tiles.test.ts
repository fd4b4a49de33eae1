import { expect } from 'chai';
import { toTiles } from '../../../src/elements/agent-kpi-grid/tiles.js';
import { createFormats } from '../../../src/core/format/formats.js';
import type { MetricAnswer, MetricsQuery } from '../../../src/core/query.js';
import { messages as de } from '../../../src/locales/de.js';
import { messages as en } from '../../../src/locales/en.js';
import { answer, description } from '../support/answers.js';

const words = (currency?: string) => ({
  messages: en,
  formats: createFormats('en', 'UTC', currency),
  description: undefined,
});
const query = (metric: string, compare = true): MetricsQuery => ({
  metrics: [metric],
  from: '2026-06-01',
  to: '2026-06-07',
  timeZone: 'UTC',
  ...(compare && { compare: { from: '2026-05-25', to: '2026-05-31' } }),
});
const tile = (metric: string, numbers: MetricAnswer, { compare = true, currency = 'EUR' } = {}) =>
  toTiles(answer({ [metric]: numbers }), query(metric, compare), words(currency))[0]!;

describe('toTiles', () => {
  for (const [what, metric, numbers, value, exact] of [
    ['null', 'total-volume', { value: null }, '–', '–'],
    ['zero', 'total-volume', { value: 0 }, '0', '0'],
    ['a count', 'total-volume', { value: 9999 }, '9,999', '9,999'],
    ['a large count', 'total-volume', { value: 1_234_567 }, '1.2M', '1,234,567'],
    ['a rate', 'ai-resolved-rate', { value: 0.12345 }, '12.3%', '12.3%'],
    ['money', 'ai-revenue', { value: 12_345 }, '€123.45', '€123.45'],
    ['much money', 'ai-revenue', { value: 1_234_567 }, '€12.3K', '€12,345.67'],
    ['a duration', 'average-response-time', { value: 150 }, '2.5 min', '2 min 30 sec'],
    ['a metric nobody knows', 'own', { value: 3 }, '3', '3'],
  ] as const) {
    it(`writes ${what} as ${value}, exactly ${exact}`, () => {
      const found = tile(metric, numbers);
      expect([found.value, found.exact]).to.deep.equal([value, exact]);
    });
  }

  for (const [what, numbers, note] of [
    ['data that were not supplied', { value: null, reason: 'no-data' }, 'No data'],
    ['a filter that does not fit', { value: null, reason: 'no-dimension' }, 'Cannot be filtered this way'],
    ['nothing measured', { value: null }, 'Nothing measured'],
    ['one row left out', { value: 1, leftOut: 1 }, '1 row lacks this value and is left out'],
    ['rows left out', { value: 1, leftOut: 1234 }, '1,234 rows lack this value and are left out'],
    ['a whole number', { value: 0 }, undefined],
  ] as const)
    it(`notes ${what}`, () => expect(tile('total-volume', numbers).note).to.equal(note));

  for (const [what, metric, now, before, expected] of [
    [
      '20 against 10, higher is better',
      'ai-resolved',
      20,
      10,
      { direction: 'up', verdict: 'good', word: 'better', text: '+100%' },
    ],
    [
      '10 against 20, higher is better',
      'ai-resolved',
      10,
      20,
      { direction: 'down', verdict: 'bad', word: 'worse', text: '−50%' },
    ],
    ['a small step', 'ai-resolved', 1025, 1000, { direction: 'up', verdict: 'good', word: 'better', text: '+2.5%' }],
    ['10 against 10', 'ai-resolved', 10, 10, { direction: 'same', verdict: 'neutral', word: undefined, text: '0%' }],
    ['5 against 0', 'ai-resolved', 5, 0, { direction: 'up', verdict: 'good', word: 'better', text: '+5' }],
    ['0 against 0', 'ai-resolved', 0, 0, { direction: 'same', verdict: 'neutral', word: undefined, text: '0' }],
    [
      'a rate in points',
      'ai-resolved-rate',
      0.5,
      0.4,
      { direction: 'up', verdict: 'good', word: 'better', text: '+10 pts' },
    ],
    [
      'a worse rate where lower is better',
      'ai-unresolved-rate',
      0.5,
      0.4,
      { direction: 'up', verdict: 'bad', word: 'worse', text: '+10 pts' },
    ],
    [
      'volume, which is neither',
      'total-volume',
      20,
      10,
      { direction: 'up', verdict: 'neutral', word: undefined, text: '+100%' },
    ],
    ['nothing before', 'ai-resolved', 5, null, null],
    ['nothing now', 'ai-resolved', null, 5, null],
  ] as const)
    it(`judges ${what}`, () => expect(tile(metric, { value: now, previous: before }).change).to.deep.equal(expected));

  it('tells an uncompared tile from one whose change is unknown', () => {
    expect(tile('total-volume', { value: 1 }, { compare: false }).change).to.equal(undefined);
    expect(tile('total-volume', { value: 1 }).change).to.equal(null);
    expect(tile('total-volume', { value: 1 }).spoken).to.match(/^no value to compare with \(May 25\s–\s31, 2026\)$/);
  });

  it('keeps the order that was asked for and a place for what was not answered', () => {
    const tiles = toTiles(
      answer({ 'ai-resolved': { value: 1 } }),
      { ...query('total-volume'), metrics: ['total-volume', 'ai-resolved'] },
      words(),
    );
    expect(tiles.map(({ metric, value }) => [metric, value])).to.deep.equal([
      ['total-volume', '–'],
      ['ai-resolved', '1'],
    ]);
  });

  it('speaks the user’s language', () => {
    const german = { messages: de, formats: createFormats('de', 'UTC', 'EUR'), description: undefined };
    const [found] = toTiles(answer({ 'ai-revenue': { value: 1_234_567, previous: 0 } }), query('ai-revenue'), german);
    expect(found!.exact.replace(/\s/g, ' ')).to.equal('12.345,67 €');
    expect(found!.versus).to.match(/^ggü\.|^vs\.|25\.–31\. Mai/);
  });
});

describe('what was not measured', () => {
  it('after now is no zero in the course', () => {
    const numbers = { value: 6, byBucket: [1, 2, 3, 0, 0, 0, 0] };
    const asked = { ...query('total-volume'), grain: 'day' } as const;
    const [found] = toTiles(answer({ 'total-volume': numbers }), asked, {
      ...words(),
      now: Date.parse('2026-06-03T12:00:00Z'),
    });
    expect(found!.sparkline!.line.match(/[ML]/g)).to.have.length(3);
  });

  it('before the first fact is nothing to have grown from', () => {
    const about = (first: string) => ({ ...words(), description: description({ first }) });
    const numbers = answer({ 'total-volume': { value: 6, previous: 0 } });
    expect(toTiles(numbers, query('total-volume'), about('2026-06-01T08:00:00Z'))[0]!.change).to.equal(null);
    expect(toTiles(numbers, query('total-volume'), about('2026-05-31T08:00:00Z'))[0]!.change).to.deep.include({
      direction: 'up',
    });
  });
});
