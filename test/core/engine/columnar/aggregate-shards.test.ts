import { expect } from 'chai';
import fc from 'fast-check';
import { aggregateLeaf } from '../../../../src/core/engine/aggregate.js';
import { aggregateShards } from '../../../../src/core/engine/columnar/aggregate-shards.js';
import { leaf, request, rows, toFactTable, toShards, type Row } from './random-tables.js';

/** The plain engine lays out only what exists. */
const existing = (list: readonly Row[], now: number) => list.filter((row) => (row.cells.startedAt as number) <= now);

describe('aggregates of shards', () => {
  it('are those of the plain engine on the same rows', () => fc.assert(fc.property(rows, leaf, request, (list, one, asked) => {
    const plain = aggregateLeaf(one, toFactTable(existing(list, asked.now)), { ...asked, leaves: [one] });
    expect(aggregateShards(one, toShards(list), { ...asked, leaves: [one] })).to.deep.equal(plain);
  }), { numRuns: 500 }));
});
