import { expect } from 'chai';
import fc from 'fast-check';
import { hasBit } from '../../../src/core/columnar/store/bits.js';
import { countValues } from '../../../src/core/columnar/query/count-values.js';
import { rowRange, rowsOf } from '../../../src/core/columnar/query/select.js';
import { isWithin, rowTest } from '../../oracle/row-engine/row-selection.js';
import { dimensionKeys } from '../../../src/core/answer/where.js';
import { COLUMNS, filters, leaf, request, rows, START, toFactTable, toShards, type Row } from './random-tables.js';

/** Rows in the order of the one shard they are put into. */
const inOneShard = (list: readonly Row[]): Row[] =>
  list
    .map((row) => ({ ...row, shard: 0 }))
    .sort((a, b) => (a.cells.startedAt as number) - (b.cells.startedAt as number));

describe('the rows of a leaf', () => {
  it('are those that the plain engine accepts', () =>
    fc.assert(
      fc.property(rows, leaf, filters, (list, one, asked) => {
        const sorted = inOneShard(list);
        const accepts = rowTest(one, toFactTable(sorted.map((row) => ({ ...row, isMember: true }))), {
          filters: asked,
          span: { start: 0, end: 0 },
        });
        const [table] = toShards(sorted);
        const found = rowsOf(table!, one, asked);
        expect(sorted.map((_, row) => !found || hasBit(found, row))).to.deep.equal(
          sorted.map(({ isMember }, row) => isMember && accepts(row)),
        );
      }),
      { numRuns: 400 },
    ));

  it('lie between two rows for a span', () =>
    fc.assert(
      fc.property(rows, request, (list, { span }) => {
        const sorted = inOneShard(list);
        const { low, high } = rowRange(toShards(sorted)[0]!, span);
        expect(sorted.slice(low, high).map(({ cells }) => cells.id)).to.deep.equal(
          sorted.filter(({ cells }) => isWithin(cells.startedAt, span)).map(({ cells }) => cells.id),
        );
      }),
      { numRuns: 100 },
    ));
});

describe('rows per value', () => {
  it('are counted as the plain engine counts them', () =>
    fc.assert(
      fc.property(
        rows,
        leaf,
        request,
        fc.constantFrom(...COLUMNS, 'nothing'),
        (list, one, { span, filters: asked, now }, dimension) => {
          const members = list.filter((row) => row.isMember && (row.cells.startedAt as number) <= now);
          const accepts = rowTest(one, toFactTable(members), { filters: asked, span: { start: 0, end: 0 } });
          const counts = new Map<string, number>();
          members.forEach(({ cells }, row) => {
            if (!isWithin(cells[one.at], span) || !accepts(row)) return;
            for (const key of dimensionKeys(cells[dimension])) counts.set(key, (counts.get(key) ?? 0) + 1);
          });
          const found = countValues(one, dimension, toShards(list), { span, filters: asked, now });
          expect([...found].sort()).to.deep.equal([...counts].sort());
        },
      ),
      { numRuns: 300 },
    ));

  it('has no entry for a value outside the span', () => {
    const row = (at: number, channel: string): Row => ({
      shard: 0,
      isMember: true,
      cells: { startedAt: START + at, channel },
    });
    const source = { fact: 'conversations', at: 'startedAt', where: [], known: [], ignore: [] };
    const found = countValues(source, 'channel', toShards([row(0, 'sms'), row(5, 'web')]), {
      span: { start: START, end: START + 5 },
      filters: {},
      now: START + 9,
    });
    expect([...found]).to.deep.equal([['sms', 1]]);
  });
});
