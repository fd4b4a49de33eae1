/** Writes records: the later version of each id, what it derives, and what it changes in what others earned. All in one change. */
import { articleVersion, conversationVersion, latestVersions, orderVersion } from '../../../core/tables/versions.js';
import {
  type ConversationRecord,
  type OrderRecord,
  toConversationRecord,
  toOrderRecord,
} from '../../../core/tables/conversation-record.js';
import type { Article } from '../../../core/facts/articles.js';
import { RECORD_FACTS } from '../../../core/facts/registry.js';
import type { FactWrite, ImportMark, WriteReport } from '../fact-database.js';
import { itemColumns } from '../row/earned-items.js';
import type { Row, RowTable } from '../row/layout.js';
import { type RowContext, toRow } from '../row/encode-row.js';
import type { SqlChange } from '../sql/dialect.js';
import { earn } from './attribute-revenue.js';
import { TIMELESS, toStored, writeRecords } from './write-records.js';
import { PresentRows } from './stored-rows.js';
import { setImmediate } from 'node:timers/promises';

export async function writeFacts(
  prepared: PreparedFacts,
  change: SqlChange,
  context: RowContext,
): Promise<WriteReport> {
  const { facts } = prepared;
  const { tenant } = context;
  const present = new PresentRows(change, tenant);
  const newer = await newerVersions(prepared, present);
  const { items, changed } = await earn(newer, present, context.settings);
  const derived = [
    ...newer.conversations.map(({ id }) => prepared.rows.get(id)!),
    ...changed.map((record) => toRow(record, context)),
  ];
  const written = derived.map((row) => Object.assign(row, itemColumns(items.get(row.id))));
  await change.put('conversations', written, [...newer.replaced, ...changed.map(({ id }) => id)]);
  await change.put(
    'orders',
    newer.orders.map((order) => toOrderRow(order, tenant)),
    newer.formerOrders.map(({ id }) => id),
  );
  const articles = await writeArticles(facts.articles ?? [], change, present, tenant);
  const records = await writeRecords(toStored(facts, newer.orders), change, context);
  await writeTenant(facts, change, present, tenant);
  if (facts.mark) await writeMark(facts.mark, change, present, tenant);
  return { written: newer.conversations.length + newer.orders.length + articles + records };
}

/** Those that no later version is there of, and what they replace. */
async function newerVersions({ conversations, orders }: PreparedFacts, present: PresentRows) {
  const idsOf = (records: readonly { id: string }[]) => records.map(({ id }) => id);
  const before = await present.versions('conversations', idsOf(conversations), 'profile_id');
  const ordersBefore = await present.versions('orders', idsOf(orders));
  const newer = conversations.filter(
    (record) => conversationVersion(record) >= (before.get(record.id)?.version ?? -Infinity),
  );
  const newerOrders = orders.filter(
    (order) => orderVersion(order) >= (ordersBefore.get(order.id)?.version ?? -Infinity),
  );
  return {
    conversations: newer,
    orders: newerOrders,
    replaced: idsOf(newer).filter((id) => before.has(id)),
    formerProfiles: newer.map(({ id }) => (before.get(id)?.also as string | undefined) ?? ''),
    formerOrders: await present.ordersById(idsOf(newerOrders).filter((id) => ordersBefore.has(id))),
  };
}

function toOrderRow(order: OrderRecord, tenant: string): Row {
  const { id, at, cancelledAt, raw } = order;
  return {
    tenant,
    id,
    ordered_at: at,
    cancelled_at: cancelledAt ?? null,
    version: orderVersion(order),
    profile_id: raw.profileId ?? '',
    conversation_id: raw.conversationId ?? '',
    raw: JSON.stringify(raw),
  };
}

const GIVEN = ['conversations', 'orders', 'articles', ...RECORD_FACTS] as const;

async function writeArticles(
  articles: readonly Article[],
  change: SqlChange,
  present: PresentRows,
  tenant: string,
): Promise<number> {
  const rows = latestVersions(articles.map(named), articleVersion).map((article) => ({
    tenant,
    id: article.id,
    version: Math.max(articleVersion(article), TIMELESS),
    raw: JSON.stringify(article),
  }));
  const before = await present.versions(
    'articles',
    rows.map(({ id }) => id),
  );
  const newer = rows.filter(({ id, version }) => version >= (before.get(id)?.version ?? -Infinity));
  await change.put(
    'articles',
    newer,
    newer.map(({ id }) => id).filter((id) => before.has(id)),
  );
  return newer.length;
}

/** The fields that came last count; a list that was given once stays given. */
async function writeTenant(facts: FactWrite, change: SqlChange, present: PresentRows, tenant: string): Promise<void> {
  const before = await present.tenant();
  const fields = JSON.stringify({ ...(before && (JSON.parse(before.fields) as object)), ...facts.fields });
  const given = GIVEN.filter((fact) => facts[fact] !== undefined || before?.given.includes(fact));
  if (before && before.fields === fields && before.given.length === given.length) return;
  await change.put(
    'tenants',
    [{ tenant, id: tenant, version: (before?.version ?? 0) + 1, fields, given }],
    before ? [tenant] : [],
  );
}

/** What a file's import refused counts until a file of the same name is imported: it is the mended one. */
async function writeMark(
  { digest, name, records, refused, isDone }: ImportMark,
  change: SqlChange,
  present: PresentRows,
  tenant: string,
): Promise<void> {
  const mended = (await present.marksNamed(name)).filter((mark) => mark.id !== digest);
  await change.put(
    'imports',
    mended.map((mark) => ({ ...mark, tenant, version: mark.version + 1, name, refused: 0 })),
    mended.map(({ id }) => id),
  );
  const before = await present.versions('imports' satisfies RowTable, [digest]);
  const version = (before.get(digest)?.version ?? 0) + 1;
  await change.put(
    'imports',
    [{ tenant, id: digest, version, name, records, refused, is_done: isDone }],
    before.size ? [digest] : [],
  );
}

export interface PreparedFacts {
  facts: FactWrite;
  conversations: readonly ConversationRecord[];
  /** Of each conversation, by its id. */
  rows: ReadonlyMap<string, Row>;
  orders: readonly OrderRecord[];
}

/** Records between two places to pause. */
const STRIDE = 500;

/** All of a write that needs no database: the latest version of each id, and what it derives. In pieces, so that others are answered meanwhile. */
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
