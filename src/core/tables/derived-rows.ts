/** What derivations make of records: rows that never change, each seen from one `now` to another. */
import type { FactRecords, RecordFactName } from '../facts/registry.js';
import type { ResolvedSettings } from '../settings.js';
import type { BusinessClock } from './business-clock.js';

/** Facts whose records are stored one by one. */
export type StoredFact = RecordFactName | 'orders';
export type StoredRecord<F extends StoredFact> = FactRecords[F];

/** A record under its id; one that has none has a key of its own. */
export interface Keyed<R> {
  key: string;
  raw: R;
}

export type DerivedCell = string | number | boolean | null;
export type DerivedCells = Readonly<Record<string, DerivedCell>>;

/** Half open: seen at `now` when `from ≤ now < until`. */
export interface Seen {
  from: number;
  until: number;
}

export const ALWAYS: Seen = { from: -Infinity, until: Infinity };

export interface DerivedRow {
  table: string;
  /** The record that stands behind it. */
  record: string;
  cells: DerivedCells;
  /** Cells that all rows of the record share, one object for all of them; `cells` come first. */
  shared?: DerivedCells;
  seen: Seen;
}

export type Emit = (row: DerivedRow) => void;

/** What a row holds in a column, `null` where there is nothing. */
export function cellOf({ cells, shared }: DerivedRow, name: string): DerivedCell {
  return cells[name] ?? shared?.[name] ?? null;
}

export interface DeriveContext {
  settings: ResolvedSettings;
  /** Unset: no business hours are set. */
  clock: BusinessClock | undefined;
}

/** All records of a group that has to be derived at once. */
export type DeriveInput = { readonly [F in StoredFact]?: readonly Keyed<StoredRecord<F>>[] };

/** The part of `seen` from `from` to `until`; `undefined` where nothing is left. */
export function cutSeen(seen: Seen, from: number, until: number): Seen | undefined {
  const cut = { from: Math.max(seen.from, from), until: Math.min(seen.until, until) };
  return cut.from < cut.until ? cut : undefined;
}

/** One row for each span between `boundaries` in which `cellsAt` says something else, from the first instant at which it is asked for. */
export function emitOverTime(
  { table, record, seen }: Omit<DerivedRow, 'cells'>,
  { first, boundaries }: { first: number; boundaries: readonly number[] },
  cellsAt: (at: number) => DerivedCells,
  emit: Emit,
): void {
  const starts = boundaries.filter((at) => at > first).sort((a, b) => a - b);
  let from = -Infinity;
  let cells = cellsAt(first);
  for (const start of starts) {
    const next = cellsAt(start);
    if (isSame(next, cells)) continue;
    const before = cutSeen(seen, from, start);
    if (before) emit({ table, record, cells, seen: before });
    from = start;
    cells = next;
  }
  const rest = from === -Infinity ? seen : cutSeen(seen, from, Infinity);
  if (rest) emit({ table, record, cells, seen: rest });
}

const isSame = (a: DerivedCells, b: DerivedCells): boolean => Object.keys(a).every((name) => a[name] === b[name]);

/** As `Map.groupBy`, which not every engine has yet. */
export function groupBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
