/** A conversation of a shard as a record again. */
import type { Conversation } from '../../facts/conversations.js';
import { formatInstant } from '../../time/instant.js';
import type { Cell } from '../cell.js';
import { toConversationRecord, type ConversationRecord } from '../records.js';
import type { ConversationBatch } from './batch.js';
import type { TextColumn } from './columns.js';
import type { Shard } from './shard.js';
import { readUtf8 } from './utf8.js';

export function recordOf({ batch, records }: Shard, row: number): ConversationRecord {
  return records?.recordAt(row) ?? toConversationRecord(plainConversation(batch, row));
}

/** `undefined`: the row has none. */
export function textOf({ bytes, offsets, missing }: TextColumn, row: number): string | undefined {
  return missing?.has(row) ? undefined : readUtf8(bytes, offsets[row]!, offsets[row + 1]!);
}

function plainConversation(
  { id, startedAt, updatedAt, firstQuestion, texts, numbers }: ConversationBatch,
  row: number,
): Conversation {
  const fields: Record<string, Cell> = {};
  for (const [name, { codes, dictionary }] of texts) if (codes[row]) fields[name] = dictionary.valueOf(codes[row]);
  for (const [name, { values }] of numbers) if (!Number.isNaN(values[row]!)) fields[name] = values[row]!;
  const question = firstQuestion && textOf(firstQuestion, row);
  return {
    ...fields,
    id: textOf(id, row)!,
    startedAt: formatInstant(startedAt[row]!),
    ...(updatedAt && !Number.isNaN(updatedAt[row]!) && { updatedAt: formatInstant(updatedAt[row]!) }),
    ...(question !== undefined && { firstQuestion: question }),
  };
}
