import { expect } from 'chai';
import fc from 'fast-check';
import { aggregateLeaf } from '../../oracle/row-engine/aggregate.js';
import { aggregateShards } from '../../../src/core/columnar/query/aggregate.js';
import type { ShardTable } from '../../../src/core/columnar/store/shard-table.js';
import type { CellsRequest, LeafCells } from '../../../src/core/answer/engine.js';
import type { Cell } from '../../oracle/row-engine/fact-table.js';
import type { Leaf } from '../../../src/core/metrics/plan.js';
import { leaf, manyRows, request, rows, START, toBits, toFactTable, toShards, type Row } from './random-tables.js';

type Asked = Omit<CellsRequest, 'leaves'>;

/** The plain engine lays out only what exists. */
function plainly(one: Leaf, list: readonly Row[], asked: Asked): LeafCells {
  return aggregateLeaf(one, toFactTable(list.filter((row) => (row.cells.startedAt as number) <= asked.now)), {
    ...asked,
    leaves: [one],
  });
}

const fromShards = (one: Leaf, tables: readonly ShardTable[], asked: Asked) =>
  aggregateShards(one, tables, { ...asked, leaves: [one] });
const question = fc.tuple(leaf, request);

describe('aggregates of shards', () => {
  it('are those of the plain engine on the same rows', () =>
    fc.assert(
      fc.property(rows, question, (list, [one, asked]) => {
        expect(fromShards(one, toShards(list), asked)).to.deep.equal(plainly(one, list, asked));
      }),
      { numRuns: 500 },
    ));

  it('are so too for longer tables that were asked before', () => {
    const list = manyRows(9000, 7);
    const tables = toShards(list);
    fc.assert(
      fc.property(question, ([one, asked]) => {
        expect(fromShards(one, tables, asked)).to.deep.equal(plainly(one, list, asked));
      }),
      { numRuns: 60 },
    );
  });

  it('follow a table whose rows were replaced', () =>
    fc.assert(
      fc.property(rows, question, fc.infiniteStream(fc.boolean()), (list, [one, asked], chance) => {
        const tables = toShards(list.map((row) => ({ ...row, isMember: true })));
        fromShards(one, tables, asked);
        const changed = list.map((row) => ({ ...row, isMember: row.shard !== 0 || chance.next().value! }));
        tables[0]!.replaceMembers(toShards(changed)[0]!.members);
        expect(fromShards(one, tables, asked)).to.deep.equal(plainly(one, changed, asked));
      }),
      { numRuns: 100 },
    ));

  it('follow a table of which a column was replaced', () =>
    fc.assert(
      fc.property(rows, question, (list, [one, asked]) => {
        const tables = toShards(list);
        fromShards(one, tables, asked);
        const changed = list.map((row) => (row.shard === 0 ? { ...row, cells: { ...row.cells, whole: 2 } } : row));
        tables[0]!.replaceColumn('whole', { kind: 'number', values: new Int32Array(tables[0]!.length).fill(2) });
        expect(fromShards(one, tables, asked)).to.deep.equal(plainly(one, changed, asked));
      }),
      { numRuns: 100 },
    ));
});

const count: Leaf = { fact: 'conversations', at: 'startedAt', op: 'count', where: [], known: [], ignore: [] };
const year = { start: START, end: START + 1000 };
const ask = (list: readonly Row[], more: Partial<Asked> = {}, one: Leaf = count) =>
  fromShards(one, toShards(list), { filters: {}, now: START + 5000, span: year, ...more });
const at = (startedAt: number, cells: Readonly<Record<string, Cell>> = {}): Row => ({
  shard: 0,
  isMember: true,
  cells: { startedAt: START + startedAt, ...cells },
});

describe('rows by hand', () => {
  for (const length of [0, 1, 31, 32, 33, 64, 65]) {
    const list = Array.from({ length }, (_, row) => at(row, { channel: row % 2 ? 'sms' : 'web' }));

    it(`counts ${length}`, () => {
      expect(ask(list).total).to.equal(length);
      expect(ask(list, { filters: { channel: ['sms'] } }).total).to.equal(Math.floor(length / 2));
      expect(ask(list, { filters: { '!channel': ['sms'] } }).total).to.equal(Math.ceil(length / 2));
    });

    it(`counts none of ${length} that were all replaced`, () => {
      expect(ask(list.map((row) => ({ ...row, isMember: false }))).total).to.equal(0);
    });

    it(`counts none of ${length} in a span without length`, () => {
      expect(ask(list, { span: { start: START, end: START } }).total).to.equal(0);
    });
  }

  it('puts a row at an edge into the bucket that begins there', () => {
    const buckets = {
      labels: ['a', 'b', 'c'],
      partial: [false, false, false],
      edges: [START, START + 10, START + 20, START + 30],
      bucketOf: [0, 1, 2],
      bucketCount: 3,
    };
    expect(
      ask([at(0), at(9), at(10), at(20), at(29)], { buckets, span: { start: START, end: START + 30 } }).byBucket,
    ).to.deep.equal([2, 1, 2]);
  });

  it('leaves a bucket without length empty', () => {
    const buckets = {
      labels: ['a', 'skipped', 'c'],
      partial: [false, false, false],
      edges: [START, START + 10, START + 10, START + 30],
      bucketOf: [0, 1, 2],
      bucketCount: 3,
    };
    expect(ask([at(9), at(10)], { buckets, span: { start: START, end: START + 30 } }).byBucket).to.deep.equal([
      1, 0, 1,
    ]);
  });

  it('brings the pieces of a folded bucket together', () => {
    const buckets = {
      labels: ['even', 'odd'],
      partial: [false, false],
      edges: [START, START + 10, START + 20, START + 30],
      bucketOf: [0, 1, 0],
      bucketCount: 2,
    };
    expect(
      ask([at(1), at(11), at(21), at(22)], { buckets, span: { start: START, end: START + 30 } }).byBucket,
    ).to.deep.equal([3, 1]);
  });

  it('counts a row of two skills in both groups and once in the total', () => {
    const groups = { dimension: 'skill', values: ['faq', 'orders'], rest: false };
    expect(
      ask([at(1, { skill: ['faq', 'orders'] }), at(2, { skill: ['faq'] }), at(3, { skill: [] })], { groups }),
    ).to.deep.equal({ total: 3, leftOut: 0, byGroup: [2, 1] });
  });

  it('takes all other values together as the rest', () => {
    const groups = { dimension: 'channel', values: ['sms'], rest: true };
    expect(
      ask([at(1, { channel: 'sms' }), at(2, { channel: 'web' }), at(3, { channel: '' }), at(4, { channel: null })], {
        groups,
      }).byGroup,
    ).to.deep.equal([1, 3]);
  });

  it('reports rows without a number as left out of a sum', () => {
    const sum: Leaf = { ...count, op: 'sum', of: { minus: ['other', 'gaps'] } };
    expect(ask([at(1, { other: 10, gaps: 3 }), at(2, { other: 5 }), at(3, { gaps: 1 })], {}, sum)).to.deep.equal({
      total: 7,
      leftOut: 2,
    });
  });

  it('keeps sums past 32 bits whole', () => {
    const sum: Leaf = { ...count, op: 'sum', of: 'other' };
    const most = 2 ** 31 - 1;
    expect(
      ask(
        Array.from({ length: 3000 }, (_, row) => at(row % 900, { other: most })),
        {},
        sum,
      ).total,
    ).to.equal(3000 * most);
  });

  it('counts a stock at the start of a range to come as of now', () => {
    const stock: Leaf = {
      fact: 'conversations',
      at: 'startedAt',
      op: 'stock',
      when: 'start',
      until: 'later',
      where: [],
      known: [],
      ignore: [],
    };
    const later = { start: START + 9000, end: START + 9999 };
    expect(
      ask([at(1, { later: START + 7000 }), at(2, { later: START + 4000 }), at(6000)], { span: later }, stock).total,
    ).to.equal(1);
  });

  it('has no quantile of no values', () => {
    expect(ask([at(1, { gaps: null })], {}, { ...count, op: 'quantile', of: 'gaps', q: 0.5 })).to.deep.equal({
      total: null,
      leftOut: 1,
    });
  });

  it('knows users that came at least twice across shards', () => {
    const wide = (shard: number, value: string | null) => ({ ...at(1, { wide: value }), shard });
    const list = [
      wide(0, 'w1'),
      wide(1, 'w1'),
      wide(0, 'w2'),
      wide(0, null),
      wide(0, null),
      wide(2, null),
      wide(3, null),
    ];
    expect(ask(list, {}, { ...count, op: 'distinct', of: ['wide'], havingAtLeast: 2 })).to.deep.equal({
      total: 1,
      leftOut: 4,
    });
    expect(ask(list, {}, { ...count, op: 'distinct', of: ['wide'], havingAtLeast: 1 }).total).to.equal(2);
  });

  it('leaves rows without a user out, filtered or not', () => {
    const list = [
      at(1, { wide: 'w1', channel: 'sms' }),
      at(2, { wide: 'w2' }),
      at(3, { channel: 'sms' }),
      at(4),
      at(5, { wide: 'w1', channel: 'sms' }),
    ];
    const distinct: Leaf = { ...count, op: 'distinct', of: ['wide'], havingAtLeast: 1 };
    expect(ask(list, {}, distinct)).to.deep.equal({ total: 2, leftOut: 2 });
    expect(ask(list, { filters: { channel: ['sms'] } }, distinct)).to.deep.equal({ total: 1, leftOut: 1 });
  });

  it('tells pairs apart, and leaves half a pair out', () => {
    const pair = (wide: string | null, channel: string | null) => at(1, { wide, channel });
    const list = [
      pair('w1', 'sms'),
      pair('w1', 'web'),
      pair('w2', 'sms'),
      pair('w1', 'sms'),
      pair(null, 'sms'),
      pair('w1', null),
    ];
    expect(ask(list, {}, { ...count, op: 'distinct', of: ['wide', 'channel'], havingAtLeast: 1 })).to.deep.equal({
      total: 3,
      leftOut: 2,
    });
  });

  it('reports what is missing from whole blocks of a long table', () => {
    const list = Array.from({ length: 5000 }, (_, row) => at(row % 900, { gaps: row % 5 === 0 ? null : 2 }));
    expect(ask(list, {}, { ...count, op: 'sum', of: 'gaps' })).to.deep.equal({ total: 8000, leftOut: 1000 });
  });

  it('does not take one condition for another', () => {
    const tables = toShards([at(1, { gaps: 1 }), at(2, { gaps: null, other: 1 }), at(3, { gaps: null })]);
    const having = (known: string) =>
      fromShards({ ...count, known: [known] }, tables, { filters: {}, now: START + 9, span: year }).total;
    expect([having('gaps'), having('other'), having('channel')]).to.deep.equal([1, 1, 0]);
  });

  it('forgets filtered rows that were replaced', () => {
    const tables = toShards([at(1, { channel: 'sms' }), at(2, { channel: 'web' }), at(3, { channel: 'sms' })]);
    const sms = () => fromShards(count, tables, { filters: { channel: ['sms'] }, now: START + 9, span: year }).total;
    expect(sms()).to.equal(2);
    tables[0]!.replaceMembers(toBits([true, true, false]));
    expect(sms()).to.equal(1);
  });

  it('counts an id once in a table of the conversation’s rows', () => {
    const [parent] = toShards([at(1, { id: 'a' }), at(2, { id: 'b' })]);
    const times = Float64Array.of(START + 3, START + 4, START + 5);
    const child = new (parent!.constructor as typeof ShardTable)('messages', times, new Map(), {
      table: parent!,
      rows: Int32Array.of(0, 0, 1),
    });
    const distinct: Leaf = { ...count, fact: 'messages', at: 'at', op: 'distinct', of: ['id'], havingAtLeast: 1 };
    expect(fromShards(distinct, [child], { filters: {}, now: START + 100, span: year }).total).to.equal(2);
    parent!.replaceMembers(toBits([false, true]));
    expect(fromShards(distinct, [child], { filters: {}, now: START + 100, span: year }).total).to.equal(1);
  });
});
