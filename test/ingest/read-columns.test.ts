import { tableFromArrays, tableToIPC } from '@uwdata/flechette';
import { expect } from 'chai';
import fc from 'fast-check';
import { readColumnar } from '../../src/ingest/columnar-json.js';
import { oddValues, validRecords, withOddPart } from '../contract/fact-arbitraries.js';
import { APACHE_FILE, APACHE_STREAM, DUCKDB } from './arrow-files.js';
import { readValuePlainly } from './plain-reading.js';
import { OWN, readAll, toRow } from './read-all.js';

const T = 1780000000000;
const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

const messageOf = async (part: object | string) => {
  try {
    await readAll([part]);
  } catch (error) {
    return (error as Error).message;
  }
  return 'It was read.';
};

const asRows = (records: readonly unknown[]) => {
  const plain = readValuePlainly(records, 'conversations', OWN);
  if (plain === 'unreadable') throw new Error('Not readable.');
  return { ...plain, conversations: plain.conversations.map((one) => toRow(one)) };
};

describe('columnar JSON', () => {
  const DATA = {
    columns: {
      conversations: {
        id: ['a', 'b', 'c'],
        startedAt: [T, '2026-06-01T08:00:00Z', T],
        channel: { values: ['web', 'email'], codes: [1, null, 0] },
        cost: [1, null, 0.5],
        firstQuestion: ['Hi', '', null],
      },
    },
    currency: 'EUR',
  };
  const ROWS = [
    { id: 'a', startedAt: T, channel: 'email', cost: 1, firstQuestion: 'Hi' },
    { id: 'b', startedAt: '2026-06-01T08:00:00Z', cost: null, firstQuestion: '' },
    { id: 'c', startedAt: T, channel: 'web', cost: 0.5 },
  ].map((record) => toRow(record));

  it('pauses within a long list of codes', () => {
    const codes = new Array<number>(200_000).fill(0).with(-1, 7);
    const steps = readColumnar({ conversations: { channel: { values: ['web'], codes } } }, undefined as never);
    let pauses = 0;
    expect(() => {
      while (!steps.next().done) pauses++;
    }).to.throw('the code 7 in row 199999');
    expect(pauses).to.equal(3);
  });

  it('is read from text, bytes and objects', async () => {
    for (const part of [DATA, JSON.stringify(DATA), new TextEncoder().encode(JSON.stringify(DATA))]) {
      const { conversations, fields, given, refused } = await readAll([part]);
      expect({ conversations, fields, given, refused }).to.deep.equal({
        conversations: ROWS,
        fields: { currency: 'EUR' },
        given: ['conversations'],
        refused: [],
      });
    }
  });

  it('is read from long lists in any chunks', async () => {
    const ids = Array.from({ length: 40_000 }, (_, row) => `id,"[{ ${row}`);
    const bytes = new TextEncoder().encode(
      JSON.stringify({ columns: { conversations: { id: ids, startedAt: ids.map((_, row) => T + row) } } }),
    );
    for (const size of [bytes.length, 1009]) {
      const parts = Array.from({ length: Math.ceil(bytes.length / size) }, (_, part) =>
        bytes.subarray(part * size, part * size + size),
      );
      const { conversations } = await readAll(parts);
      expect(conversations.map(({ id }) => id)).to.deep.equal(ids);
      expect(conversations.at(-1)!['startedAt']).to.equal(T + 39_999);
    }
  });

  for (const text of [
    '{"columns":{"conversations":{"id":[1,]}}}',
    '{"columns":{"conversations":{"id":[,]}}}',
    '{"columns":{"conversations":{"id":[1}}}',
    '{"columns":{"conversations":{"id":["a"',
  ]) {
    it(`takes ${text} for no JSON`, async () => {
      expect(await messageOf(text)).to.match(/neither JSON nor NDJSON/);
    });
  }

  it('takes typed arrays', async () => {
    const { conversations } = await readAll([
      {
        columns: {
          conversations: {
            id: ['a', 'b'],
            startedAt: Float64Array.of(T, T + 1),
            tag: { values: ['x', 'y'], codes: Uint8Array.of(1, 0) },
            cost: Int32Array.of(3, -4),
          },
        },
      },
    ]);
    expect(conversations).to.deep.equal([
      toRow({ id: 'a', startedAt: T, tag: 'y', cost: 3 }),
      toRow({ id: 'b', startedAt: T + 1, tag: 'x', cost: -4 }),
    ]);
  });

  it('reads lists of every fact, and says what does not fit', async () => {
    const order = { id: 'o', at: T, items: [{ productId: 'p', amount: 100 }] };
    const { orders, articles, records, refused, given } = await readAll([
      {
        columns: {
          orders: { id: [order.id, 1], at: [order.at, T], items: [order.items, []] },
          articles: { id: ['k'], title: ['Returns'] },
          tickets: { id: ['t', 'u'], createdAt: [T, null] },
        },
      },
    ]);
    expect(orders).to.deep.equal([order]);
    expect(articles).to.deep.equal([{ id: 'k', title: 'Returns' }]);
    expect(records).to.deep.equal([{ fact: 'tickets', record: { id: 't', createdAt: T } }]);
    expect(given).to.deep.equal(['articles', 'orders', 'tickets']);
    expect(refused).to.deep.equal([
      { fact: 'orders', index: 1, field: 'id', reason: 'is 1, not a text with content' },
      {
        fact: 'tickets',
        index: 1,
        field: 'createdAt',
        reason: 'is null, not an instant: use ISO 8601 with Z or an offset, or epoch milliseconds',
      },
    ]);
  });

  const WRONG: [string, object, string][] = [
    [
      'columns of different lengths',
      { id: ['a', 'b'], startedAt: [T] },
      'The columns of conversations differ in length: id has 2 rows, startedAt has 1. Give each row a value, or null.',
    ],
    [
      'a column that is none',
      { id: ['a'], startedAt: T },
      'The column startedAt of conversations is 1780000000000. Use a list, or { values: […], codes: […] }.',
    ],
    [
      'a code without a value',
      { id: ['a'], startedAt: [T], tag: { values: ['x'], codes: [1] } },
      'The column tag of conversations has the code 1 in row 0, but 1 values. Use places in values from 0 on, or null.',
    ],
  ];
  for (const [what, columns, message] of WRONG) {
    it(`names ${what}`, async () => {
      expect(await messageOf({ columns: { conversations: columns } })).to.equal(message);
      expect(await messageOf(JSON.stringify({ columns: { conversations: columns } }))).to.equal(message);
    });
  }

  it('accepts and refuses rows as records are', async () => {
    const own = fc.record(
      {
        plan: fc.constantFrom<unknown>(null, 'free', 3),
        cost: fc.oneof(fc.double({ noNaN: true }), fc.constantFrom<unknown>(null, 'x', -0, NaN)),
      },
      { requiredKeys: [] },
    );
    const plain = fc.record(
      {
        id: fc.string(),
        startedAt: fc.constantFrom<unknown>(T, '2026-06-01T08:00Z', new Date(T), 5, null),
        channel: fc.constantFrom<unknown>('web', 'email', null),
        status: fc.constantFrom('open', 'gone', null),
        messageCount: fc.oneof(fc.nat(), fc.double()),
      },
      { requiredKeys: ['id', 'startedAt'] },
    );
    const record = fc
      .tuple(
        fc.oneof({ weight: 5, arbitrary: plain }, { weight: 1, arbitrary: validRecords.conversations }),
        own,
        fc.array(fc.nat(30), { maxLength: 3 }),
        oddValues,
        fc.nat(9),
      )
      .map(
        ([one, extra, steps, odd, dice]) =>
          (dice === 0 ? withOddPart({ ...one, ...extra }, [0, ...steps], odd) : { ...one, ...extra }) as Record<
            string,
            unknown
          >,
      )
      .filter((one) => typeof one === 'object' && one !== null && !Array.isArray(one));
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 8 }), fc.boolean(), async (records, isCoded) => {
        const names = [...new Set(records.flatMap((one) => Object.keys(one)))].filter((name) => name !== '__proto__');
        const columns = Object.fromEntries(
          names.map((name) => [name, records.map((one) => (Object.hasOwn(one, name) ? one[name] : null))]),
        );
        const coded = (values: unknown[]) => ({
          values,
          codes: values.map((value, row) => (value == null ? null : row)),
        });
        const filled = records.map((_, row) => Object.fromEntries(names.map((name) => [name, columns[name]![row]])));
        if (isCoded) for (const one of filled) for (const name of names) one[name] ??= null;
        const given = Object.fromEntries(names.map((name) => [name, isCoded ? coded(columns[name]!) : columns[name]]));
        const read = await readAll([{ columns: { conversations: given } }]);
        const expected = asRows(filled);
        expect(read.refused).to.deep.equal(expected.refused);
        // A record out of columns has every field, if only as null.
        const comparable = (rows: readonly Record<string, unknown>[]) =>
          rows.map((row) => ({ ...row, record: row['record'] !== null }));
        expect(comparable(read.conversations)).to.deep.equal(comparable(expected.conversations));
      }),
      { numRuns: 400 },
    );
  });
});

describe('Arrow', () => {
  it('reads what DuckDB writes', async () => {
    const { conversations, refused } = await readAll([bytesOf(DUCKDB)], 'conversations', {
      conversations: { cost: 'number', weight: 'number' },
    });
    expect(refused).to.deep.equal([
      { fact: 'conversations', index: 2, field: 'id', reason: 'is "", not a text with content' },
    ]);
    expect(conversations.length).to.equal(2);
    expect(conversations[0]).to.deep.include({
      id: 'c1',
      startedAt: Date.UTC(2026, 5, 1, 8, 0, 0, 123),
      updatedAt: Date.UTC(2026, 5, 1, 8, 5),
      channel: 'web',
      firstQuestion: 'Größe 😀?',
      messageCount: 2,
      cost: 1.5,
    });
    expect((conversations[0]!['record'] as { messages: object[] }).messages).to.deep.equal([
      { at: Date.UTC(2026, 5, 1, 8, 0, 1), from: 'visitor', text: 'Hi' },
    ]);
    expect(conversations[1]).to.deep.equal(toRow({ id: 'c2', startedAt: Date.UTC(2026, 5, 1, 9) }));
  });

  for (const [what, base64] of [
    ['file', APACHE_FILE],
    ['stream', APACHE_STREAM],
  ] as const) {
    it(`reads a ${what} of Apache Arrow in any chunks`, async () => {
      const bytes = bytesOf(base64);
      for (const size of [bytes.length, 1, 100]) {
        const parts = Array.from({ length: Math.ceil(bytes.length / size) }, (_, part) =>
          bytes.slice(part * size, part * size + size),
        );
        const { conversations, refused, given } = await readAll(parts);
        expect(refused).to.deep.equal([]);
        expect(given).to.deep.equal(['conversations']);
        expect(conversations).to.deep.equal(
          [
            { id: 'a', startedAt: T, channel: 'web', messageCount: 1, cost: 0.5 },
            { id: 'b', startedAt: T + 1000 },
            { id: 'c', startedAt: T + 2000, channel: 'email', messageCount: 3, cost: -2 },
          ].map((record) => toRow(record)),
        );
      }
    });
  }

  it('reads orders where they are what the table holds', async () => {
    const bytes = tableToIPC(
      tableFromArrays({ id: ['o'], at: [new Date(T)], items: [[{ productId: 'p', amount: 100 }]] }),
      { format: 'stream' },
    )!;
    const { orders, refused } = await readAll([bytes], 'orders');
    expect(refused).to.deep.equal([]);
    expect(orders).to.deep.equal([{ id: 'o', at: new Date(T), items: [{ productId: 'p', amount: 100 }] }]);
  });

  it('says that a table breaks off', async () => {
    expect(await messageOf(bytesOf(DUCKDB).slice(0, 1000))).to.match(/^The Arrow data cannot be read: /);
  });
});
