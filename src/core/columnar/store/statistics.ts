/** How many conversations of a shard have each value of a dimension, as they were supplied. */
import { type ConversationRecord, type TimedMessage, eventTimes } from '../../tables/conversation-record.js';
import type { Steps } from '../../steps.js';
import type { LiveRows } from './record-rows.js';
import { RECORD_FIELDS } from './batch.js';
import type { Message } from '../../facts/conversations.js';
import { innerFields } from '../../facts/field.js';
import { FACTS } from '../../facts/registry.js';
import { type CodeColumn, NO_VALUE, type TextColumn } from './columns.js';

export class ValueCounts {
  readonly #living: LiveRows;
  readonly #byCode = new Map<string, Int32Array>();
  #lists: Map<string, Map<string, number>> | undefined;

  constructor(living: LiveRows) {
    this.#living = living;
  }

  /** Of conversations that began up to `now`. */
  add(name: string, now: number, to: Map<string, number>): void {
    if (name === 'skill' || name === 'goal') return this.#addLists(name, now, to);
    const column = this.#living.batch.texts.get(name);
    if (!column) return;
    const counts = this.#isWhole(now) ? this.#keptCounts(name) : this.#count(name, now);
    for (let code = 0; code < counts.length; code++) {
      const value = column.dictionary.valueOf(code);
      if (counts[code] && typeof value === 'string' && value !== '') addTo(to, value, counts[code]!);
    }
  }

  forget(row: number): void {
    for (const [name, counts] of this.#byCode) counts[this.#living.batch.texts.get(name)!.codes[row]!]!--;
    if (this.#living.records?.recordAt(row)) this.#lists = undefined;
  }

  #isWhole(now: number): boolean {
    const { startedAt, length } = this.#living.batch;
    return startedAt[length - 1]! <= now;
  }

  #keptCounts(name: string): Int32Array {
    const kept = this.#byCode.get(name) ?? this.#count(name, Infinity);
    this.#byCode.set(name, kept);
    return kept;
  }

  #count(name: string, now: number): Int32Array {
    const { startedAt, length, texts } = this.#living.batch;
    const { codes, dictionary } = texts.get(name)!;
    const counts = new Int32Array(dictionary.size);
    for (let row = 0; row < length && startedAt[row]! <= now; row++) if (this.#living.has(row)) counts[codes[row]!]!++;
    return counts;
  }

  #addLists(name: 'skill' | 'goal', now: number, to: Map<string, number>): void {
    if (!this.#living.records) return;
    const lists = this.#isWhole(now) ? (this.#lists ??= this.#countLists(Infinity)) : this.#countLists(now);
    for (const [value, count] of lists.get(name)!) addTo(to, value, count);
  }

  #countLists(now: number): Map<string, Map<string, number>> {
    const lists = new Map([
      ['skill', new Map<string, number>()],
      ['goal', new Map<string, number>()],
    ]);
    const { rows, records } = this.#living.records!;
    records.forEach(({ raw, messages, startedAt }, place) => {
      if (startedAt > now || !this.#living.has(rows[place]!)) return;
      for (const skill of usedSkills(messages ?? [])) addTo(lists.get('skill')!, skill, 1);
      for (const goal of raw.goals ?? []) addTo(lists.get('goal')!, goal, 1);
    });
    return lists;
  }
}

function addTo(counts: Map<string, number>, value: string, count: number): void {
  counts.set(value, (counts.get(value) ?? 0) + count);
}

/** Each once. */
function usedSkills(messages: readonly TimedMessage[]): string[] {
  const used: string[] = [];
  for (const { from, skills } of messages) {
    if (from !== 'agent') continue;
    for (const skill of skills) if (!used.includes(skill)) used.push(skill);
  }
  return used;
}

type HasValue = (row: number) => boolean;

/** A batch holds the profile's id alone. */
const FIELDS_OF_RECORDS = ['profile', ...RECORD_FIELDS] as const;
const MESSAGE_FIELDS = Object.keys(innerFields(FACTS.conversations.fields['messages']!)) as readonly (keyof Message)[];

/** Which fields the conversations of a shard have: one is supplied, when a row that still counts has a value in it. */
export class SuppliedKeys {
  readonly #living: LiveRows;
  readonly #fields: readonly (readonly [name: string, hasValue: HasValue])[];
  /** Of each field the first row that counts and has a value. */
  readonly #witnesses = new Map<HasValue, number>();

  constructor(living: LiveRows) {
    this.#living = living;
    this.#fields = [...columnFields(living), ...recordFields(living)];
  }

  addTo(supplied: Set<string>): void {
    for (const [name, hasValue] of this.#fields)
      if (!supplied.has(name) && this.#isSupplied(hasValue)) supplied.add(name);
  }

  /** Looks for each field now, one after the other. */
  *settle(): Steps<void> {
    for (const [, hasValue] of this.#fields) {
      this.#isSupplied(hasValue);
      yield;
    }
  }

  #isSupplied(hasValue: HasValue): boolean {
    const { length } = this.#living.batch;
    let row = this.#witnesses.get(hasValue) ?? 0;
    while (row < length && !(this.#living.has(row) && hasValue(row))) row++;
    this.#witnesses.set(hasValue, row);
    return row < length;
  }
}

function* columnFields({
  batch: { updatedAt, firstQuestion, texts, numbers },
}: LiveRows): Generator<[string, HasValue]> {
  for (const name of ['id', 'startedAt']) yield [`conversations.${name}`, () => true];
  if (updatedAt) yield ['conversations.updatedAt', hasNumber(updatedAt)];
  if (firstQuestion) yield ['conversations.firstQuestion', hasText(firstQuestion)];
  for (const [name, column] of texts) yield [`conversations.${name}`, hasCode(column)];
  for (const [name, { values }] of numbers) yield [`conversations.${name}`, hasNumber(values)];
}

function* recordFields({ records }: LiveRows): Generator<[string, HasValue]> {
  if (!records) return;
  for (const field of FIELDS_OF_RECORDS)
    yield [`conversations.${field}`, (row) => isPresent(records.recordAt(row)?.raw[field])];
  for (const field of MESSAGE_FIELDS)
    yield [
      `messages.${field}`,
      (row) => Boolean(records.recordAt(row)?.raw.messages?.some((message) => isPresent(message[field]))),
    ];
}

const isPresent = (value: unknown): boolean => value !== null && value !== undefined;
const hasNumber =
  (values: Int32Array | Float64Array): HasValue =>
  (row) =>
    !Number.isNaN(values[row]!);
const hasText =
  ({ missing }: TextColumn): HasValue =>
  (row) =>
    !missing?.has(row);
const hasCode =
  ({ codes }: CodeColumn): HasValue =>
  (row) =>
    codes[row] !== NO_VALUE;

interface Bounds {
  first: number;
  last: number;
}

/** When something happened in the conversations of a shard: the first and the last instant. */
export class EventTimes {
  readonly #living: LiveRows;
  #kept: Bounds | undefined;
  /** Of each record. */
  #ends: readonly Bounds[] | undefined;

  constructor(living: LiveRows) {
    this.#living = living;
  }

  /** `Infinity` without any row. */
  get first(): number {
    return this.#bounds().first;
  }

  /** The latest up to `now`; `-Infinity`: none. */
  lastUpTo(now: number): number {
    const { first, last } = this.#bounds();
    if (last <= now) return last;
    return first > now ? -Infinity : this.#measure(now).last;
  }

  /** A row that bounds neither end leaves them as they are. */
  forget(row: number): void {
    if (!this.#kept) return;
    const { first, last } = this.#kept;
    for (const at of this.#eventsOf(row)) if (at === first || at === last) this.#kept = undefined;
  }

  #bounds(): Bounds {
    return (this.#kept ??= this.#measure(Infinity));
  }

  #measure(upTo: number): Bounds {
    const {
      batch: { startedAt, updatedAt },
      records,
      bits,
    } = this.#living;
    const bounds = { first: Infinity, last: -Infinity };
    if (!records && !bits) {
      widen(bounds, startedAt, upTo);
      if (updatedAt) widen(bounds, updatedAt, upTo);
      return bounds;
    }
    for (let row = 0; row < startedAt.length; row++) {
      if (!this.#living.has(row)) continue;
      const place = records ? records.places[row]! : -1;
      if (place >= 0) this.#widenByRecord(bounds, place, upTo);
      else {
        takeIn(bounds, startedAt[row]!, upTo);
        if (updatedAt) takeIn(bounds, updatedAt[row]!, upTo);
      }
    }
    return bounds;
  }

  #widenByRecord(bounds: Bounds, place: number, upTo: number): void {
    const ends = (this.#ends ??= this.#living.records!.records.map(boundsOf));
    const { first, last } = ends[place]!;
    takeIn(bounds, first, upTo);
    if (last <= upTo) takeIn(bounds, last, upTo);
    else if (first <= upTo)
      for (const at of eventTimes(this.#living.records!.records[place]!)) takeIn(bounds, at, upTo);
  }

  *#eventsOf(row: number): Generator<number> {
    const {
      batch: { startedAt, updatedAt },
      records,
    } = this.#living;
    const record = records?.recordAt(row);
    if (record) {
      yield* eventTimes(record);
      return;
    }
    yield startedAt[row]!;
    if (updatedAt && !Number.isNaN(updatedAt[row]!)) yield updatedAt[row]!;
  }
}

/** Takes in instants up to one; NaN is none. */
function widen(bounds: Bounds, instants: Float64Array, upTo: number): void {
  for (let index = 0; index < instants.length; index++) takeIn(bounds, instants[index]!, upTo);
}

function takeIn(bounds: Bounds, at: number, upTo: number): void {
  if (!(at <= upTo)) return;
  if (at < bounds.first) bounds.first = at;
  if (at > bounds.last) bounds.last = at;
}

function boundsOf(record: ConversationRecord): Bounds {
  const bounds = { first: Infinity, last: -Infinity };
  for (const at of eventTimes(record)) takeIn(bounds, at, Infinity);
  return bounds;
}
