/** Records beside conversations, kept as bytes and columns. */
import type { RecordFactName } from '../../facts/registry.js';
import type { CustomColumns } from '../../custom-columns.js';
import { runToEnd, type Steps } from '../../steps.js';
import { DERIVATIONS } from '../../tables/derive.js';
import type { DeriveContext, Keyed, StoredFact } from '../../tables/derived-rows.js';
import { RecordStore } from '../../tables/record-store.js';
import { suppliedRecords } from '../../tables/supplied-records.js';
import { MAX_ROWS } from '../store/id-index.js';
import { RecordKind, Unnamed, type RecordShard, type RecordShardBuilder } from './record-shard.js';
import { RecordShards } from './record-shards.js';

/** Takes records one by one; nothing changes before all came. */
export interface RecordCollector {
  add(record: object): void;
  /** Whether the next one has to wait for `makeRoom`, which `add` else does by itself, without a pause. */
  readonly isFull: boolean;
  makeRoom(): Steps<void>;
  /** Hands them over. */
  end(): Steps<void>;
}

export class ColumnarRecords {
  /** Kept as they are: they are handed over whole, each time. */
  readonly orders = new RecordStore();
  readonly given = new Set<RecordFactName>();
  readonly #context: DeriveContext;
  readonly #columns: CustomColumns;
  readonly #unnamed = new Unnamed();
  readonly #byFact = new Map<StoredFact, RecordShards>();

  constructor(context: DeriveContext, columns: CustomColumns) {
    this.#context = context;
    this.#columns = columns;
  }

  /** `changed` hears of each shard that was added. */
  collect<F extends RecordFactName>(fact: F, changed: (shard: RecordShard) => void): RecordCollector {
    const shards = this.#shardsOf(fact);
    const full: RecordShard[] = [];
    let builder: RecordShardBuilder | undefined = shards.newBuilder();
    const isFull = () => builder!.length === MAX_ROWS;
    function* cut(): Steps<void> {
      full.push(yield* builder!.take());
    }
    return {
      add(record) {
        if (isFull()) runToEnd(cut());
        builder!.add(record);
      },
      get isFull() {
        return isFull();
      },
      makeRoom: cut,
      *end() {
        if (builder!.length > 0) yield* cut();
        builder = undefined;
        for (const shard of full.splice(0)) {
          shards.add(shard);
          changed(shard);
          yield;
        }
        yield* shards.merge();
      },
    };
  }

  shards(fact: StoredFact): RecordShard[] {
    return this.#byFact.get(fact)?.all ?? [];
  }

  count(fact: StoredFact): number {
    return fact === 'orders' ? this.orders.count(fact) : (this.#byFact.get(fact)?.count ?? 0);
  }

  find(fact: StoredFact, key: string): object | undefined {
    if (fact === 'orders') return this.orders.find(fact, key);
    const shards = this.#byFact.get(fact);
    const place = shards?.find(key);
    return place === undefined ? undefined : shards!.rawAt(place);
  }

  *each(fact: StoredFact): Generator<Keyed<object>> {
    if (fact === 'orders') yield* this.orders.of(fact);
    for (const shard of this.shards(fact)) {
      for (let record = 0; record < shard.length; record++)
        if (shard.isLiving(record)) yield { key: shard.idOf(record), raw: shard.rawOf(record) };
    }
  }

  /** Names as `fact` and `fact.column`. */
  get supplied(): Set<string> {
    const names = suppliedRecords(this.orders, this.#columns);
    for (const fact of this.given) {
      names.add(fact);
      for (const shard of this.shards(fact)) shard.addSupplied(names);
    }
    return names;
  }

  /** When something first happened to one of them, orders aside; `Infinity` without any. */
  get first(): number {
    return this.#allShards().reduce((first, shard) => Math.min(first, shard.first), Infinity);
  }

  /** `-Infinity` without any up to `now`. */
  lastUpTo(now: number): number {
    return this.#allShards().reduce((last, shard) => Math.max(last, shard.lastUpTo(now)), -Infinity);
  }

  #allShards(): RecordShard[] {
    return [...this.#byFact.values()].flatMap(({ all }) => all);
  }

  #shardsOf(fact: RecordFactName): RecordShards {
    const known = this.#byFact.get(fact);
    if (known) return known;
    const alone = DERIVATIONS.filter(({ base, links }) => base === fact && !links);
    const kind = new RecordKind(fact, this.#columns[fact] ?? {}, this.#context, alone);
    const made = new RecordShards(kind, this.#unnamed);
    this.#byFact.set(fact, made);
    return made;
  }
}
