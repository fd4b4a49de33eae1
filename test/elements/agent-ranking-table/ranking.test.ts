import { expect } from 'chai';
import { createFormats } from '../../../src/core/format/formats.js';
import type { MetricAnswer, MetricsAnswer, MetricsQuery } from '../../../src/core/query.js';
import { nextSort, toRanking } from '../../../src/elements/agent-ranking-table/ranking.js';
import { withSamples } from '../../../src/core/metrics/sample-size.js';
import { messages } from '../../../src/locales/en.js';
import { description } from '../support/answers.js';

const METRICS = ['resolution-time', 'fcr-rate'];
const query: MetricsQuery = {
  metrics: METRICS,
  from: '2026-06-01',
  to: '2026-06-07',
  timeZone: 'UTC',
  groupBy: 'agent',
};
const context = (rest: object = {}) => ({
  messages,
  formats: createFormats('en', 'UTC', 'EUR'),
  description: description(),
  language: 'en',
  sort: undefined as string | undefined,
  minCount: 5,
  ...rest,
});
const answered = (metrics: Record<string, MetricAnswer>, groups = ['Mara', 'Ji', 'Ana', '']): MetricsAnswer => ({
  asOf: '',
  groups,
  metrics,
});

/** Hours to a resolution, shares resolved at the first contact, and how many were resolved. */
const answer = answered({
  'resolution-time': { value: 1, byGroup: [7200, 3600, null, 1800] },
  'fcr-rate': { value: 1, byGroup: [0.5, 0.25, null, 1] },
  'resolved-tickets': { value: 12, byGroup: [6, 4, 0, 2] },
});
const rank = (rest: object = {}, given = answer, asked = query) => toRanking(METRICS, given, asked, context(rest));
const brief = ({ rows }: ReturnType<typeof rank>) =>
  rows.map(({ label, rank: place }) => `${place ?? '–'} ${label}`).join(', ');

describe('the ranking', () => {
  it('begins with the first metric, the best first, unmeasured ones last, and nobody at the end without a rank', () => {
    expect(brief(rank())).to.equal('1 Ji, 2 Mara, – Ana, – Agent not set');
  });

  it('gives equal numbers one rank', () => {
    expect(brief(rank({}, answered({ 'resolution-time': { value: 1, byGroup: [7200, 3600, 7200, null] } })))).to.equal(
      '1 Ji, 2 Ana, 2 Mara, – Agent not set',
    );
  });

  const orders: [sort: string, rows: string][] = [
    ['-resolution-time', '2 Mara, 1 Ji, – Ana, – Agent not set'],
    ['-fcr-rate', '1 Mara, 2 Ji, – Ana, – Agent not set'],
    ['fcr-rate', '2 Ji, 1 Mara, – Ana, – Agent not set'],
    ['name', '– Ana, 1 Ji, 2 Mara, – Agent not set'],
    ['-name', '2 Mara, 1 Ji, – Ana, – Agent not set'],
    ['size', '1 Ji, 2 Mara, – Ana, – Agent not set'],
  ];
  for (const [sort, rows] of orders) it(`by ${sort} is ${rows}`, () => expect(brief(rank({ sort }))).to.equal(rows));

  it('turns round at the same head and begins with the best at another', () => {
    const { columns } = rank();
    expect([
      nextSort('resolution-time', 'resolution-time', columns),
      nextSort('-resolution-time', 'resolution-time', columns),
      nextSort('resolution-time', 'fcr-rate', columns),
      nextSort('-fcr-rate', 'name', columns),
    ]).to.deep.equal(['-resolution-time', 'resolution-time', '-fcr-rate', 'name']);
  });

  it('asks how many rows its numbers rest on, and marks those with few', () => {
    expect(withSamples(['resolution-time', 'csat', 'ticket-volume', 'ai-resolved-rate'], undefined)).to.deep.equal([
      'resolution-time',
      'csat',
      'ticket-volume',
      'ai-resolved-rate',
      'resolved-tickets',
      'total-volume',
    ]);
    expect(rank().rows.map(({ label, few }) => [label, few?.replace(/.*\(/, '(')])).to.deep.equal([
      ['Ji', '(Resolved tickets: 4)'],
      ['Mara', undefined],
      ['Ana', undefined],
      ['Agent not set', '(Resolved tickets: 2)'],
    ]);
    expect(rank({ minCount: 3 }).rows.map(({ few }) => few !== undefined)).to.deep.equal([false, false, false, true]);
  });

  it('writes each number in its unit and draws the ranked one next to the greatest', () => {
    const { rows } = rank();
    expect(rows.map(({ cells }) => cells.map(({ text }) => text))).to.deep.equal([
      ['1 hr', '25%'],
      ['2 hr', '50%'],
      ['–', '–'],
      ['30 min', '100%'],
    ]);
    expect(rows.map(({ lengthOfOne }) => lengthOfOne)).to.deep.equal([0.5, 1, 0, undefined]);
  });

  it('judges the change by what is better, and compares with no days before the first fact', () => {
    const compared = answered(
      {
        'resolution-time': { value: 1, byGroup: [1800], previousByGroup: [3600] },
        'fcr-rate': { value: 1, byGroup: [0.25], previousByGroup: [0.5] },
      },
      ['Mara'],
    );
    const with_ = (from: string, to: string) =>
      rank({}, compared, { ...query, compare: { from, to } }).rows[0]!.cells.map(
        ({ change }) => change && `${change.verdict} ${change.text}`,
      );
    expect(with_('2026-05-25', '2026-05-31')).to.deep.equal(['good −50%', 'bad −25 pts']);
    expect(with_('2025-05-25', '2025-05-31')).to.deep.equal([undefined, undefined]);
  });

  it('says once which metrics cannot be grouped so or have no data, and keeps the others', () => {
    const { notes, columns } = toRanking(
      ['nps', 'csat', 'fcr-rate', 'ces'],
      answered({
        nps: { value: 1, reason: 'no-dimension', byGroup: null },
        csat: { value: 1, byGroup: null },
        'fcr-rate': answer.metrics['fcr-rate']!,
        ces: { value: null, reason: 'no-data', byGroup: null },
      }),
      query,
      context(),
    );
    expect([notes, columns.map(({ id }) => id)]).to.deep.equal([
      ['Cannot be grouped by agent: Net promoter score, Customer satisfaction.', 'No data: Customer effort score.'],
      ['fcr-rate'],
    ]);
  });

  it('leaves out what was put together as the rest', () => {
    expect(brief(rank({}, { ...answer, otherIndex: 3 }))).to.equal('1 Ji, 2 Mara, – Ana');
  });
});
