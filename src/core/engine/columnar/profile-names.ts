/** Who the conversations of a shard were with, by name, as codes that mean the same in every shard. */
import { profileName } from '../../profile-name.js';
import type { CodeColumn } from './columns.js';
import { PatchedCodes } from './patched-codes.js';
import type { RecordRows } from './record-rows.js';
import type { Shard } from './shard.js';

const kept = new WeakMap<Shard, CodeColumn>();

/** By place of the record: only those have names. */
export function nameColumn(shard: Shard, { records }: RecordRows): CodeColumn {
  const known = kept.get(shard);
  if (known) return known;
  const names = new PatchedCodes(records.length, shard.context.names);
  records.forEach(({ profile }, place) => names.set(place, profileName(profile) ?? null));
  kept.set(shard, names.column);
  return names.column;
}
