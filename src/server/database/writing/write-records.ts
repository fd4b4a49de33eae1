/** Writes records beside conversations: the later version of each id, and anew what is derived from all that they touch. */
import { randomUUID } from 'node:crypto';
import { suppliedColumns } from '../../../core/tables/supplied-records.js';
import type { OrderRecord } from '../../../core/tables/conversation-record.js';
import { DERIVATIONS, type Derivation } from '../../../core/tables/derive.js';
import {
  type DeriveInput,
  type DerivedRow,
  type StoredFact,
  type StoredRecord,
  cellOf,
} from '../../../core/tables/derived-rows.js';
import { recordTimes, recordVersion } from '../../../core/facts/event-times.js';
import { RECORD_FACTS } from '../../../core/facts/registry.js';
import type { FactWrite } from '../fact-database.js';
import { type Row, declaredCells, derivedColumnName } from '../row/layout.js';
import type { RowContext } from '../row/encode-row.js';
import type { SqlChange } from '../sql/dialect.js';
import { PresentRows, type Stored } from './stored-rows.js';
import { TABLES } from '../../../core/tables/all-tables.js';

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

/** One row for each table of each record, also where it has no entries: an earlier one may be there. */
export async function deriveRows(
  derivation: Derivation,
  touched: readonly Stored[],
  former: ReadonlyMap<string, Stored>,
  present: PresentRows,
  context: RowContext,
): Promise<Row[]> {
  const now = new Map(touched.map((record) => [idOf(record), record]));
  /** As they stand after the change. */
  const current = (records: readonly Stored[]) => records.map((record) => now.get(idOf(record)) ?? record);
  const changedLinks = new Set(
    touched.flatMap((record) => [
      ...linksOf(derivation, record),
      ...linksOf(derivation, former.get(idOf(record)) ?? record),
    ]),
  );
  const bases = byId([
    ...touched.filter(({ fact }) => fact === derivation.base),
    ...current(await present.linked([derivation.base], [...changedLinks])),
  ]);
  const links = new Set([...bases.values()].flatMap((record) => linksOf(derivation, record)));
  const others = links.size > 0 ? current(await present.linked(derivation.reads, [...links])) : [];
  const input = byId([
    ...bases.values(),
    ...others,
    ...touched.filter((record) => linksOf(derivation, record).some((link) => links.has(link))),
  ]);
  return toRows(derivation, [...input.values()], bases, context);
}

const byId = (records: readonly Stored[]): Map<string, Stored> =>
  new Map(records.map((record) => [idOf(record), record]));

/** What a derivation makes of the records that a change touches, from all records that have to be looked at for them. */
function toRows(
  { tables, reads, derive }: Derivation,
  input: readonly Stored[],
  bases: ReadonlyMap<string, Stored>,
  { settings, clock, tenant, columns }: RowContext,
): Row[] {
  const found = new Map<string, DerivedRow[]>(
    [...bases.values()].flatMap(({ key }) => tables.map((table) => [`${table}/${key}`, []])),
  );
  const lists = Object.fromEntries(
    reads.map((fact) => [fact, input.filter((record) => record.fact === fact)]),
  ) as unknown as DeriveInput;
  derive(lists, { settings, clock }, (row) => found.get(`${row.table}/${row.record}`)?.push(row));
  return [...bases.values()].flatMap(({ fact, key, raw }) => {
    const declared = declaredCells(raw, columns[fact]);
    return tables.map((table) => ({ ...toRow(table, key, found.get(`${table}/${key}`)!, tenant), ...declared }));
  });
}

function toRow(table: string, key: string, entries: readonly DerivedRow[], tenant: string): Row {
  const { columns } = TABLES[table]!;
  const row: Row = {
    tenant,
    fact: table,
    key,
    id: `${table}/${key}`,
    version: 0,
    settled_at: settledAt(table, entries),
    seen_from: entries.map(({ seen }) => toInt(seen.from)),
    seen_until: entries.map(({ seen }) => toInt(seen.until)),
  };
  if (entries.length === 0) return row;
  for (const [name, { kind }] of Object.entries(columns)) {
    row[derivedColumnName(name)] = entries.map((entry) => {
      const cell = cellOf(entry, name);
      if (kind === 'text') return cell ?? '';
      return typeof cell === 'boolean' ? Number(cell) : cell;
    });
  }
  return row;
}

/** Stand for always. */
const toInt = (at: number): number => Math.min(Math.max(at, Number.MIN_SAFE_INTEGER), Number.MAX_SAFE_INTEGER);

function settledAt(table: string, entries: readonly DerivedRow[]): number {
  const times = Object.entries(TABLES[table]!.columns)
    .filter(([, { kind }]) => kind === 'time')
    .map(([name]) => name);
  let latest = Number.MIN_SAFE_INTEGER;
  for (const entry of entries) {
    for (const at of [entry.seen.from, entry.seen.until, ...times.map((name) => cellOf(entry, name))])
      if (typeof at === 'number' && Number.isFinite(at) && at > latest) latest = at;
  }
  return latest;
}

/** A record beside conversations as the database keeps it. */
export const idOf = ({ fact, key }: Pick<Stored, 'fact' | 'key'>): string => `${fact}/${key}`;

export function linksOf({ reads, links }: Derivation, { fact, key, raw }: Stored): readonly string[] {
  return links && reads.includes(fact) ? links(fact, key, raw as never) : [];
}
