/** Buckets as a table of equal slots of time, so that a database finds a row's bucket by one division. */
import { segmentAt, type Buckets } from '../../../core/time/buckets.js';
import type { Dialect, Sql } from './dialect.js';
import type { Parameters } from './parameters.js';

/** More than that are no longer worth their transfer. */
const MOST_SLOTS = 100_000;

/** The place of a row's bucket; -1 for none. `at` is an instant between the first edge and the last. */
export function bucketSql(at: Sql, { edges, bucketOf }: Buckets, dialect: Dialect, parameters: Parameters): Sql {
  const start = edges[0]!;
  const length = edges.at(-1)! - start;
  const step = edges.reduce((common, edge) => greatestCommonDivisor(common, edge - start), length);
  if (step === 0 || length / step > MOST_SLOTS) {
    return dialect.entry(
      parameters.ints(bucketOf),
      `(${dialect.countUpTo(parameters.ints(edges.slice(0, -1)), at)} - 1)`,
    );
  }
  const slots = Array.from(
    { length: length / step },
    (_, slot) => bucketOf[segmentAt(edges, start + slot * step)] ?? -1,
  );
  return dialect.entry(
    parameters.ints(slots),
    dialect.divide(`${at} - ${parameters.int(start)}`, parameters.int(step)),
  );
}

function greatestCommonDivisor(a: number, b: number): number {
  let [larger, smaller] = [Math.max(a, b), Math.min(a, b)];
  while (smaller > 0) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
