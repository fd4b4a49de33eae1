/** How a list is sorted: a number per row, and what decides between rows of the same number. */
import type { ListRequest, SortKey } from '../engine.js';
import { foldText } from '../fold-text.js';
import { compareCodePoints } from '../groups.js';
import { compareBytes, type ByteText } from './compare-bytes.js';
import { NO_VALUE, type Dictionary } from './dictionary.js';
import { firstQuestionOf } from './first-questions.js';
import { placeOf, rowOf, shardOf, type Place } from './id-index.js';
import { LOWER } from './phrase.js';
import { nameColumn } from './profile-names.js';
import type { Shard } from './shard.js';
import type { ShardList } from './shard-list.js';

const AS_IS = Uint8Array.from({ length: 256 }, (_, byte) => byte);

export type KeyOf = (row: number) => number;

export interface RowOrder {
  /** Ascending; `Infinity` for what is missing, which comes last in both directions. */
  keysIn(shard: Shard): KeyOf;
  /** Of places with the same key. */
  compare(a: Place, b: Place): number;
}

/** By id alone. */
export function idOrder(shards: ShardList): RowOrder {
  return {
    keysIn: ({ batch: { id: { bytes, offsets } } }) => (row) => beginningOf(bytes, offsets[row]!, offsets[row + 1]!, AS_IS),
    compare: (a, b) => compareBytes(shards.idAt(a), shards.idAt(b)),
  };
}

/** Ties go by id. */
export function rowOrder({ key, descending }: ListRequest['sort'], shards: ShardList, now: number): RowOrder {
  const sign = descending ? -1 : 1;
  const textAt = (place: Place) => firstQuestionOf(shards.at(shardOf(place)), rowOf(place), now);
  return {
    keysIn(shard) {
      const keyOf = KEYS[key](shard, now);
      return (row) => { const number = keyOf(row); return Number.isNaN(number) ? Infinity : sign * number; };
    },
    compare(a, b) {
      const [one, other] = key === 'first-question' ? [textAt(a), textAt(b)] : [];
      const order = one && other ? sign * compareFolded(one, other) : 0;
      return order || compareBytes(shards.idAt(a), shards.idAt(b));
    },
  };
}

/** NaN: missing. */
const KEYS: Record<SortKey, (shard: Shard, now: number) => KeyOf> = {
  'started-at': ({ batch: { startedAt } }) => (row) => startedAt[row]!,
  'updated-at': updatedAt,
  messages: messageCount,
  channel: (shard) => ranksIn(shard, 'channel'),
  tag: (shard) => ranksIn(shard, 'tag'),
  status: (shard) => ranksIn(shard, 'status'),
  outcome: (shard) => ranksIn(shard, 'outcome'),
  profile: profileRank,
  'first-question': (shard, now) => (row) => { const text = firstQuestionOf(shard, row, now); return text ? beginningOf(text.bytes, text.start, text.end, LOWER) : NaN; },
};

function updatedAt({ batch, records }: Shard): KeyOf {
  if (records) return (row) => records.updatedAt[row]!;
  const { updatedAt: supplied, startedAt } = batch;
  if (!supplied) return (row) => startedAt[row]!;
  return (row) => { const at = supplied[row]!; return Number.isNaN(at) ? startedAt[row]! : at; };
}

function messageCount({ batch, records }: Shard): KeyOf {
  if (records) return (row) => records.messageCount[row]!;
  const counts = batch.numbers.get('messageCount')?.values;
  return (row) => counts?.[row] || 0;
}

function profileRank(shard: Shard): KeyOf {
  const { records } = shard;
  if (!records) return () => NaN;
  const { codes, dictionary } = nameColumn(shard, records);
  const ranks = ranksOf(dictionary);
  return (row) => { const place = records.places[row]!; return place < 0 ? NaN : ranks[codes[place]!]!; };
}

function ranksIn({ opened }: Shard, name: string): KeyOf {
  const column = opened.column(name);
  if (column?.kind !== 'code' && column?.kind !== 'constant') return () => NaN;
  const ranks = ranksOf(column.dictionary);
  if (column.kind === 'constant') return () => ranks[column.code]!;
  const { codes } = column;
  return (row) => ranks[codes[row]!]!;
}

const ranked = new WeakMap<Dictionary, Float64Array>();

/** Codes by the order of their folded values; the same folded value has the same rank. */
function ranksOf(dictionary: Dictionary): Float64Array {
  const known = ranked.get(dictionary);
  if (known?.length === dictionary.size) return known;
  const values = Array.from({ length: dictionary.size }, (_, code) => dictionary.valueOf(code)).map((value) => (typeof value === 'string' && value !== '' ? foldText(value) : null));
  const sorted = [...new Set(values.filter((value) => value !== null))].sort(compareCodePoints);
  const rankOf = new Map(sorted.map((value, rank) => [value, rank]));
  const ranks = Float64Array.from(values, (value, code) => (value === null || code === NO_VALUE ? NaN : rankOf.get(value)!));
  ranked.set(dictionary, ranks);
  return ranks;
}

/** Six bytes as a number: mostly enough to tell two texts apart. */
function beginningOf(bytes: Uint8Array, start: number, end: number, table: Uint8Array): number {
  let number = 0;
  for (let at = start; at < start + 6; at++) number = number * 256 + (at < end ? table[bytes[at]!]! : 0);
  return number;
}

function compareFolded(a: ByteText, b: ByteText): number {
  const length = Math.min(a.end - a.start, b.end - b.start);
  for (let at = 0; at < length; at++) {
    const order = LOWER[a.bytes[a.start + at]!]! - LOWER[b.bytes[b.start + at]!]!;
    if (order) return order;
  }
  return a.end - a.start - (b.end - b.start);
}
