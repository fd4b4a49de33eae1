/** How a list is sorted: a number per row, and what decides between rows of the same number. */
import type { ListRequest, SortKey } from '../../answer/engine.js';
import { type ByteText, LOWER, compareBytes } from '../store/bytes.js';
import { type Place, rowOf, shardOf } from '../store/id-index.js';
import type { Shard } from '../store/shard.js';
import type { ShardList } from '../store/shards.js';
import { foldText } from '../../answer/fold-text.js';
import { compareCodePoints } from '../../answer/groups.js';
import {
  type CodeArray,
  type CodeColumn,
  type Dictionary,
  NO_VALUE,
  MutableCodes,
  type TextColumn,
} from '../store/columns.js';
import { profileName } from '../../facts/conversations.js';
import type { RecordRows } from '../store/record-rows.js';

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

type FillNumbers = (shard: Shard, rows: Int32Array, numbers: Float64Array, now: number) => void;

/** What conversations are sorted by, as a number for each row; NaN: missing. */
export const SORT_NUMBERS: Record<SortKey, FillNumbers> = {
  'started-at': ({ batch }, rows, numbers) => copyNumbers(batch.startedAt, rows, numbers),
  'updated-at': updatedAt,
  messages: messageCount,
  channel: (shard, rows, numbers) => ranksIn(shard, 'channel', rows, numbers),
  tag: (shard, rows, numbers) => ranksIn(shard, 'tag', rows, numbers),
  status: (shard, rows, numbers) => ranksIn(shard, 'status', rows, numbers),
  outcome: (shard, rows, numbers) => ranksIn(shard, 'outcome', rows, numbers),
  profile: nameRanks,
  'first-question': firstQuestions,
};

/** Six bytes as a number: mostly enough to tell two texts apart. */
export function beginningOf(bytes: Uint8Array, start: number, end: number): number {
  let number = 0;
  for (let at = start; at < start + 6; at++) number = number * 256 + (at < end ? bytes[at]! : 0);
  return number;
}

function firstQuestions(shard: Shard, rows: Int32Array, numbers: Float64Array, now: number): void {
  for (let index = 0; index < rows.length; index++) {
    const text = firstQuestionOf(shard, rows[index]!, now);
    numbers[index] = text ? foldedBeginningOf(text.bytes, text.start, text.end) : NaN;
  }
}

function foldedBeginningOf(bytes: Uint8Array, start: number, end: number): number {
  let number = 0;
  for (let at = start; at < start + 6; at++) number = number * 256 + (at < end ? LOWER[bytes[at]!]! : 0);
  return number;
}

function copyNumbers(values: Float64Array, rows: Int32Array, numbers: Float64Array): void {
  for (let index = 0; index < rows.length; index++) numbers[index] = values[rows[index]!]!;
}

function updatedAt({ batch, records }: Shard, rows: Int32Array, numbers: Float64Array): void {
  const { startedAt } = batch;
  copyNumbers(records?.updatedAt ?? batch.updatedAt ?? startedAt, rows, numbers);
  for (let index = 0; index < rows.length; index++)
    if (Number.isNaN(numbers[index])) numbers[index] = startedAt[rows[index]!]!;
}

function messageCount({ batch, records }: Shard, rows: Int32Array, numbers: Float64Array): void {
  const counts = records?.messageCount ?? batch.numbers.get('messageCount')?.values;
  for (let index = 0; index < rows.length; index++) numbers[index] = counts?.[rows[index]!] || 0;
}

function ranksIn({ opened }: Shard, name: string, rows: Int32Array, numbers: Float64Array): void {
  const column = opened.column(name);
  if (column?.kind === 'constant') numbers.fill(ranksOf(column.dictionary)[column.code]!);
  else if (column?.kind === 'code') copyRanks(column.codes, ranksOf(column.dictionary), rows, numbers);
  else numbers.fill(NaN);
}

function copyRanks(codes: CodeArray, ranks: Float64Array, rows: Int32Array, numbers: Float64Array): void {
  for (let index = 0; index < rows.length; index++) numbers[index] = ranks[codes[rows[index]!]!]!;
}

function nameRanks(shard: Shard, rows: Int32Array, numbers: Float64Array): void {
  const { records } = shard;
  if (!records) {
    numbers.fill(NaN);
    return;
  }
  const { codes, dictionary } = nameColumn(shard, records);
  const ranks = ranksOf(dictionary);
  for (let index = 0; index < rows.length; index++) {
    const place = records.places[rows[index]!]!;
    numbers[index] = place < 0 ? NaN : ranks[codes[place]!]!;
  }
}

const ranked = new WeakMap<Dictionary, Float64Array>();

/** Codes by the order of their folded values; the same folded value has the same rank. */
function ranksOf(dictionary: Dictionary): Float64Array {
  const known = ranked.get(dictionary);
  if (known?.length === dictionary.size) return known;
  const values = Array.from({ length: dictionary.size }, (_, code) => dictionary.valueOf(code)).map((value) =>
    typeof value === 'string' ? foldText(value) || null : null,
  );
  const sorted = [...new Set(values.filter((value) => value !== null))].sort(compareCodePoints);
  const rankOf = new Map(sorted.map((value, rank) => [value, rank]));
  const ranks = Float64Array.from(values, (value, code) =>
    value === null || code === NO_VALUE ? NaN : rankOf.get(value)!,
  );
  ranked.set(dictionary, ranks);
  return ranks;
}

const kept = new WeakMap<Shard, CodeColumn>();

/** By place of the record: only those have names. */
export function nameColumn(shard: Shard, { records }: RecordRows): CodeColumn {
  const known = kept.get(shard);
  if (known) return known;
  const names = new MutableCodes(records.length, shard.context.names);
  records.forEach(({ profile }, place) => names.set(place, profileName(profile) ?? null));
  kept.set(shard, names.column);
  return names.column;
}

/** `undefined`: nothing was asked, or nothing that is left of it once it is folded. */
export function firstQuestionOf(shard: Shard, row: number, now: number): ByteText | undefined {
  const place = shard.records ? shard.records.places[row]! : -1;
  if (place >= 0) return ofRecord(shard, place, now);
  const { questions } = shard.folded;
  return questions && textAt(questions, row);
}

/** The first question of a conversation, folded, as it stands at an instant. */
function ofRecord(shard: Shard, place: number, now: number): ByteText | undefined {
  const { questions, texts, at } = shard.folded.records!;
  const text = questions[place]!;
  return text < 0 || at[text]! > now ? undefined : textAt(texts, text);
}

function textAt({ bytes, offsets }: TextColumn, row: number): ByteText | undefined {
  const [start, end] = [offsets[row]!, offsets[row + 1]!];
  return start === end ? undefined : { bytes, start, end };
}
