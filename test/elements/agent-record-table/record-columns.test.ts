import { expect } from 'chai';
import { createFormats } from '../../../src/core/format/formats.js';
import type { RecordRow } from '../../../src/core/query.js';
import { toCsv } from '../../../src/elements/agent-record-table/record-columns.js';
import { cellText, toColumns, type RecordWords } from '../../../src/elements/agent-record-table/record-columns.js';
import { messages } from '../../../src/locales/en.js';
import { description } from '../support/answers.js';

const row = (record: object, rest: Partial<RecordRow> = {}): RecordRow => ({
  id: 'r1',
  at: '2026-06-05T10:00:00.000Z',
  value: null,
  record: record as Record<string, unknown>,
  ...rest,
});
const words = (fact: string, unit: RecordWords['unit'] = 'count'): RecordWords => ({
  messages,
  formats: createFormats('en', 'UTC', 'EUR'),
  description: description(),
  fact,
  unit,
});
const ids = (fact: string, rows: RecordRow[], unit?: RecordWords['unit']) =>
  toColumns(undefined, { rows, fact }, words(fact, unit))
    .map(({ id }) => id)
    .join();
const text = (fact: string, id: string, given: RecordRow, unit?: RecordWords['unit']) =>
  cellText(given, toColumns([id], { rows: [given], fact }, words(fact, unit))[0]!, words(fact, unit));

describe('the columns of records', () => {
  const known: [fact: string, row: RecordRow, columns: string][] = [
    [
      'tickets',
      row({ subject: 'Hello', channel: 'email', agent: 'Mara', createdAt: '2026-06-05T10:00:00Z' }),
      'id,subject,channel,agent,at',
    ],
    [
      'tickets',
      row({ channel: '', agent: null, createdAt: '2026-06-04T10:00:00Z' }, { value: 60 }),
      'id,at,createdAt,value',
    ],
    ['surveys', row({ kind: 'ces', value: 6, comment: 'Fine.' }, { value: 6 }), 'id,kind,score,comment,at,value'],
    ['hubEvents', row({ accountId: 'a1', kind: 'login' }), 'accountId,kind,at'],
    ['checkouts', row({ total: 1999, signedIn: true }, { value: 1999 }), 'id,at,total,signedIn'],
    ['articleVotes', row({ articleId: 'x', value: 'up' }), 'articleId,vote,at'],
    ['parcels', row({ weight: 3, size: 'big', lines: [1] }), 'id,at,weight,size'],
  ];
  for (const [fact, given, columns] of known)
    it(`of ${fact} with ${Object.keys(given.record).join(', ')} are ${columns}`, () =>
      expect(ids(fact, [given], fact === 'checkouts' ? 'money' : 'duration')).to.equal(columns));

  it('are those asked for, by either spelling, also where they are empty', () => {
    expect(
      toColumns(
        ['created-at', 'createdAt', 'plan', 'agent'],
        { rows: [row({})], fact: 'tickets' },
        words('tickets'),
      ).map(({ id, label }) => `${id} ${label}`),
    ).to.deep.equal(['createdAt Created', 'plan plan', 'agent Agent']);
  });

  const cells: [fact: string, id: string, row: RecordRow, text: string | null, unit?: RecordWords['unit']][] = [
    ['tickets', 'value', row({}, { value: 5400 }), '1 hr 30 min', 'duration'],
    ['orders', 'value', row({}, { value: 199_90 }), '€199.90', 'money'],
    ['socialPosts', 'value', row({}, { value: 12 }), '12'],
    ['surveys', 'score', row({ kind: 'csat', value: 4 }), '4 / 5'],
    ['surveys', 'score', row({ kind: 'csat', value: 70, scale: 100 }), '70 / 100'],
    ['surveys', 'score', row({ kind: 'nps', value: 9 }), '9 / 10'],
    ['surveys', 'kind', row({ kind: 'nps' }), 'NPS'],
    ['tickets', 'region', row({ region: 'DE' }), 'Germany'],
    ['discounts', 'amount', row({ value: 500 }), '€5.00'],
    ['discounts', 'accepted', row({ accepted: false }), 'No'],
    ['articleVisits', 'seconds', row({ seconds: 90 }), '1 min 30 sec'],
    ['tickets', 'resolvedAt', row({ resolvedAt: 'soon' }), null],
    ['conversations', 'profile', row({ profile: null }), 'Anonymous'],
    ['tickets', 'messages', row({ messages: [{}, {}] }), '2'],
    ['tickets', 'constructor', row({}), null],
  ];
  for (const [fact, id, given, expected, unit] of cells)
    it(`show ${id} of ${fact} ${JSON.stringify(given.record)} as ${expected}`, () =>
      expect(text(fact, id, given, unit)?.replace(/\s/g, ' ') ?? null).to.equal(expected));

  it('go into a file as numbers, in the zone that the head names, and never as a formula', () => {
    const rows = [row({ kind: 'csat', value: 4, comment: '=1+1' }, { value: 60 })];
    const csv = toCsv(
      rows,
      toColumns(['id', 'comment', 'score', 'at', 'value'], { rows, fact: 'surveys' }, words('surveys', 'duration')),
      'Europe/Berlin',
      words('surveys', 'duration'),
    );
    expect(csv.slice(1).split('\r\n')).to.deep.equal([
      'Id,Comment,Answer,Time (Europe/Berlin),Value (s)',
      `r1,'=1+1,4,2026-06-05 12:00,60`,
      '',
    ]);
    const sold = [row({}, { value: 199_90 })];
    expect(
      toCsv(
        sold,
        toColumns(['value'], { rows: sold, fact: 'orders' }, words('orders', 'money')),
        'UTC',
        words('orders', 'money'),
      ),
    ).to.contain('Value (EUR)\r\n199.9\r\n');
  });
});
