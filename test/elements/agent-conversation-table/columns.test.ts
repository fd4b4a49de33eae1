import { expect } from 'chai';
import { createFormats } from '../../../src/core/format/formats.js';
import type { ConversationRow } from '../../../src/core/query.js';
import {
  cellValue,
  DEFAULT_COLUMNS,
  nextSort,
  toColumns,
  toCsv,
} from '../../../src/elements/agent-conversation-table/columns.js';
import { ariaSort } from '../../../src/elements/shared/records-table/view.js';
import { placeOf, stepFrom } from '../../../src/controllers/open-record-controller.js';
import { nameSelection, toSelectionWords } from '../../../src/elements/shared/records-table/selection-words.js';
import { messages } from '../../../src/locales/en.js';

const words = { messages, formats: createFormats('en', 'UTC', 'EUR'), description: undefined };
const asked = {
  range: { from: '2026-06-01', to: '2026-06-07' },
  timeZone: 'UTC',
  weekStart: 1 as const,
  now: undefined,
  filters: {},
};

const row = (id: string, rest: Partial<ConversationRow> = {}): ConversationRow => ({
  id,
  firstQuestion: 'Where is my parcel?',
  profile: { name: 'Mara' },
  channel: 'sms',
  status: 'routed',
  tag: 'returns',
  messages: 3,
  startedAt: '2026-06-05T22:30:00.000Z',
  updatedAt: '2026-06-05T22:45:00.000Z',
  ...rest,
});

describe('the columns of the table', () => {
  it('come in the order asked for, each once', () => {
    expect(toColumns(['tag', 'id', 'tag'], words).map(({ label }) => label)).to.deep.equal(['Tag', 'Id']);
    expect(toColumns(DEFAULT_COLUMNS, words).map(({ label }) => label)).to.deep.equal([
      'First question',
      'Profile',
      'Channel',
      'Status',
      'Tag',
      'Messages',
      'Last updated',
    ]);
  });

  it('sort where the list can', () => {
    expect(
      toColumns(['id', 'outcome', 'status', 'started-at', 'plan'], words).map(({ isSortable }) => isSortable),
    ).to.deep.equal([false, true, true, true, false]);
  });

  it('begin with what one wants to see first, then turn round', () => {
    expect(nextSort('-updated-at', 'profile')).to.equal('profile');
    expect(nextSort('profile', 'profile')).to.equal('-profile');
    expect(nextSort('-profile', 'profile')).to.equal('profile');
    expect(nextSort('profile', 'messages')).to.equal('-messages');
    expect([ariaSort('-tag', 'tag'), ariaSort('tag', 'tag'), ariaSort('tag', 'profile')]).to.deep.equal([
      'descending',
      'ascending',
      undefined,
    ]);
  });

  for (const [id, rest, value] of [
    ['channel', {}, 'SMS'],
    ['status', {}, 'Routed to the team'],
    ['outcome', {}, 'Not resolved by AI'],
    ['outcome', { status: 'open' }, 'Open'],
    ['tag', { tag: '' }, null],
    ['tag', { tag: null }, null],
    ['messages', { messages: 0 }, 0],
    ['profile', { profile: null }, 'Anonymous'],
    ['profile', { profile: { name: ' ', email: 'm@x.example' } }, 'm@x.example'],
    ['id', {}, 'c1'],
    ['first-question', { firstQuestion: null }, null],
    ['plan', {}, null],
    ['plan', { plan: 'gold' }, 'gold'],
    ['constructor', {}, null],
  ] as const) {
    it(`show ${id} of ${JSON.stringify(rest)} as ${JSON.stringify(value)}`, () => {
      expect(cellValue(row('c1', rest as Partial<ConversationRow>), id, words)).to.equal(value);
    });
  }
});

describe('the file of the table', () => {
  const columns = toColumns(['first-question', 'messages', 'updated-at', 'tag'], words);

  it('has the shown columns in their order, times in the zone that the head names', () => {
    expect(
      toCsv([row('a'), row('b', { firstQuestion: '=1+1, "x"', tag: null })], columns, 'Europe/Berlin', words),
    ).to.equal(
      '\uFEFFFirst question,Messages,Last updated (Europe/Berlin),Tag\r\nWhere is my parcel?,3,2026-06-06 00:45,returns\r\n"\'=1+1, ""x""",3,2026-06-06 00:45,\r\n',
    );
  });
});

describe('the place of an open conversation', () => {
  const listed = { ids: ['d', 'e', 'f'], total: 8, page: 2, pageSize: 3 };

  it('counts across pages', () => {
    expect(placeOf('e', listed)).to.equal(5);
    expect(placeOf('x', listed)).to.equal(undefined);
  });

  const steps: [name: string, id: string, index: number, by: 1 | -1, step: unknown][] = [
    ['the next on the page', 'e', 1, 1, { id: 'f' }],
    ['the one before', 'e', 1, -1, { id: 'd' }],
    ['the first of the next page', 'f', 2, 1, { page: 3, at: 'first' }],
    ['the last of the page before', 'd', 0, -1, { page: 1, at: 'last' }],
    ['what took the place of one that is gone', 'x', 1, 1, { id: 'e' }],
    ['what stood before one that is gone', 'x', 1, -1, { id: 'd' }],
  ];
  for (const [name, id, index, by, step] of steps) {
    it(`leads to ${name}`, () => {
      expect(stepFrom(id, index, by, listed)).to.deep.equal(step);
    });
  }

  it('ends at both ends', () => {
    expect(stepFrom('a', 0, -1, { ids: ['a', 'b'], total: 2, page: 1, pageSize: 25 })).to.equal(undefined);
    expect(stepFrom('b', 1, 1, { ids: ['a', 'b'], total: 2, page: 1, pageSize: 25 })).to.equal(undefined);
  });
});

describe('what was pointed at, in words', () => {
  const bucket = {
    label: '2026-06-03',
    grain: 'day',
    from: '2026-06-03T00:00:00.000Z',
    to: '2026-06-04T00:00:00.000Z',
  } as const;
  const base = { asked, own: [] };

  for (const [selection, name] of [
    [{ ...base }, 'Total volume'],
    [{ ...base, metric: 'total-volume' }, 'Total volume'],
    [
      { ...base, metric: 'ai-resolved', bucket, group: { dimension: 'channel', values: ['sms'], isRest: false } },
      'Resolved by AI · Wednesday, June 3, 2026 · SMS',
    ],
    [
      { ...base, metric: 'total-volume', bucket, group: { dimension: 'tag', values: [''], isRest: false } },
      'Wednesday, June 3, 2026 · None',
    ],
    [{ ...base, group: { dimension: 'tag', values: ['a', 'b'], isRest: true } }, 'Other'],
    [{ ...base, only: { ids: ['a'], topic: 'Gift cards' } }, 'Gift cards'],
  ] as const) {
    it(`is “${name}”`, () => {
      expect(nameSelection(selection, words)).to.equal(name);
    });
  }

  it('says the number of conversations where that is what was counted', () => {
    expect(toSelectionWords({ ...base, metric: 'ai-resolved' }, { value: 40, total: 40 }, words)).to.equal(
      'Resolved by AI: 40 conversations',
    );
    expect(
      toSelectionWords({ ...base, only: { ids: ['a'], topic: 'Gift cards' } }, { value: 500, total: 1 }, words),
    ).to.equal('Gift cards: 1 conversation');
  });

  it('says the number that was pointed at and the conversations behind it elsewhere', () => {
    expect(toSelectionWords({ ...base, metric: 'link-clicks' }, { value: 888, total: 412 }, words)).to.equal(
      'Link clicks: 888 in 412 conversations',
    );
    expect(toSelectionWords({ ...base, metric: 'ai-revenue' }, { value: 123_456, total: 9 }, words)).to.equal(
      'AI-generated sales: €1,234.56 in 9 conversations',
    );
    expect(toSelectionWords({ ...base, metric: 'ai-resolved-rate' }, { value: 0.25, total: 10 }, words)).to.equal(
      '% resolved by AI: 25% in 10 conversations',
    );
  });

  it('says what was pointed at alone until the numbers are there', () => {
    expect(toSelectionWords({ ...base, metric: 'link-clicks' }, undefined, words)).to.equal('Link clicks');
    expect(toSelectionWords({ ...base, metric: 'link-clicks' }, { value: null, total: 3 }, words)).to.equal(
      'Link clicks: 3 conversations',
    );
  });
});
