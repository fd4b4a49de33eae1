/** The tables of tickets, surveys, hub events and their like as they stand at an instant. */
import type { CustomColumns } from '../../custom-columns.js';
import { derivationOf, DERIVATIONS, type Derivation } from '../../tables/derive.js';
import type { DeriveContext, DeriveInput, Keyed, StoredFact, StoredRecord } from '../../tables/derived-rows.js';
import { launchOf } from '../../tables/record-store.js';
import { runToEnd, type Steps } from '../../steps.js';
import type { LiveSpans } from '../../answer/engine.js';
import { firstFrom } from '../../bisect.js';
import { allBits, clearBit, hasBit, type Bits } from '../store/bits.js';
import { hashOf } from '../store/id-index.js';
import { toUtf8 } from '../store/bytes.js';
import { GrowingTexts } from '../store/growing-columns.js';
import type { DerivedTable } from './derived-table.js';
import type { RecordShard } from './record-shard.js';
import type { ColumnarRecords } from './columnar-records.js';
import { RecordColumnsBuilder, RecordDictionaries, type BuiltTable, type SeenRows } from './table-builder.js';

/** Records that are derived at once, between two places to pause. */
const STRIDE = 256;

export class RecordTables {
  readonly #records: ColumnarRecords;
  readonly #context: DeriveContext;
  readonly #columns: CustomColumns;
  readonly #grouped = new Map<Derivation, ReadonlyMap<string, BuiltTable>>();
  readonly #dictionaries = new Map<Derivation, RecordDictionaries>();
  readonly #standing = new WeakMap<BuiltTable, Standing>();

  constructor(records: ColumnarRecords, context: DeriveContext, columns: CustomColumns) {
    this.#records = records;
    this.#context = context;
    this.#columns = columns;
  }

  /** Records of the fact came: what was derived with others of them has to be made anew. */
  changed(fact: StoredFact, added?: RecordShard): void {
    for (const derivation of DERIVATIONS) {
      if (!derivation.reads.includes(fact)) continue;
      if (derivation.looksUp && fact !== derivation.base) this.#forgetReferring(derivation, added!);
      else if (derivation.links && !derivation.looksUp) this.#grouped.delete(derivation);
    }
  }

  /** Makes everything that is missing; what needs no other record was made as it came. */
  *settle(): Steps<void> {
    for (const derivation of DERIVATIONS) {
      if (!derivation.reads.some((fact) => this.#records.count(fact) > 0)) continue;
      if (derivation.looksUp) yield* this.#lookUp(derivation);
      else if (derivation.links && !this.#grouped.has(derivation)) yield* this.#group(derivation);
    }
  }

  /** Its members are the rows seen at `now`; of a table that counts from a launch on, only those since then. */
  at(name: string, now: number, live: LiveSpans | null | undefined): DerivedTable[] {
    const launch = launchOf(name, live) ?? -Infinity;
    return this.#builtOf(name).map(({ built, living }) => {
      this.#stand(built, now, launch, living);
      return built.table;
    });
  }

  #builtOf(name: string): { built: BuiltTable; living: Bits | undefined }[] {
    const derivation = derivationOf(name);
    const { base, links, looksUp } = derivation;
    if (links && !looksUp) {
      if (!this.#grouped.has(derivation)) runToEnd(this.#group(derivation));
      return [{ built: this.#grouped.get(derivation)!.get(name)!, living: undefined }];
    }
    const shards = this.#records.shards(base);
    if (looksUp && shards.some(({ lookedUp }) => !lookedUp)) runToEnd(this.#lookUp(derivation));
    return shards.map((shard) => ({
      built: (looksUp ? shard.lookedUp!.tables : shard.tables).get(name)!,
      living: shard.living,
    }));
  }

  #stand(built: BuiltTable, now: number, launch: number, living: Bits | undefined): void {
    const known = this.#standing.get(built);
    if (known && known.from <= now && now < known.until && known.launch === launch && known.living === living) return;
    const { members, ...span } = standAt(built, { now, launch, living });
    this.#standing.set(built, { ...span, launch, living });
    if (members || built.table.members) built.table.replaceMembers(members);
  }

  #forgetReferring({ base }: Derivation, added: RecordShard): void {
    const stale = this.#records.shards(base).filter(({ lookedUp }) => lookedUp);
    if (stale.length === 0) return;
    const { bytes, offsets } = added.ids;
    const hashes = Uint32Array.from({ length: added.length }, (_, record) =>
      hashOf({ bytes, start: offsets[record]!, end: offsets[record + 1]! }),
    );
    for (const shard of stale) {
      const { references } = shard.lookedUp!;
      if (hashes.some((hash) => references[firstFrom(references, hash)] === hash)) shard.lookedUp = undefined;
    }
  }

  *#lookUp(derivation: Derivation): Steps<void> {
    for (const shard of this.#records.shards(derivation.base)) {
      if (shard.lookedUp) continue;
      const builder = this.#newBuilder(derivation);
      const references: number[] = [];
      for (let start = 0; start < shard.length; start += STRIDE) {
        this.#lookUpSome(derivation, { shard, start, builder, references });
        yield;
      }
      shard.lookedUp = { tables: yield* builder.build(shard), references: Float64Array.from(references).sort() };
    }
  }

  #lookUpSome({ base, looksUp, derive }: Derivation, { shard, start, builder, references }: Chunk): void {
    const numbers = new Map<string, number>();
    const found = new Map<StoredFact, Map<string, Keyed<object>>>([[base, new Map()]]);
    for (let record = start; record < Math.min(shard.length, start + STRIDE); record++) {
      if (!shard.isLiving(record)) continue;
      const [key, raw] = [shard.idOf(record), shard.rawOf(record)];
      numbers.set(key, record);
      builder.addRecord(record, raw);
      found.get(base)!.set(key, { key, raw });
      for (const other of looksUp!(raw as StoredRecord<StoredFact>)) {
        references.push(hashOfText(other.key));
        const known = found.get(other.fact) ?? new Map<string, Keyed<object>>();
        found.set(other.fact, known);
        const there = known.has(other.key) ? undefined : this.#records.find(other.fact, other.key);
        if (there) known.set(other.key, { key: other.key, raw: there });
      }
    }
    const input = Object.fromEntries([...found].map(([fact, records]) => [fact, [...records.values()]]));
    derive(input, this.#context, (row) => builder.addRow(row, numbers.get(row.record)!));
  }

  /** Records that share a link are derived together, many of them at once. */
  *#group(derivation: Derivation): Steps<void> {
    const { base, derive } = derivation;
    const builder = this.#newBuilder(derivation);
    const numbers = new Map<string, number>();
    const ids = new GrowingTexts();
    for (const group of yield* this.#inGroups(derivation)) {
      derive(this.#inputOf(group), this.#context, (row) => {
        let number = numbers.get(row.record);
        if (number === undefined) {
          numbers.set(row.record, (number = numbers.size));
          ids.set(number, row.record);
          builder.addRecord(number, this.#records.find(base, row.record)!);
        }
        builder.addRow(row, number);
      });
      yield;
    }
    const keys = [...numbers.keys()];
    const source = {
      firstKey: 0,
      ids: ids.take(keys.length) ?? NO_TEXTS,
      rawOf: (number: number) => this.#records.find(base, keys[number]!)!,
    };
    this.#grouped.set(derivation, yield* builder.build(source));
  }

  /** Every record that has a link, with all that share it. */
  *#inGroups({ reads, links }: Derivation): Steps<Group[]> {
    const total = reads.reduce((sum, fact) => sum + this.#records.count(fact), 0);
    const count = Math.ceil(total / STRIDE);
    const groups = Array.from({ length: count }, () => new Map<StoredFact, string[]>(reads.map((fact) => [fact, []])));
    for (const fact of reads) {
      let seen = 0;
      for (const { key, raw } of this.#records.each(fact)) {
        const [link] = links!(fact, key, raw as StoredRecord<StoredFact>);
        if (link !== undefined) groups[hashOfText(link) % count]!.get(fact)!.push(key);
        if (++seen % STRIDE === 0) yield;
      }
    }
    return groups;
  }

  #inputOf(group: Group): DeriveInput {
    const keyed = (fact: StoredFact, key: string) => ({ key, raw: this.#records.find(fact, key)! });
    return Object.fromEntries([...group].map(([fact, keys]) => [fact, keys.map((key) => keyed(fact, key))]));
  }

  #newBuilder(derivation: Derivation): RecordColumnsBuilder {
    const dictionaries = this.#dictionaries.get(derivation) ?? new RecordDictionaries();
    this.#dictionaries.set(derivation, dictionaries);
    const { base, tables } = derivation;
    return new RecordColumnsBuilder(base, tables, this.#columns[base] ?? {}, dictionaries);
  }
}

/** Keys by fact. */
type Group = ReadonlyMap<StoredFact, string[]>;

interface Chunk {
  shard: RecordShard;
  start: number;
  builder: RecordColumnsBuilder;
  references: number[];
}

/** The span, half open, for which a table's members stand, and for which launch and records. */
interface Standing {
  from: number;
  until: number;
  launch: number;
  living: Bits | undefined;
}

const NO_TEXTS = { kind: 'text', bytes: new Uint8Array(), offsets: new Uint32Array(1), isAscii: true } as const;

function hashOfText(text: string): number {
  const bytes = toUtf8(text);
  return hashOf({ bytes, start: 0, end: bytes.length });
}

/** `members` unset: all rows. */
function standAt(
  { table, appearing, vanishing, handingOver }: BuiltTable,
  { now, launch, living }: { now: number; launch: number; living: Bits | undefined },
): { members: Bits | undefined; from: number; until: number } {
  const span = { from: -Infinity, until: Infinity };
  const seen = [appearing, vanishing, handingOver];
  if (launch === -Infinity && !living && seen.every(({ rows }) => rows.length === 0))
    return { members: undefined, ...span };
  const members = allBits(table.length);
  clearRows(members, appearing, (at) => at > now);
  clearRows(members, vanishing, (at) => at <= now);
  clearHandedOver(members, handingOver, now);
  for (const { instants } of seen) narrow(span, instants, now);
  const first = firstFrom(table.times, launch);
  for (let row = 0; row < first; row++) clearBit(members, row);
  if (living)
    for (let row = first; row < table.length; row++) if (!hasBit(living, table.records[row]!)) clearBit(members, row);
  return { members, ...span };
}

function clearRows(members: Bits, { rows, instants }: SeenRows, isHidden: (at: number) => boolean): void {
  for (let index = 0; index < rows.length; index++) if (isHidden(instants[index]!)) clearBit(members, rows[index]!);
}

/** Of each row and the one after it only one is seen. */
function clearHandedOver(members: Bits, { rows, instants }: SeenRows, now: number): void {
  for (let index = 0; index < rows.length; index++)
    clearBit(members, instants[index]! <= now ? rows[index]! : rows[index]! + 1);
}

/** To the part around `now` in which none of the instants is. */
function narrow(span: { from: number; until: number }, instants: Float64Array, now: number): void {
  for (let index = 0; index < instants.length; index++) {
    const at = instants[index]!;
    if (at > now) span.until = Math.min(span.until, at);
    else span.from = Math.max(span.from, at);
  }
}
