/** What a derivation makes of the records that a change touches, from all records that have to be looked at for them. */
import { TABLES } from '../../../core/tables/all-tables.js';
import type { Derivation } from '../../../core/tables/derive.js';
import { cellOf, type DerivedRow, type DeriveInput } from '../../../core/tables/derived-rows.js';
import { derivedColumnName } from '../row/record-columns.js';
import { declaredCells } from '../row/declared-columns.js';
import type { Row } from '../row/row-columns.js';
import type { RowContext } from '../row/to-row.js';
import type { PresentRows, Stored } from './read-present.js';
import { idOf, linksOf } from './stored-records.js';

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
