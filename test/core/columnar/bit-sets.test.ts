import { expect } from 'chai';
import fc from 'fast-check';
import {
  type Bits,
  both,
  countBoth,
  countRows,
  either,
  hasBit,
  pickRows,
  without,
} from '../../../src/core/columnar/store/bits.js';
import { toBits } from './random-tables.js';

const flags = fc.array(fc.boolean(), { maxLength: 140 });
const pair = flags.chain((a) =>
  fc.tuple(
    fc.constant(a),
    fc.array(fc.boolean(), { minLength: a.length, maxLength: a.length }),
    fc.nat(a.length),
    fc.nat(a.length),
  ),
);
const toFlags = (bits: Bits, length: number) => Array.from({ length }, (_, row) => hasBit(bits, row));

describe('sets of rows', () => {
  it('are combined row by row', () =>
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const [some, others] = [toBits(a), toBits(b)];
        expect(toFlags(both(some, others)!, a.length)).to.deep.equal(a.map((is, row) => is && b[row]!));
        expect(toFlags(either(some, others), a.length)).to.deep.equal(a.map((is, row) => is || b[row]!));
        expect(toFlags(without(some, a.length), a.length)).to.deep.equal(a.map((is) => !is));
        expect(countRows(without(some, a.length), 0, a.length)).to.equal(a.filter((is) => !is).length);
      }),
    ));

  it('are counted and listed from any row to any other', () =>
    fc.assert(
      fc.property(pair, ([a, b, one, other]) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const expected = a.flatMap((is, row) => (is && row >= low && row < high ? [row] : []));
        const picked = new Int32Array(a.length);
        expect(Array.from(picked.subarray(0, pickRows(toBits(a), low, high, picked)))).to.deep.equal(expected);
        expect(countRows(toBits(a), low, high)).to.equal(expected.length);
        expect(countBoth(toBits(a), toBits(b), low, high)).to.equal(expected.filter((row) => b[row]).length);
      }),
      { numRuns: 500 },
    ));

  it('stand for every row where there is none', () => {
    const picked = new Int32Array(3);
    expect(countRows(undefined, 4, 7)).to.equal(3);
    expect(pickRows(undefined, 4, 7, picked)).to.equal(3);
    expect([...picked]).to.deep.equal([4, 5, 6]);
    expect(both(undefined, undefined)).to.equal(undefined);
  });

  it('count 32 bits of one word', () => {
    const rows = toBits(new Array<boolean>(32).fill(true));
    expect(countRows(rows, 0, 32)).to.equal(32);
    expect(countRows(rows, 31, 32)).to.equal(1);
    expect(countRows(rows, 5, 5)).to.equal(0);
  });
});
