/** Keeps what conversations sold: worked out again only when orders or touched conversations changed, or now passed an order. */
import {
  type AttributableOrder,
  type EarnedItem,
  type TouchingConversation,
  earnedItems,
  toAttributableOrder,
  toTouchingConversation,
} from '../tables/attributed-orders.js';
import type { OrderRecord } from '../tables/conversation-record.js';
import { numberColumn } from './store/child-tables.js';
import { type Column, MutableCodes } from './store/columns.js';
import { type Place, placeOf, rowOf, shardOf } from './store/id-index.js';
import type { ShardContext } from './store/plain-columns.js';
import type { Shard } from './store/shard.js';
import type { ShardList } from './store/shards.js';
import { type Places, concatColumns } from './store/take.js';
import { ShardTable } from './store/shard-table.js';
import { firstFrom } from '../bisect.js';

interface TouchingRow extends TouchingConversation {
  row: number;
}

/** A line of an order and the conversation that earned it. */
interface Line extends Omit<EarnedItem, 'conversation'> {
  place: Place;
}

export class Attribution {
  readonly #context: ShardContext;
  readonly #shards: ShardList;
  readonly #touching = new WeakMap<Shard, readonly TouchingRow[]>();
  #orders: readonly AttributableOrder[] = [];
  /** By the order's time. */
  #lines: readonly Line[] = [];
  #table: AttributedItems;
  #touchChanges = -1;
  #linesAreOld = true;
  readonly #tableHolds = new ValidityInterval();

  constructor(shards: ShardList, context: ShardContext) {
    this.#context = context;
    this.#shards = shards;
    this.#table = this.#toTable([]);
  }

  get table(): AttributedItems {
    return this.#table;
  }

  setOrders(orders: readonly OrderRecord[]): void {
    this.#orders = orders.map(toAttributableOrder);
    this.#linesAreOld = true;
  }

  moveTo(now: number): void {
    const { touchChanges } = this.#shards;
    if (this.#linesAreOld || touchChanges !== this.#touchChanges) {
      this.#lines = this.#attribute();
      this.#tableHolds.end();
    }
    this.#linesAreOld = false;
    this.#touchChanges = touchChanges;
    if (this.#tableHolds.at(now)) return;
    this.#tableHolds.begin(
      now,
      this.#lines.flatMap(({ from, until }) => (until === Infinity ? [from] : [from, until])),
    );
    const lines = this.#lines.filter(({ from, until }) => from <= now && now < until);
    if (lines.length === 0 && this.#table.length === 0) return;
    this.#table = this.#toTable(lines);
    this.#count(lines);
  }

  /** What all orders earn, those to come and those cancelled too. */
  #attribute(): Line[] {
    const conversations = this.#touchingRows();
    return earnedItems(this.#orders, conversations, this.#context.settings)
      .map(({ conversation, ...line }) => ({ ...line, place: conversations[conversation]!.place }))
      .sort((a, b) => a.at - b.at);
  }

  /** Only those of people or conversations that ordered. */
  #touchingRows(): (TouchingRow & { place: Place })[] {
    const profiles = new Set(this.#orders.flatMap(({ profileId }) => profileId ?? []));
    const ids = new Set(this.#orders.flatMap(({ conversationId }) => conversationId ?? []));
    if (this.#orders.length === 0) return [];
    return this.#shards.all.flatMap((shard) =>
      this.#touchingIn(shard)
        .filter(
          ({ row, id, profileId }) =>
            (ids.has(id) || (profileId !== undefined && profiles.has(profileId))) && shard.living.has(row),
        )
        .map((one) => ({ ...one, place: placeOf(shard.slot, one.row) })),
    );
  }

  #touchingIn(shard: Shard): readonly TouchingRow[] {
    const known = this.#touching.get(shard) ?? touchingRows(shard);
    this.#touching.set(shard, known);
    return known;
  }

  #toTable(items: readonly Line[]): AttributedItems {
    const { dictionaries } = this.#context;
    const places = items.map(({ place }) => place);
    const codes = (name: 'order' | 'productId') => {
      const cells = new MutableCodes(items.length, dictionaries.of(name));
      items.forEach((item, row) => cells.set(row, item[name]));
      return cells.column;
    };
    const columns = new Map<string, Column>([
      ['value', numberColumn(Float64Array.from(items, ({ value }) => value))],
      ['order', codes('order')],
      ['productId', codes('productId')],
    ]);
    const slots = [...new Set(places.map(shardOf))];
    const partOf = new Map(slots.map((slot, part) => [slot, part]));
    return new AttributedItems(
      Float64Array.from(items, ({ at }) => at),
      columns,
      {
        shards: slots.map((slot) => this.#shards.at(slot)),
        parts: Int32Array.from(places, (place) => partOf.get(shardOf(place))!),
        rows: Int32Array.from(places, rowOf),
      },
    );
  }

  #count(items: readonly Line[]): void {
    const lines = new Map<number, Map<number, number>>();
    for (const { place } of items) {
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
    const touching = toTouchingConversation(record);
    return touching.touches.length > 0 ? { ...touching, row: records.rows[place]! } : [];
  });
}

export interface AttributedParents extends Places {
  /** What `parts` are places in. */
  shards: readonly Shard[];
}

/** Order lines that conversations earned, of all shards in one table. */
export class AttributedItems extends ShardTable {
  readonly parents: AttributedParents;
  #inherited = new Map<string, Column | undefined>();
  #inheritedVersion = 0;

  constructor(times: Float64Array, columns: Map<string, Column>, parents: AttributedParents) {
    super('attributedItems', times, columns);
    this.parents = parents;
  }

  override get version(): number {
    return this.parents.shards.reduce((sum, { opened }) => sum + opened.version, super.version);
  }

  override get names(): string[] {
    return [...new Set([...super.names, ...this.parents.shards.flatMap(({ opened }) => opened.names)])];
  }

  override column(name: string): Column | undefined {
    const own = super.column(name);
    if (own) return own;
    const { version } = this;
    if (version !== this.#inheritedVersion) this.#inherited = new Map();
    this.#inheritedVersion = version;
    if (!this.#inherited.has(name))
      this.#inherited.set(
        name,
        concatColumns(
          this.parents.shards.map(({ opened }) => opened.column(name)),
          this.parents,
        ),
      );
    return this.#inherited.get(name);
  }
}

/** How long something that was worked out for one instant stays true: up to the next of the instants that change it, and back to the last. */
class ValidityInterval {
  #from = Infinity;
  #until = -Infinity;

  at(now: number): boolean {
    return now >= this.#from && now < this.#until;
  }

  begin(now: number, changes: readonly number[]): void {
    const instants = Float64Array.from(changes).sort();
    const next = firstFrom(instants, now + 1);
    this.#from = instants[next - 1] ?? -Infinity;
    this.#until = instants[next] ?? Infinity;
  }

  end(): void {
    this.#until = -Infinity;
  }
}
