/** All of a write that needs no database: the latest version of each id, and what it derives. In pieces, so that others are answered meanwhile. */
import { setImmediate } from 'node:timers/promises';
import { conversationVersion, latestVersions, orderVersion } from '../../../core/tables/versions.js';
import {
  toConversationRecord,
  toOrderRecord,
  type ConversationRecord,
  type OrderRecord,
} from '../../../core/tables/conversation-record.js';
import type { FactWrite } from '../fact-database.js';
import type { Row } from '../row/row-columns.js';
import { toRow, type RowContext } from '../row/to-row.js';

export interface PreparedFacts {
  facts: FactWrite;
  conversations: readonly ConversationRecord[];
  /** Of each conversation, by its id. */
  rows: ReadonlyMap<string, Row>;
  orders: readonly OrderRecord[];
}

/** Records between two places to pause. */
const STRIDE = 500;

export async function prepareFacts(facts: FactWrite, context: RowContext): Promise<PreparedFacts> {
  const records: ConversationRecord[] = [];
  for (const raw of facts.conversations ?? []) {
    records.push(toConversationRecord(named(raw)));
    if (records.length % STRIDE === 0) await setImmediate();
  }
  const conversations = latestVersions(records, conversationVersion);
  const rows = new Map<string, Row>();
  for (const record of conversations) {
    rows.set(record.id, toRow(record, context));
    if (rows.size % STRIDE === 0) await setImmediate();
  }
  return {
    facts,
    conversations,
    rows,
    orders: latestVersions(
      (facts.orders ?? []).map((raw) => toOrderRecord(named(raw))),
      orderVersion,
    ),
  };
}

/** No database keeps half a character, so no id may differ by one alone. */
export function named<R extends { id: string }>(record: R): R {
  return record.id.isWellFormed() ? record : { ...record, id: record.id.toWellFormed() };
}
