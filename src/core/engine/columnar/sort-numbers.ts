/** What conversations are sorted by, as a number for each row; NaN: missing. */
import type { SortKey } from '../engine.js';
import { foldText } from '../fold-text.js';
import { compareCodePoints } from '../groups.js';
import type { CodeArray } from './columns.js';
import { NO_VALUE, type Dictionary } from './dictionary.js';
import { firstQuestionOf } from './first-questions.js';
import { LOWER } from './utf8.js';
import { nameColumn } from './profile-names.js';
import type { Shard } from './shard.js';

type FillNumbers = (shard: Shard, rows: Int32Array, numbers: Float64Array, now: number) => void;

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
