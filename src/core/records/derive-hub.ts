/** Revenue of the customer hub: lines of orders whose product was put into the cart there before. */
import { parseInstant } from '../time/instant.js';
import { ALWAYS, type DeriveContext, type DerivedRow, type DeriveInput, type Emit } from './derived-rows.js';
import { groupBy } from './group-by.js';
import { optional } from './ticket-timeline.js';

interface Add {
  at: number;
  quantity: number;
}

interface PlacedOrder {
  key: string;
  at: number;
  cancelledAt: number;
  account: string;
  items: readonly { productId: string; amount: number; quantity: number }[];
}

/** An order that is cancelled frees what it took, so each cancellation begins another reading of the account. */
export function deriveHubItems({ hubEvents = [], orders = [] }: DeriveInput, { settings: { hubHours } }: DeriveContext, emit: Emit): void {
  const longest = hubHours === undefined ? Infinity : hubHours * 3_600_000;
  const addsOf = groupBy(hubEvents.filter(({ raw }) => raw.kind === 'cart-added' && raw.productId != null), ({ raw }) => raw.accountId);
  const placed = orders.flatMap(({ key, raw }): PlacedOrder[] => (raw.accountId == null ? [] : [{
    key, at: parseInstant(raw.at), cancelledAt: optional(raw.cancelledAt) ?? Infinity, account: raw.accountId,
    items: raw.items.map(({ productId, amount, quantity }) => ({ productId, amount, quantity: quantity ?? 1 })),
  }]));
  for (const [account, mine] of groupBy(placed, (order) => order.account)) {
    const adds = addsOf.get(account) ?? [];
    if (adds.length === 0) continue;
    const byProduct = groupBy(adds.map(({ raw }) => ({ productId: raw.productId!, at: parseInstant(raw.at), quantity: raw.quantity ?? 1 })), ({ productId }) => productId);
    emitAccount(mine, byProduct, longest, emit);
  }
}

function emitAccount(orders: readonly PlacedOrder[], adds: ReadonlyMap<string, readonly Add[]>, longest: number, emit: Emit): void {
  const sorted = [...orders].sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
  const changes = [...new Set(sorted.map(({ cancelledAt }) => cancelledAt))].sort((a, b) => a - b);
  let from = -Infinity;
  let open = new Map<string, DerivedRow>();
  for (const until of changes.at(-1) === Infinity ? changes : [...changes, Infinity]) {
    const standing = sorted.filter(({ cancelledAt }) => cancelledAt > from);
    const earned = earnedBy(standing, adds, longest);
    for (const [id, row] of open) if (earned.get(id)?.cells['value'] !== row.cells['value']) emit({ ...row, seen: { ...row.seen, until: from } });
    const before = open;
    open = new Map([...earned].map(([id, row]) => {
      const known = before.get(id);
      return [id, known && known.cells['value'] === row.cells['value'] ? known : { ...row, seen: { from, until: Infinity } }];
    }));
    from = until;
  }
  for (const row of open.values()) emit(row);
}

/** Orders in order of time take what was added before them, the earliest first, each add once. Keyed by order and line. */
function earnedBy(orders: readonly PlacedOrder[], adds: ReadonlyMap<string, readonly Add[]>, longest: number): Map<string, DerivedRow> {
  const left = new Map([...adds].map(([productId, list]) => [productId, list.map((add) => ({ ...add })).sort((a, b) => a.at - b.at)]));
  const earned = new Map<string, DerivedRow>();
  for (const { key, at, account, items } of orders) {
    for (const [line, { productId, amount, quantity }] of items.entries()) {
      const taken = take(left.get(productId) ?? [], quantity, at, longest);
      if (taken === 0) continue;
      const value = taken >= quantity ? amount : Math.floor((2 * amount * taken + quantity) / (2 * quantity));
      earned.set(JSON.stringify([key, line]), { table: 'hubItems', record: key, cells: { at, value, order: key, productId, account }, seen: ALWAYS });
    }
  }
  return earned;
}

function take(adds: Add[], quantity: number, at: number, longest: number): number {
  let taken = 0;
  for (const add of adds) {
    if (taken >= quantity || add.at > at) break;
    if (at - add.at > longest) continue;
    const part = Math.min(add.quantity, quantity - taken);
    add.quantity -= part;
    taken += part;
  }
  return taken;
}
