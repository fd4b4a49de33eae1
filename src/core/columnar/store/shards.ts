/**
 * All conversations of an engine: one version of each id, in shards. Appending makes a small shard, and small ones are put together, so
 * that their number stays bounded while most of what was derived from the large ones stays valid.
 */
import { runToEnd, type Steps } from '../../steps.js';
import { conversationVersion } from '../../tables/versions.js';
import type { ConversationBatch } from './batch.js';
import { joinBatches, pickRows, placesOf } from './batch.js';
import type { ByteText } from './bytes.js';
import type { Places } from './take.js';
import { pick } from './take.js';
import { IdIndex, MAX_ROWS, placeOf, rowOf, shardOf, type Place } from './id-index.js';
import type { ShardContext } from './plain-columns.js';
import { reorderRows } from './batch.js';
import { Shard } from './shard.js';
import { timeOrder } from './take.js';

/** More than so many shards of one of these sizes, in rows that count, are put together. */
const MAX_ALIKE = 8;
const SIZES = [
  { from: 0, below: 8_192 },
  { from: 8_192, below: 32_768 },
];

export class ShardList {
  readonly #context: ShardContext;
  readonly #index = new IdIndex((slot) => this.at(slot).batch.id);
  readonly #bySlot: (Shard | undefined)[] = [];
  #shards: readonly Shard[] = [];
  #touchChanges = 0;
  #additions = 0;

  constructor(context: ShardContext) {
    this.#context = context;
  }

  get all(): readonly Shard[] {
    return this.#shards;
  }

  /** Differs whenever a conversation in which products were touched came or went, or stands elsewhere. */
  get touchChanges(): number {
    return this.#touchChanges;
  }

  /** How often conversations came. */
  get additions(): number {
    return this.#additions;
  }

  at(slot: number): Shard {
    return this.#bySlot[slot]!;
  }

  find(id: ByteText): Place | undefined {
    return this.#index.find(id);
  }

  idAt(place: Place): ByteText {
    return this.#index.textAt(place);
  }

  add(batch: ConversationBatch): void {
    runToEnd(this.addInSteps(batch));
  }

  /** As `add`; until it has ended nobody may ask. */
  *addInSteps(batch: ConversationBatch): Steps<void> {
    this.#additions++;
    for (let start = 0; start < batch.length; start += MAX_ROWS) {
      const isWhole = batch.length <= MAX_ROWS;
      yield* this.#addPart(
        isWhole
          ? batch
          : pickRows(
              batch,
              Int32Array.from({ length: Math.min(MAX_ROWS, batch.length - start) }, (_, row) => start + row),
            ),
      );
    }
    for (const { from, below } of SIZES) {
      const alike = this.#shards.filter(({ living }) => living.count >= from && living.count < below);
      if (alike.length > MAX_ALIKE) yield* this.#merge(alike);
    }
  }

  *#addPart(batch: ConversationBatch): Steps<void> {
    const order = timeOrder(batch.startedAt);
    const shard = yield* this.#insert(order ? reorderRows(batch, order) : batch);
    const arrival = order && inverse(order);
    if (!this.#index.addRun(shard.slot, arrival)) this.#putNewest(shard, arrival);
    this.#drop(this.#shards.filter(({ living }) => living.count === 0));
  }

  /** One version an id stays: at a tie the one that came later. */
  #putNewest(shard: Shard, arrival: Uint16Array | undefined): void {
    const replaced = new Map<Shard, number[]>();
    const { bytes, offsets } = shard.batch.id;
    const id = { bytes, start: 0, end: 0 };
    for (let index = 0; index < shard.length; index++) {
      const row = arrival ? arrival[index]! : index;
      const place = placeOf(shard.slot, row);
      id.start = offsets[row]!;
      id.end = offsets[row + 1]!;
      const known = this.#index.putNew(id, place);
      if (known === undefined) continue;
      const other = this.at(shardOf(known));
      const isNewer = versionOf(shard, row) >= versionOf(other, rowOf(known));
      if (isNewer) this.#index.put(id, place);
      const loser = isNewer ? other : shard;
      const rows = replaced.get(loser) ?? [];
      replaced.set(loser, rows);
      rows.push(isNewer ? rowOf(known) : row);
    }
    for (const [loser, rows] of replaced) {
      loser.remove(rows);
      if (loser.isTouched) this.#touchChanges++;
    }
  }

  /** Puts the first of these together, as many as one shard holds. */
  *#merge(alike: readonly Shard[]): Steps<void> {
    let rows = 0;
    const merged = alike.filter(({ living }) => (rows += living.count) <= MAX_ROWS);
    const batches = merged.map(({ batch }) => batch);
    const places = inTimeOrder(
      placesOf(merged.map(({ length, living }) => ({ length, isKept: (row) => living.has(row) }))),
      batches,
    );
    const shard = yield* this.#insert(joinBatches(batches, places));
    for (let row = 0; row < shard.length; row++)
      this.#index.put(this.#index.textAt(placeOf(shard.slot, row)), placeOf(shard.slot, row));
    this.#drop(merged);
  }

  /** Their rows that count must have been put elsewhere. */
  #drop(shards: readonly Shard[]): void {
    if (shards.length === 0) return;
    for (const { slot } of shards) {
      this.#index.drop(slot);
      this.#bySlot[slot] = undefined;
    }
    this.#shards = this.#shards.filter((one) => !shards.includes(one));
  }

  *#insert(batch: ConversationBatch): Steps<Shard> {
    const free = this.#bySlot.indexOf(undefined);
    const slot = free < 0 ? this.#bySlot.length : free;
    const shard = yield* Shard.make(slot, batch, this.#context);
    this.#bySlot[slot] = shard;
    this.#shards = [...this.#shards, shard];
    if (shard.isTouched) this.#touchChanges++;
    return shard;
  }
}

function versionOf({ batch, records }: Shard, row: number): number {
  const updatedAt = batch.updatedAt?.[row] ?? NaN;
  if (!Number.isNaN(updatedAt)) return updatedAt;
  const record = records?.recordAt(row);
  return record ? conversationVersion(record) : batch.startedAt[row]!;
}

function inTimeOrder({ parts, rows }: Places, batches: readonly ConversationBatch[]): Places {
  const order = timeOrder(Float64Array.from(rows, (row, place) => batches[parts[place]!]!.startedAt[row]!));
  return order ? { parts: pick(parts, order), rows: pick(rows, order) } : { parts, rows };
}

function inverse(order: Int32Array): Uint16Array {
  const places = new Uint16Array(order.length);
  for (let place = 0; place < order.length; place++) places[order[place]!] = place;
  return places;
}
