/** The tables of records beside conversations as they stand at an instant, derived when first asked for. */
import { TABLES, RECORD_TABLES } from '../../../../src/core/tables/all-tables.js';
import { customValue, type CustomColumns } from '../../../../src/core/custom-columns.js';
import { BusinessClock } from '../../../../src/core/tables/business-clock.js';
import { derivationOf, type Derivation } from '../../../../src/core/tables/derive.js';
import {
  cellOf,
  type DeriveContext,
  type DerivedRow,
  type DeriveInput,
  type StoredFact,
} from '../../../../src/core/tables/derived-rows.js';
import type { ResolvedSettings } from '../../../../src/core/settings.js';
import type { LiveSpans } from '../../../../src/core/answer/engine.js';
import { FactTable, type Cell, type Column } from '../fact-table.js';
import type { RecordStore } from '../../../../src/core/tables/record-store.js';

interface Derived {
  table: FactTable;
  from: Float64Array;
  until: Float64Array;
  /** Instants at which a row appears or goes, ascending. */
  changes: Float64Array;
}

interface Standing {
  from: number;
  until: number;
  table: FactTable;
}

/** Holds the id of the record that stands behind a row. No declared column begins so. */
export const RECORD_COLUMN = '!record';

export class RecordTables {
  readonly #store: RecordStore;
  readonly #context: DeriveContext;
  readonly #columns: CustomColumns;
  #derived = new Map<string, Derived>();
  #standing = new Map<string, Standing>();

  constructor(store: RecordStore, settings: ResolvedSettings, columns: CustomColumns) {
    this.#store = store;
    this.#columns = columns;
    this.#context = { settings, clock: settings.businessHours && new BusinessClock(settings.businessHours) };
  }

  /** The records have changed. */
  forget(): void {
    this.#derived = new Map();
    this.#standing = new Map();
  }

  /** `live` says since when rows count that count since a launch only. */
  at(name: string, now: number, live: LiveSpans | null | undefined): FactTable {
    const known = this.#standing.get(name);
    if (known && known.from <= now && now < known.until) return known.table;
    const { table, from, until, changes } = this.#derivedOf(name);
    const launch = launchOf(name, live);
    const starts = launch === undefined ? undefined : table.column(TABLES[name]!.clocks[0]!);
    const rows: number[] = [];
    for (let row = 0; row < table.length; row++) {
      if (from[row]! <= now && now < until[row]! && (!starts || (starts[row] as number) >= launch!)) rows.push(row);
    }
    const next = changes.findIndex((at) => at > now);
    const standing = {
      from: next === 0 ? -Infinity : (changes.at(next < 0 ? -1 : next - 1) ?? -Infinity),
      until: next < 0 ? Infinity : changes[next]!,
      table: new FactTable(rows.length, new Map(), { table, rows }),
    };
    this.#standing.set(name, standing);
    return standing.table;
  }

  #derivedOf(name: string): Derived {
    const known = this.#derived.get(name);
    if (known) return known;
    const derivation = derivationOf(name);
    const rows = this.#derive(derivation);
    for (const table of derivation.tables)
      this.#derived.set(table, toDerived(table, rows.get(table) ?? [], this.#declared(derivation.base)));
    return this.#derived.get(name)!;
  }

  /** What the record behind a row holds in each declared column. */
  #declared(fact: StoredFact): readonly Declared[] {
    return Object.entries(this.#columns[fact] ?? {}).map(([name, kind]) => ({
      name,
      valueOf: (record) => customValue(this.#store.find(fact, record) ?? {}, name, kind),
    }));
  }

  #derive({ reads, derive }: Derivation): Map<string, DerivedRow[]> {
    const rows = new Map<string, DerivedRow[]>();
    const input = Object.fromEntries(reads.map((fact) => [fact, this.#store.of(fact)])) as DeriveInput;
    derive(input, this.#context, (row) => {
      const list = rows.get(row.table);
      if (list) list.push(row);
      else rows.set(row.table, [row]);
    });
    return rows;
  }
}

/** When the product was first switched on: `Infinity` for never, `undefined` where nobody says. */
export function launchOf(table: string, live: LiveSpans | null | undefined): number | undefined {
  const product = TABLES[table]?.sinceLaunch;
  if (!product || live === undefined) return undefined;
  const spans = live?.[product];
  if (live !== null && !spans) return undefined;
  return Math.min(Infinity, ...(spans ?? []).map(({ since }) => since));
}

interface Declared {
  name: string;
  valueOf(record: string): Cell;
}

function toDerived(name: string, rows: readonly DerivedRow[], declared: readonly Declared[]): Derived {
  const columns = new Map<string, Column>(
    Object.keys(RECORD_TABLES[name]!.columns).map((column) => [column, rows.map((row): Cell => cellOf(row, column))]),
  );
  for (const { name: own, valueOf } of declared)
    columns.set(
      own,
      rows.map(({ record }) => valueOf(record)),
    );
  columns.set(
    RECORD_COLUMN,
    rows.map(({ record }) => record),
  );
  const from = Float64Array.from(rows, ({ seen }) => seen.from);
  const until = Float64Array.from(rows, ({ seen }) => seen.until);
  const changes = Float64Array.from(new Set([...from, ...until].filter(Number.isFinite))).sort();
  return { table: new FactTable(rows.length, columns), from, until, changes };
}
