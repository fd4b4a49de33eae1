/** Checked conversations on their way into the engine, column by column, in the order in which they were supplied. */
import type { Conversation } from '../../facts/conversations.js';
import type { CodeColumn, Dictionaries, NumberColumn, TextColumn } from './columns.js';
import { parseInstant } from '../../time/instant.js';
import { GrowingCodes, GrowingNumbers, GrowingTexts } from './growing-columns.js';
import {
  type Places,
  type Values,
  concatColumns,
  gatherColumn,
  pick,
  pickBytesInto,
  pickInto,
  pickedEnds,
  textColumn,
} from './take.js';

/** Columns of a plain conversation that hold codes, named as its fields; `profile` where it is a text. No custom column can have one of these names. */
export const PLAIN_TEXTS = [
  'channel',
  'tag',
  'region',
  'language',
  'segment',
  'assignee',
  'page',
  'status',
  'profile',
  'visitorId',
  'closedBy',
] as const;

export type PlainText = (typeof PLAIN_TEXTS)[number];

/** Both tell the user, so that a code of theirs is one of the column `user`. */
const USERS: ReadonlySet<string> = new Set<PlainText>(['profile', 'visitorId']);

/** The dictionary of a column of a batch. */
export function dictionaryName(column: string): string {
  return USERS.has(column) ? 'user' : column;
}

/**
 * Some thousand rows. A plain conversation is one whose fields are all columns here. What has messages, lists, a profile of several
 * fields, a rating or a closing time stands in `records` too, which is what it is then read from.
 */
export interface ConversationBatch {
  length: number;
  id: TextColumn;
  /** Epoch milliseconds. */
  startedAt: Float64Array;
  /** Epoch milliseconds, NaN where not supplied; unset: in no row. */
  updatedAt?: Float64Array;
  /** Only columns of which some row has a value. Own text columns are among them. */
  texts: ReadonlyMap<string, CodeColumn>;
  /** `messageCount` and own number columns, of which some row has a value. */
  numbers: ReadonlyMap<string, NumberColumn>;
  firstQuestion?: TextColumn;
  /** Checked conversations by row. */
  records: ReadonlyMap<number, Conversation>;
}

/** Fields that a column cannot hold. */
export const RECORD_FIELDS = ['messages', 'closedAt', 'handoffs', 'clicks', 'cartAdds', 'goals', 'rating'] as const;

/** Collects checked conversations and makes columns of them. */
export class BatchBuilder {
  /** What a reader that has no record writes to: row `length`, then `commitRow` or `dropRow`. */
  readonly id = new GrowingTexts();
  readonly startedAt = new GrowingNumbers();
  readonly updatedAt = new GrowingNumbers();
  readonly firstQuestion = new GrowingTexts();
  readonly texts: ReadonlyMap<string, GrowingCodes>;
  readonly numbers: ReadonlyMap<string, GrowingNumbers>;
  readonly #plain: readonly { name: keyof Conversation; column: GrowingCodes }[];
  readonly #own: readonly { name: string; column: GrowingCodes | GrowingNumbers }[];
  #records = new Map<number, Conversation>();
  #length = 0;

  constructor(dictionaries: Dictionaries, own: Readonly<Record<string, 'text' | 'number'>>) {
    const names = (kind: string) => Object.keys(own).filter((name) => own[name] === kind);
    this.texts = new Map(
      [...PLAIN_TEXTS, ...names('text')].map((name) => [name, new GrowingCodes(dictionaries.of(dictionaryName(name)))]),
    );
    this.numbers = new Map(['messageCount', ...names('number')].map((name) => [name, new GrowingNumbers()]));
    this.#plain = PLAIN_TEXTS.map((name) => ({ name, column: this.texts.get(name)! }));
    this.#own = Object.keys(own).map((name) => ({ name, column: (this.texts.get(name) ?? this.numbers.get(name))! }));
  }

  get length(): number {
    return this.#length;
  }

  /** The conversation must have been checked. It is kept as a record where columns cannot hold all of it. */
  addRecord(conversation: Conversation): void {
    const row = this.#length;
    this.id.set(row, conversation.id);
    this.startedAt.set(row, parseInstant(conversation.startedAt));
    if (conversation.updatedAt != null) this.updatedAt.set(row, parseInstant(conversation.updatedAt));
    if (conversation.firstQuestion != null) this.firstQuestion.set(row, conversation.firstQuestion);
    if (conversation.messageCount != null) this.numbers.get('messageCount')!.set(row, conversation.messageCount);
    for (const { name, column } of this.#plain) {
      const value = conversation[name];
      if (typeof value === 'string') column.set(row, column.dictionary.codeOf(value));
    }
    for (const { name, column } of this.#own)
      setOwn(column, row, (conversation as unknown as Record<string, string | number | null | undefined>)[name]);
    if (!isPlain(conversation)) this.#records.set(row, conversation);
    this.commitRow();
  }

  commitRow(): void {
    this.#length++;
  }

  commitRows(count: number): void {
    this.#length += count;
  }

  /** Forgets what was written of rows that are not committed. */
  dropRow(): void {
    for (const column of [
      this.id,
      this.startedAt,
      this.updatedAt,
      this.firstQuestion,
      ...this.texts.values(),
      ...this.numbers.values(),
    ])
      column.dropFrom(this.#length);
  }

  /** The rows so far; the builder begins anew. */
  take(): ConversationBatch {
    this.dropRow();
    const length = this.#length;
    const updatedAt = this.updatedAt.takeDoubles(length);
    const firstQuestion = this.firstQuestion.take(length);
    const batch: ConversationBatch = {
      length,
      id: this.id.take(length) ?? { kind: 'text', bytes: new Uint8Array(), offsets: new Uint32Array(1), isAscii: true },
      startedAt: this.startedAt.takeDoubles(length) ?? new Float64Array(),
      ...(updatedAt && { updatedAt }),
      texts: takeAll(this.texts, length),
      numbers: takeAll(this.numbers, length),
      ...(firstQuestion && { firstQuestion }),
      records: this.#records,
    };
    this.#records = new Map();
    this.#length = 0;
    return batch;
  }
}

function setOwn(column: GrowingCodes | GrowingNumbers, row: number, value: string | number | null | undefined): void {
  if (value === null || value === undefined) return;
  if (column instanceof GrowingNumbers) column.set(row, value as number);
  else column.set(row, column.dictionary.codeOf(value));
}

function isPlain(conversation: Conversation): boolean {
  return (
    (conversation.profile === null || typeof conversation.profile !== 'object') &&
    RECORD_FIELDS.every((field) => conversation[field] == null)
  );
}

function takeAll<C>(
  columns: ReadonlyMap<string, { take(length: number): C | undefined }>,
  length: number,
): Map<string, C> {
  const taken = new Map<string, C>();
  for (const [name, growing] of columns) {
    const column = growing.take(length);
    if (column) taken.set(name, column);
  }
  return taken;
}

/** Row `i` is the other's row `rows[i]`. */
export function pickRows(batch: ConversationBatch, rows: Int32Array): ConversationBatch {
  const { updatedAt, firstQuestion } = batch;
  const pickAll = <C extends CodeColumn | NumberColumn>(columns: ReadonlyMap<string, C>) =>
    new Map([...columns].map(([name, column]) => [name, gatherColumn(column, rows) as C]));
  return {
    length: rows.length,
    id: gatherColumn(batch.id, rows) as TextColumn,
    startedAt: pick(batch.startedAt, rows),
    ...(updatedAt && { updatedAt: pick(updatedAt, rows) }),
    texts: pickAll(batch.texts),
    numbers: pickAll(batch.numbers),
    ...(firstQuestion && { firstQuestion: gatherColumn(firstQuestion, rows) as TextColumn }),
    records: moveRecords([batch], { parts: new Int32Array(rows.length), rows }),
  };
}

/** One batch of the given rows of several. */
export function joinBatches(batches: readonly ConversationBatch[], places: Places): ConversationBatch {
  const across = <C>(columnOf: (batch: ConversationBatch) => CodeColumn | NumberColumn | TextColumn | undefined) =>
    concatColumns(batches.map(columnOf), places) as C | undefined;
  const numbers = (valuesOf: (batch: ConversationBatch) => Float64Array | undefined) =>
    across<{ values: Float64Array }>((batch) => {
      const values = valuesOf(batch);
      return values && { kind: 'number', values };
    })?.values;
  const columns = <C>(columnsOf: (batch: ConversationBatch) => ReadonlyMap<string, CodeColumn | NumberColumn>) => {
    const names = new Set(batches.flatMap((batch) => [...columnsOf(batch).keys()]));
    return new Map([...names].map((name) => [name, across<C>((batch) => columnsOf(batch).get(name))!]));
  };
  const updatedAt = numbers((batch) => batch.updatedAt);
  const firstQuestion = across<TextColumn>((batch) => batch.firstQuestion);
  return {
    length: places.rows.length,
    id: across<TextColumn>((batch) => batch.id)!,
    startedAt: numbers((batch) => batch.startedAt)!,
    ...(updatedAt && { updatedAt }),
    texts: columns<CodeColumn>((batch) => batch.texts),
    numbers: columns<NumberColumn>((batch) => batch.numbers),
    ...(firstQuestion && { firstQuestion }),
    records: moveRecords(batches, places),
  };
}

/** The kept rows of each part, one part after the other. */
export function placesOf(parts: readonly { length: number; isKept(row: number): boolean }[]): Places {
  const found = { parts: [] as number[], rows: [] as number[] };
  parts.forEach(({ length, isKept }, part) => {
    for (let row = 0; row < length; row++) {
      if (!isKept(row)) continue;
      found.parts.push(part);
      found.rows.push(row);
    }
  });
  return { parts: Int32Array.from(found.parts), rows: Int32Array.from(found.rows) };
}

/** Batches with other rows: in another order, a part of one, several in one. */
export function moveRecords(batches: readonly ConversationBatch[], { parts, rows }: Places): Map<number, Conversation> {
  const moved = new Map<number, Conversation>();
  if (batches.every(({ records }) => records.size === 0)) return moved;
  for (let place = 0; place < rows.length; place++) {
    const record = batches[parts[place]!]!.records.get(rows[place]!);
    if (record) moved.set(place, record);
  }
  return moved;
}

/** The batch given must not be used afterwards. */
export function reorderRows(batch: ConversationBatch, order: Int32Array): ConversationBatch {
  const { updatedAt, firstQuestion, texts, numbers } = batch;
  return {
    length: batch.length,
    id: reorderTexts(batch.id, order),
    startedAt: reorder(batch.startedAt, order),
    ...(updatedAt && { updatedAt: reorder(updatedAt, order) }),
    texts: new Map([...texts].map(([name, column]) => [name, { ...column, codes: reorder(column.codes, order) }])),
    numbers: new Map(
      [...numbers].map(([name, column]) => [name, { ...column, values: reorder(column.values, order) }]),
    ),
    ...(firstQuestion && { firstQuestion: reorderTexts(firstQuestion, order) }),
    records: moveRecords([batch], { parts: new Int32Array(order.length), rows: order }),
  };
}

let room = new ArrayBuffer(0);

/** Puts the rows of a batch in another order, in the memory that they have: fresh memory would cost more than moving them twice. */
function reorder<A extends Values>(values: A, order: Int32Array): A {
  const moved = roomLike(values, order.length);
  pickInto(values, order, moved);
  return moveBack(moved, values);
}

function reorderTexts(column: TextColumn, order: Int32Array): TextColumn {
  const ends = pickedEnds(column, order);
  const moved = roomLike(column.bytes, ends[order.length]!);
  pickBytesInto(column, order, moved);
  return textColumn(column, order, moveBack(moved, column.bytes), ends);
}

/** What is part of a larger piece of memory may be someone else's, and stays as it is. */
function moveBack<A extends Values>(moved: A, values: A): A {
  if (values.byteLength !== values.buffer.byteLength) return moved.slice() as A;
  values.set(moved);
  return values;
}

/** An array of the same kind, in memory that is used again and again. */
function roomLike<A extends Values>(values: A, length: number): A {
  const size = length * values.BYTES_PER_ELEMENT;
  if (room.byteLength < size) room = new ArrayBuffer(size);
  return new (values.constructor as new (buffer: ArrayBuffer, offset: number, length: number) => A)(room, 0, length);
}
