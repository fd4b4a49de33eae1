/** All records of one fact: one version of each id, in shards. */
import { toUtf8 } from '../store/bytes.js';
import { IdIndex, MAX_ROWS, placeOf, rowOf, shardOf, type Place } from '../store/id-index.js';
import type { Steps } from '../../steps.js';
import { RecordShardBuilder, type RecordKind, type RecordShard, type Unnamed } from './record-shard.js';

/** More than so many shards with fewer records than this are put together. */
const MAX_SMALL = 8;
const SMALL = 8192;
/** Records between two places to pause. */
const STRIDE = 512;

export class RecordShards {
  readonly kind: RecordKind;
  readonly #unnamed: Unnamed;
  readonly #bySlot: (RecordShard | undefined)[] = [];
  readonly #index = new IdIndex((slot) => this.#bySlot[slot]!.ids);

  constructor(kind: RecordKind, unnamed: Unnamed) {
    this.kind = kind;
    this.#unnamed = unnamed;
  }

  get all(): RecordShard[] {
    return this.#bySlot.filter((shard) => shard !== undefined);
  }

  get count(): number {
    return this.all.reduce((sum, { livingCount }) => sum + livingCount, 0);
  }

  newBuilder(): RecordShardBuilder {
    return new RecordShardBuilder(this.kind, this.#unnamed);
  }

  find(key: string): Place | undefined {
    const bytes = toUtf8(key);
    return this.#index.find({ bytes, start: 0, end: bytes.length });
  }

  rawAt(place: Place): object {
    return this.#bySlot[shardOf(place)]!.rawOf(rowOf(place));
  }

  /** An id's later version takes the place of the earlier; at a tie the later supplied. */
  add(shard: RecordShard): void {
    this.#insert(shard);
    if (!this.#index.addRun(shard.slot, undefined)) this.#putNewest(shard);
    this.#drop(this.all.filter(({ livingCount }) => livingCount === 0));
  }

  /** Puts small shards together, where there are many. */
  *merge(): Steps<void> {
    const small = this.all.filter(({ livingCount }) => livingCount < SMALL);
    if (small.length <= MAX_SMALL) return;
    const builder = this.newBuilder();
    const merged: RecordShard[] = [];
    for (const shard of small) {
      if (builder.length + shard.livingCount > MAX_ROWS) break;
      merged.push(shard);
      for (let record = 0; record < shard.length; record++) {
        if (record % STRIDE === STRIDE - 1) yield;
        if (shard.isLiving(record)) builder.add(shard.rawOf(record), shard.idOf(record));
      }
    }
    const whole = yield* builder.take();
    this.#insert(whole);
    for (let record = 0; record < whole.length; record++)
      this.#index.put(this.#index.textAt(placeOf(whole.slot, record)), placeOf(whole.slot, record));
    this.#drop(merged);
  }

  #insert(shard: RecordShard): void {
    const free = this.#bySlot.indexOf(undefined);
    shard.slot = free < 0 ? this.#bySlot.length : free;
    this.#bySlot[shard.slot] = shard;
  }

  #putNewest(shard: RecordShard): void {
    const replaced = new Map<RecordShard, number[]>();
    const { bytes, offsets } = shard.ids;
    const id = { bytes, start: 0, end: 0 };
    for (let record = 0; record < shard.length; record++) {
      id.start = offsets[record]!;
      id.end = offsets[record + 1]!;
      const place = placeOf(shard.slot, record);
      const known = this.#index.putNew(id, place);
      if (known === undefined) continue;
      const other = this.#bySlot[shardOf(known)]!;
      const isNewer = shard.versions[record]! >= other.versions[rowOf(known)]!;
      if (isNewer) this.#index.put(id, place);
      const loser = isNewer ? other : shard;
      const rows = replaced.get(loser) ?? [];
      replaced.set(loser, rows);
      rows.push(isNewer ? rowOf(known) : record);
    }
    for (const [loser, rows] of replaced) loser.remove(rows);
  }

  /** Their records that count must have been put elsewhere. */
  #drop(shards: readonly RecordShard[]): void {
    for (const { slot } of shards) {
      this.#index.drop(slot);
      this.#bySlot[slot] = undefined;
    }
  }
}
