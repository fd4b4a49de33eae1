/** Keeps what conversations sold: worked out anew only when orders or touched conversations changed, or now passed an order. */
import { attributeOrders, type AttributableOrder, type AttributedItem, type TouchingConversation } from '../../attribution/attribute-orders.js';
import type { OrderRecord } from '../records.js';
import { AttributedItems } from './attributed-items.js';
import { numberColumn } from './child-tables.js';
import type { Column } from './columns.js';
import { placeOf, rowOf, shardOf, type Place } from './id-index.js';
import { PatchedCodes } from './patched-codes.js';
import type { ShardContext } from './plain-columns.js';
import { firstFrom } from './row-sets.js';
import { touchesOf } from './touches.js';
import type { Shard } from './shard.js';
import type { ShardList } from './shard-list.js';

interface TouchingRow extends TouchingConversation {
  row: number;
  startedAt: number;
}

export class Attribution {
  readonly #context: ShardContext;
  readonly #shards: ShardList;
  readonly #touching = new WeakMap<Shard, readonly TouchingRow[]>();
  #orders: readonly AttributableOrder[] = [];
  #table: AttributedItems;
  #touchChanges = -1;
  #validFrom = Infinity;
  #validUntil = -Infinity;

  constructor(shards: ShardList, context: ShardContext) {
    this.#context = context;
    this.#shards = shards;
    this.#table = this.#toTable([], []);
  }

  get table(): AttributedItems {
    return this.#table;
  }

  setOrders(orders: readonly OrderRecord[]): void {
    this.#orders = orders.map(({ id, at, cancelledAt, raw }) => ({
      id, at, cancelledAt, profileId: raw.profileId ?? undefined, conversationId: raw.conversationId ?? undefined, items: raw.items,
    }));
    this.#touchChanges = -1;
  }

  /** Whether anything changed. */
  moveTo(now: number): boolean {
    const { touchChanges } = this.#shards;
    if (touchChanges === this.#touchChanges && now >= this.#validFrom && now < this.#validUntil) return false;
    this.#touchChanges = touchChanges;
    const touching = this.#orders.length ? this.#shards.all.flatMap((shard) => this.#touchingRows(shard).map((one) => ({ ...one, place: placeOf(shard.slot, one.row) }))) : [];
    this.#keepUntilNext(now, touching);
    const conversations = touching.filter(({ startedAt }) => startedAt <= now);
    const items = attributeOrders(this.#orders, conversations, this.#context.settings, now).sort((a, b) => a.at - b.at);
    const places = items.map(({ conversation }) => conversations[conversation]!.place);
    const isEmpty = items.length === 0 && this.#table.length === 0;
    if (isEmpty) return false;
    this.#table = this.#toTable(items, places);
    this.#count(places);
    return true;
  }

  #touchingRows(shard: Shard): readonly TouchingRow[] {
    const known = this.#touching.get(shard) ?? touchingRows(shard);
    this.#touching.set(shard, known);
    return known.filter(({ row }) => shard.living.has(row));
  }

  /** A touch before its conversation's start counts from the start on. */
  #keepUntilNext(now: number, touching: readonly TouchingRow[]): void {
    const early = touching.filter(({ startedAt, touches }) => touches.some(({ at }) => at < startedAt)).map(({ startedAt }) => startedAt);
    const instants = Float64Array.from([...this.#orders.flatMap(({ at, cancelledAt }) => (cancelledAt === undefined ? [at] : [at, cancelledAt])), ...early]).sort();
    const next = firstFrom(instants, now + 1);
    this.#validFrom = instants[next - 1] ?? -Infinity;
    this.#validUntil = instants[next] ?? Infinity;
  }

  #toTable(items: readonly AttributedItem[], places: readonly Place[]): AttributedItems {
    const { dictionaries } = this.#context;
    const codes = (name: 'order' | 'productId') => {
      const cells = new PatchedCodes(items.length, dictionaries.of(name));
      items.forEach((item, row) => cells.set(row, item[name]));
      return cells.column;
    };
    const columns = new Map<string, Column>([
      ['value', numberColumn(Float64Array.from(items, ({ value }) => value))], ['order', codes('order')], ['productId', codes('productId')],
    ]);
    const slots = [...new Set(places.map(shardOf))];
    const partOf = new Map(slots.map((slot, part) => [slot, part]));
    return new AttributedItems(Float64Array.from(items, ({ at }) => at), columns, {
      shards: slots.map((slot) => this.#shards.at(slot)),
      parts: Int32Array.from(places, (place) => partOf.get(shardOf(place))!),
      rows: Int32Array.from(places, rowOf),
    });
  }

  #count(places: readonly Place[]): void {
    const lines = new Map<number, Map<number, number>>();
    for (const place of places) {
      const ofShard = lines.get(shardOf(place)) ?? new Map<number, number>();
      lines.set(shardOf(place), ofShard);
      ofShard.set(rowOf(place), (ofShard.get(rowOf(place)) ?? 0) + 1);
    }
    for (const shard of this.#shards.all) shard.setAttributed(lines.get(shard.slot) ?? new Map<number, number>());
  }
}

function touchingRows({ records }: Shard): TouchingRow[] {
  if (!records) return [];
  return records.records.flatMap((record, place) => {
    const { id, startedAt, profile, raw } = record;
    const touches = touchesOf(record);
    return touches.length ? [{ row: records.rows[place]!, id, startedAt, profileId: profile?.id, channel: raw.channel ?? undefined, touches }] : [];
  });
}
