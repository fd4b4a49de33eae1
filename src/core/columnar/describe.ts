/** What the conversations of all shards are: how many, which values they have, and from when to when something happened. */
import type { DimensionDescription } from '../query.js';
import { countedDimensions, describeCounts } from '../answer/groups.js';
import type { RecordEngine } from './records/record-engine.js';
import type { Shard } from './store/shard.js';

export function countConversations(shards: readonly Shard[]): number {
  return shards.reduce((sum, { living }) => sum + living.count, 0);
}

/** Values of conversations that began up to `now`; those in `known` are listed without any too. */
export function dimensionsUpTo(
  now: number,
  shards: readonly Shard[],
  records: Pick<RecordEngine, 'addValues'>,
  customDimensions: readonly string[],
  known: Readonly<Record<string, readonly string[]>>,
): Record<string, DimensionDescription> {
  const counts = new Map<string, Map<string, number>>();
  for (const name of countedDimensions(customDimensions)) {
    const values = new Map<string, number>();
    for (const { counts: ofShard } of shards) ofShard.add(name, now, values);
    if (values.size) counts.set(name, values);
  }
  records.addValues(now, counts);
  return describeCounts(
    counts,
    shards.some((shard) => hasBegun(shard, now)),
    known,
  );
}

export function firstInstant(shards: readonly Shard[]): number {
  return shards.reduce((first, { events }) => Math.min(first, events.first), Infinity);
}

/** `-Infinity` without any up to `now`. */
export function lastInstant(shards: readonly Shard[], now: number): number {
  return shards.reduce((last, { events }) => Math.max(last, events.lastUpTo(now)), -Infinity);
}

function hasBegun({ batch, living }: Shard, now: number): boolean {
  for (let row = 0; row < batch.length && batch.startedAt[row]! <= now; row++) if (living.has(row)) return true;
  return false;
}
