/** Collects checked conversations and makes columns of them. */
import type { Conversation } from '../../facts/conversations.js';
import { parseInstant } from '../../time/instant.js';
import { dictionaryName, PLAIN_TEXTS, type ConversationBatch } from './batch.js';
import type { Dictionaries } from './dictionary.js';
import { GrowingCodes, GrowingNumbers } from './growing-columns.js';
import { GrowingTexts } from './growing-texts.js';

/** Fields that a column cannot hold. */
export const RECORD_FIELDS = ['messages', 'closedAt', 'handoffs', 'clicks', 'cartAdds', 'goals', 'rating'] as const;

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
