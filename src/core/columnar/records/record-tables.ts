/** The tables of tickets, surveys, hub events and their like, as columns: derived when first asked for, as they stand at an instant. */
import { ownValue, type OwnColumns } from '../../own-columns.js';
import { BusinessClock } from '../../tables/business-clock.js';
import { derivationOf, type Derivation } from '../../tables/derive.js';
import type { DeriveContext, DeriveInput, StoredFact } from '../../tables/derived-rows.js';
import { launchOf } from '../../tables/record-store.js';
import type { RecordStore } from '../../tables/record-store.js';
import type { ResolvedSettings } from '../../settings.js';
import type { LiveSpans } from '../../answer/engine.js';
import { emptyBits, setBit, type Bits } from '../store/bits.js';
import { firstFrom } from '../../bisect.js';
import type { ShardTable } from '../store/shard-table.js';
import { DerivationCodes, TableBuilder, type BuiltTable, type DeclaredColumn } from './table-builder.js';

interface KeptTable extends BuiltTable {
  /** Instants at which a row appears or goes, ascending. */
  changes: Float64Array;
  /** The span, half open, for which its members stand. */
  validFrom: number;
  validUntil: number;
}

export class RecordTables {
  readonly #store: RecordStore;
  readonly #context: DeriveContext;
  readonly #columns: OwnColumns;
  #kept = new Map<string, KeptTable>();

  constructor(store: RecordStore, settings: ResolvedSettings, columns: OwnColumns) {
    this.#store = store;
    this.#columns = columns;
    this.#context = { settings, clock: settings.businessHours && new BusinessClock(settings.businessHours) };
  }

  /** The records or the live spans have changed. */
  forget(): void {
    this.#kept = new Map();
  }

  /** Its members are the rows seen at `now`; of a table that counts from a launch on, only those since then. */
  at(name: string, now: number, live: LiveSpans | null | undefined): ShardTable {
    const kept = this.#tableOf(name);
    if (kept.validFrom <= now && now < kept.validUntil) return kept.table;
    const launch = launchOf(name, live) ?? -Infinity;
    const next = firstFrom(kept.changes, now + 1);
    kept.validFrom = next === 0 ? -Infinity : kept.changes[next - 1]!;
    kept.validUntil = kept.changes[next] ?? Infinity;
    if (kept.seen || launch !== -Infinity) kept.table.replaceMembers(membersOf(kept, now, launch));
    return kept.table;
  }

  /** The record behind each row of a table. */
  recordsOf(name: string): readonly string[] {
    return this.#tableOf(name).records;
  }

  #tableOf(name: string): KeptTable {
    const known = this.#kept.get(name);
    if (known) return known;
    for (const [table, builder] of this.#derive(derivationOf(name))) {
      const built = builder.build();
      this.#kept.set(table, { ...built, changes: changesOf(built), validFrom: Infinity, validUntil: -Infinity });
    }
    return this.#kept.get(name)!;
  }

  #derive({ tables, base, reads, derive }: Derivation): Map<string, TableBuilder> {
    const declared = this.#declared(base);
    const codes = new DerivationCodes();
    const builders = new Map(tables.map((table) => [table, new TableBuilder(table, declared, codes)]));
    const input = Object.fromEntries(reads.map((fact) => [fact, this.#store.of(fact)])) as DeriveInput;
    derive(input, this.#context, (row) => builders.get(row.table)!.add(row));
    return builders;
  }

  /** What the record behind a row holds in each custom column. */
  #declared(fact: StoredFact): DeclaredColumn[] {
    return Object.entries(this.#columns[fact] ?? {}).map(([name, kind]) => ({
      name,
      kind,
      valueOf: (record) => ownValue(this.#store.find(fact, record) ?? {}, name, kind),
    }));
  }
}

function changesOf({ seen }: BuiltTable): Float64Array {
  if (!seen) return new Float64Array();
  const instants = new Float64Array(seen.from.length * 2);
  let count = 0;
  for (const list of [seen.from, seen.until]) for (const at of list) if (Number.isFinite(at)) instants[count++] = at;
  return instants.slice(0, count).sort();
}

function membersOf({ table, seen }: BuiltTable, now: number, launch: number): Bits {
  const members = emptyBits(table.length);
  for (let row = firstFrom(table.times, launch); row < table.length; row++) {
    if (!seen || (seen.from[row]! <= now && now < seen.until[row]!)) setBit(members, row);
  }
  return members;
}
