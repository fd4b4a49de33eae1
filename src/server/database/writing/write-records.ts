/** Writes records beside conversations: the later version of each id, and anew what is derived from all that they touch. */
import { randomUUID } from 'node:crypto';
import { suppliedColumns } from '../../../core/tables/supplied-records.js';
import type { OrderRecord } from '../../../core/tables/conversation-record.js';
import { DERIVATIONS } from '../../../core/tables/derive.js';
import type { StoredFact, StoredRecord } from '../../../core/tables/derived-rows.js';
import { recordTimes, recordVersion } from '../../../core/facts/event-times.js';
import { RECORD_FACTS } from '../../../core/facts/registry.js';
import type { FactWrite } from '../fact-database.js';
import type { Row } from '../row/row-columns.js';
import type { RowContext } from '../row/to-row.js';
import type { SqlChange } from '../sql/sql-database.js';
import { deriveRows } from './derive-rows.js';
import { PresentRows, type Stored } from './read-present.js';
import { idOf, linksOf } from './stored-records.js';

/** Stands for a record without a time: it is older than any with one. */
export const TIMELESS = Number.MIN_SAFE_INTEGER;

/** Orders of accounts are kept beside the hub's facts too, since its sales are derived from both. A record without an id is one of its own. */
export function toStored(facts: FactWrite, orders: readonly OrderRecord[]): Stored[] {
  const records = RECORD_FACTS.flatMap((fact) =>
    (facts[fact] ?? []).map((raw: { id?: string | null }): Stored => ({
      fact,
      key: (raw.id ?? randomUUID()).toWellFormed(),
      raw,
    })),
  );
  return [...records, ...orders.map(({ id, raw }): Stored => ({ fact: 'orders', key: id, raw }))];
}

/** How many records are in now, orders aside. */
export async function writeRecords(
  records: readonly Stored[],
  change: SqlChange,
  context: RowContext,
): Promise<number> {
  if (records.length === 0) return 0;
  const present = new PresentRows(change, context.tenant);
  const latest = latestOf(records);
  const before = await present.versions('records', [...latest.keys()]);
  const former = new Map((await present.records([...before.keys()])).map((record) => [idOf(record), record]));
  const newer = [...latest].filter(
    ([id, record]) =>
      versionOf(record) >= (before.get(id)?.version ?? -Infinity) &&
      (record.fact !== 'orders' || isOfAccount(record) || former.has(id)),
  );
  const written = newer.map(([, record]) => record);
  await change.put(
    'records',
    written.map((record) => toRecordRow(record, context)),
    newer.map(([id]) => id).filter((id) => before.has(id)),
  );
  const rows: Row[] = [];
  for (const derivation of DERIVATIONS) {
    const touched = written.filter(({ fact }) => derivation.reads.includes(fact));
    if (touched.length) rows.push(...(await deriveRows(derivation, touched, former, present, context)));
  }
  const there = new Set(
    await present.ids(
      'derived',
      rows.map(({ id }) => id),
    ),
  );
  await change.put(
    'derived',
    rows.filter((row) => there.has(row.id) || (row['seen_from'] as unknown[]).length > 0),
    [...there],
  );
  return written.filter(({ fact }) => fact !== 'orders').length;
}

const isOfAccount = ({ raw }: Stored): boolean => (raw as { accountId?: unknown }).accountId != null;

/** At a tie the later counts. */
function latestOf(records: readonly Stored[]): Map<string, Stored> {
  const latest = new Map<string, Stored>();
  for (const record of records) {
    const id = idOf(record);
    const known = latest.get(id);
    if (!known || versionOf(record) >= versionOf(known)) latest.set(id, record);
  }
  return latest;
}

function versionOf({ fact, raw }: Stored): number {
  return Math.max(recordVersion(fact, raw as StoredRecord<StoredFact> as never), TIMELESS);
}

function toRecordRow(record: Stored, { tenant, fingerprint, columns }: RowContext): Row {
  const { fact, key, raw } = record;
  const times = [...new Set(recordTimes(fact, raw as never))].sort((a, b) => a - b);
  return {
    tenant,
    fingerprint,
    fact,
    key,
    id: idOf(record),
    version: versionOf(record),
    links: [...new Set(DERIVATIONS.flatMap((derivation) => linksOf(derivation, record)))],
    first_event_at: times[0] ?? Number.MAX_SAFE_INTEGER,
    last_event_at: times.at(-1) ?? TIMELESS,
    event_at: times,
    supplied: suppliedColumns(fact, raw, columns),
    raw: JSON.stringify(raw),
  };
}
