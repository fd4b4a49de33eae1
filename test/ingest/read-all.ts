/** Reads facts through the readers and shows what came out as records, so that it can be compared. */
import type { RecordCollector } from '../../src/core/columnar/records/columnar-records.js';
import type { FactName, RecordFactName } from '../../src/core/facts/registry.js';
import { PLAIN_TEXTS, type ConversationBatch } from '../../src/core/columnar/store/batch.js';
import type { TextColumn } from '../../src/core/columnar/store/columns.js';
import { Dictionaries } from '../../src/core/columnar/store/columns.js';
import { readUtf8 } from '../../src/core/columnar/store/bytes.js';
import { runToEnd } from '../../src/core/steps.js';
import { parseInstant } from '../../src/core/time/instant.js';
import type { CustomColumns } from '../../src/core/custom-columns.js';
import type { Refused } from '../../src/ingest/accept-record.js';
import { createFactReader } from '../../src/ingest/read-facts.js';
import { SourceError } from '../../src/core/source-error.js';
import type { Outcome } from './plain-reading.js';

export const OWN: CustomColumns = { conversations: { plan: 'text', cost: 'number' } };
const NUMBERS = ['messageCount', 'cost'];

export async function readAll(
  parts: readonly (Uint8Array | string | object)[],
  fact: FactName = 'conversations',
  own = OWN,
): Promise<Outcome> {
  const refused: Refused = { count: 0, first: [] };
  const outcome: Outcome = {
    given: [],
    fields: {},
    conversations: [],
    orders: [],
    articles: [],
    records: [],
    refused: refused.first,
  };
  const reader = createFactReader({
    dictionaries: new Dictionaries(),
    columns: own,
    fact,
    refused,
    *addConversations(batch) {
      yield;
      outcome.conversations.push(...toRecords(batch));
    },
    addOrders: (orders) => void outcome.orders.push(...orders),
    addArticles: (articles) => void outcome.articles.push(...articles),
    collectRecords: (name) => recordsInto(outcome, name),
    markSupplied: (name) => void outcome.given.push(name),
    setField: (name, value) => void (outcome.fields[name] = value),
  });
  for (const part of parts) runToEnd(reader.take(part));
  await reader.waitsFor;
  runToEnd(reader.end());
  outcome.given.sort();
  return outcome;
}

function recordsInto(outcome: Outcome, fact: RecordFactName): RecordCollector {
  const records: object[] = [];
  return {
    add: (record) => void records.push(record),
    isFull: false,
    *makeRoom() {
      yield;
    },
    *end() {
      yield;
      outcome.records.push(...records.map((record) => ({ fact, record })));
    },
  };
}

/** As `readAll`; what cannot be read at all by a word. */
export async function tryAll(...given: Parameters<typeof readAll>): Promise<Outcome | 'unreadable'> {
  try {
    return await readAll(...given);
  } catch (error) {
    if (error instanceof SourceError) return 'unreadable';
    throw error;
  }
}

/** A conversation as columns keep it; what they cannot hold stands beside it. */
export function toRow(
  conversation: Record<string, unknown>,
  {
    isPlain = !RECORD_FIELDS.some((name) => conversation[name] != null) && typeof conversation['profile'] !== 'object',
  } = {},
): Record<string, unknown> {
  const { id, startedAt, updatedAt, ...rest } = conversation;
  const row: Record<string, unknown> = {
    id,
    startedAt: parseInstant(startedAt as number),
    updatedAt: updatedAt == null ? null : parseInstant(updatedAt as number),
  };
  for (const name of [...PLAIN_TEXTS, 'plan', 'firstQuestion', ...NUMBERS]) row[name] = rest[name] ?? null;
  if (typeof row['profile'] === 'object') row['profile'] = null;
  return {
    ...row,
    record:
      isPlain || (conversation['profile'] === null && !RECORD_FIELDS.some((name) => conversation[name] != null))
        ? null
        : conversation,
  };
}

const RECORD_FIELDS = ['messages', 'closedAt', 'handoffs', 'clicks', 'cartAdds', 'goals', 'rating'];

function toRecords(batch: ConversationBatch): Record<string, unknown>[] {
  return Array.from({ length: batch.length }, (_, row) => {
    const shown: Record<string, unknown> = { id: textAt(batch.id, row), startedAt: batch.startedAt[row]! };
    shown['updatedAt'] = known(batch.updatedAt?.[row]);
    for (const name of [...PLAIN_TEXTS, 'plan']) {
      const column = batch.texts.get(name);
      shown[name] = column ? column.dictionary.valueOf(column.codes[row]!) : null;
    }
    shown['firstQuestion'] = batch.firstQuestion ? textAt(batch.firstQuestion, row) : null;
    for (const name of NUMBERS) shown[name] = known(batch.numbers.get(name)?.values[row]);
    return { ...shown, record: batch.records.get(row) ?? null };
  });
}

const known = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value);

function textAt({ bytes, offsets, missing }: TextColumn, row: number): string | null {
  return missing?.has(row) ? null : readUtf8(bytes, offsets[row]!, offsets[row + 1]!);
}
