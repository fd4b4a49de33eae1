/** Which fields the conversations of a shard have: a column is supplied, when a row that still counts has a value in it. */
import type { Conversation } from '../../facts.js';
import type { CodeColumn, TextColumn } from './columns.js';
import { NO_VALUE } from './dictionary.js';
import type { LivingRows } from './living-rows.js';

type HasValue = (row: number) => boolean;

export class SuppliedKeys {
  readonly #living: LivingRows;
  readonly #columns: ReadonlyMap<string, HasValue>;
  /** Of each column the first row that counts and has a value. */
  readonly #witnesses = new Map<string, number>();
  #ofRecords: Map<string, number> | undefined;

  constructor(living: LivingRows) {
    const { updatedAt, firstQuestion, texts, numbers } = living.batch;
    this.#living = living;
    this.#columns = new Map<string, HasValue>([
      ['id', () => true], ['startedAt', () => true],
      ...(updatedAt ? [['updatedAt', hasNumber(updatedAt)] as const] : []),
      ...(firstQuestion ? [['firstQuestion', hasText(firstQuestion)] as const] : []),
      ...[...texts].map(([name, column]) => [name, hasCode(column)] as const),
      ...[...numbers].map(([name, { values }]) => [name, hasNumber(values)] as const),
    ]);
  }

  addTo(supplied: Set<string>): void {
    for (const [name, hasValue] of this.#columns) if (!supplied.has(`conversations.${name}`) && this.#isSupplied(name, hasValue)) supplied.add(`conversations.${name}`);
    if (this.#living.records) for (const [key, count] of (this.#ofRecords ??= this.#countKeys())) if (count > 0) supplied.add(key);
  }

  forget(row: number): void {
    const record = this.#living.records?.recordAt(row);
    if (record && this.#ofRecords) countKeys(this.#ofRecords, record.raw, -1);
  }

  #isSupplied(name: string, hasValue: HasValue): boolean {
    const { length } = this.#living.batch;
    let row = this.#witnesses.get(name) ?? 0;
    while (row < length && !(this.#living.has(row) && hasValue(row))) row++;
    this.#witnesses.set(name, row);
    return row < length;
  }

  #countKeys(): Map<string, number> {
    const counts = new Map<string, number>();
    const { rows, records } = this.#living.records!;
    records.forEach(({ raw }, place) => { if (this.#living.has(rows[place]!)) countKeys(counts, raw, 1); });
    return counts;
  }
}

function countKeys(counts: Map<string, number>, conversation: Conversation, step: 1 | -1): void {
  const add = (fact: string, record: object) => {
    for (const [key, value] of Object.entries(record)) if (value !== null && value !== undefined) counts.set(`${fact}.${key}`, (counts.get(`${fact}.${key}`) ?? 0) + step);
  };
  add('conversations', conversation);
  for (const message of conversation.messages ?? []) add('messages', message);
}

const hasNumber = (values: Int32Array | Float64Array): HasValue => (row) => !Number.isNaN(values[row]!);
const hasText = ({ missing }: TextColumn): HasValue => (row) => !missing?.has(row);
const hasCode = ({ codes }: CodeColumn): HasValue => (row) => codes[row] !== NO_VALUE;
