/** Which fields the conversations of a shard have: one is supplied, when a row that still counts has a value in it. */
import type { Conversation, Message } from '../../facts/conversations.js';
import { innerFields } from '../../facts/field.js';
import { FACTS } from '../../facts/registry.js';
import type { CodeColumn, TextColumn } from './columns.js';
import { NO_VALUE } from './dictionary.js';
import type { LivingRows } from './living-rows.js';

type HasValue = (row: number) => boolean;

/** Fields that no column of a batch holds, or not for all conversations. */
const RECORD_FIELDS: readonly (keyof Conversation)[] = [
  'messages',
  'profile',
  'closedAt',
  'handoffs',
  'clicks',
  'cartAdds',
  'goals',
  'rating',
];
const MESSAGE_FIELDS = Object.keys(innerFields(FACTS.conversations.fields['messages']!)) as readonly (keyof Message)[];

export class SuppliedKeys {
  readonly #living: LivingRows;
  readonly #fields: readonly (readonly [name: string, hasValue: HasValue])[];
  /** Of each field the first row that counts and has a value. */
  readonly #witnesses = new Map<HasValue, number>();

  constructor(living: LivingRows) {
    this.#living = living;
    this.#fields = [...columnFields(living), ...recordFields(living)];
  }

  addTo(supplied: Set<string>): void {
    for (const [name, hasValue] of this.#fields)
      if (!supplied.has(name) && this.#isSupplied(hasValue)) supplied.add(name);
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
}: LivingRows): Generator<[string, HasValue]> {
  for (const name of ['id', 'startedAt']) yield [`conversations.${name}`, () => true];
  if (updatedAt) yield ['conversations.updatedAt', hasNumber(updatedAt)];
  if (firstQuestion) yield ['conversations.firstQuestion', hasText(firstQuestion)];
  for (const [name, column] of texts) yield [`conversations.${name}`, hasCode(column)];
  for (const [name, { values }] of numbers) yield [`conversations.${name}`, hasNumber(values)];
}

function* recordFields({ records }: LivingRows): Generator<[string, HasValue]> {
  if (!records) return;
  for (const field of RECORD_FIELDS)
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
