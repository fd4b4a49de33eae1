/** How a list is sorted: a number per row, and what decides between rows of the same number. */
import type { ListRequest } from '../engine.js';
import { compareBytes, type ByteText } from './compare-bytes.js';
import { firstQuestionOf } from './first-questions.js';
import { rowOf, shardOf, type Place } from './id-index.js';
import { LOWER } from './utf8.js';
import { nameColumn } from './profile-names.js';
import type { Shard } from './shard.js';
import type { ShardList } from './shard-list.js';
import { beginningOf, SORT_NUMBERS } from './sort-numbers.js';

export interface RowOrder {
  descending: boolean;
  /** One for each row, ascending; `Infinity` for what is missing, which comes last in both directions. They hold until the next are asked for. */
  keysOf(shard: Shard, rows: Int32Array): Float64Array;
  /** Of places with the same key. */
  compare(a: Place, b: Place): number;
}

let room = new Float64Array(0);

function roomFor(rows: Int32Array): Float64Array {
  if (room.length < rows.length) room = new Float64Array(rows.length);
  return room.subarray(0, rows.length);
}

/** By id alone. */
export function idOrder(shards: ShardList): RowOrder {
  return {
    descending: false,
    keysOf(
      {
        batch: {
          id: { bytes, offsets },
        },
      },
      rows,
    ) {
      const keys = roomFor(rows);
      for (let index = 0; index < rows.length; index++)
        keys[index] = beginningOf(bytes, offsets[rows[index]!]!, offsets[rows[index]! + 1]!);
      return keys;
    },
    compare: (a, b) => compareBytes(shards.idAt(a), shards.idAt(b)),
  };
}

/** Ties go by id. */
export function rowOrder({ key, descending }: ListRequest['sort'], shards: ShardList, now: number): RowOrder {
  const sign = descending ? -1 : 1;
  // A name's place among all is known once every shard has told its own.
  if (key === 'profile') for (const shard of shards.all) if (shard.records) nameColumn(shard, shard.records);
  const textAt = (place: Place) => firstQuestionOf(shards.at(shardOf(place)), rowOf(place), now);
  return {
    descending,
    keysOf(shard, rows) {
      const keys = roomFor(rows);
      SORT_NUMBERS[key](shard, rows, keys, now);
      for (let index = 0; index < keys.length; index++)
        keys[index] = Number.isNaN(keys[index]) ? Infinity : sign * keys[index]!;
      return keys;
    },
    compare(a, b) {
      const [one, other] = key === 'first-question' ? [textAt(a), textAt(b)] : [];
      const order = one && other ? sign * compareFolded(one, other) : 0;
      return order || compareBytes(shards.idAt(a), shards.idAt(b));
    },
  };
}

function compareFolded(a: ByteText, b: ByteText): number {
  const length = Math.min(a.end - a.start, b.end - b.start);
  for (let at = 0; at < length; at++) {
    const order = LOWER[a.bytes[a.start + at]!]! - LOWER[b.bytes[b.start + at]!]!;
    if (order) return order;
  }
  return a.end - a.start - (b.end - b.start);
}
