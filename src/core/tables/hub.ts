/** Revenue of the customer hub: lines of orders whose product was put into the cart there before. */
import { parseInstant } from '../time/instant.js';
import type { DeriveContext, DeriveInput, Emit } from './derived-rows.js';
import { groupBy } from './derived-rows.js';
import { optional } from './tickets.js';

/** Products do not touch each other, so each is read by itself. */
export function deriveHubItems(
  { hubEvents = [], orders = [] }: DeriveInput,
  { settings: { hubHours } }: DeriveContext,
  emit: Emit,
): void {
  const longest = hubHours === undefined ? Infinity : hubHours * 3_600_000;
  const added = hubEvents.flatMap(({ raw }) =>
    raw.kind === 'cart-added' && raw.productId != null
      ? [{ place: placeOf(raw.accountId, raw.productId), at: parseInstant(raw.at), quantity: raw.quantity ?? 1 }]
      : [],
  );
  const addsOf = groupBy(added, ({ place }) => place);
  const lines = orders.flatMap(({ key, raw }): Line[] =>
    raw.accountId == null
      ? []
      : raw.items.map(({ productId, amount, quantity }, line) => ({
          place: placeOf(raw.accountId!, productId),
          order: key,
          line,
          account: raw.accountId!,
          productId,
          amount,
          quantity: quantity ?? 1,
          at: parseInstant(raw.at),
          cancelledAt: optional(raw.cancelledAt) ?? Infinity,
        })),
  );
  for (const [place, mine] of groupBy(lines, (line) => line.place)) {
    const adds = addsOf.get(place);
    if (adds)
      emitProduct(
        mine.sort(byTime),
        adds.sort((a, b) => a.at - b.at),
        longest,
        emit,
      );
  }
}

interface Add {
  at: number;
  quantity: number;
}

interface Line extends Add {
  place: string;
  order: string;
  line: number;
  account: string;
  productId: string;
  amount: number;
  cancelledAt: number;
}

const placeOf = (account: string, productId: string): string => JSON.stringify([account, productId]);
const byTime = (a: Line, b: Line): number => a.at - b.at || compare(a.order, b.order) || a.line - b.line;
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** An order that is cancelled frees what it took, so each cancellation begins another reading. */
function emitProduct(lines: readonly Line[], adds: readonly Add[], longest: number, emit: Emit): void {
  const changes = [...new Set(lines.map(({ cancelledAt }) => cancelledAt))]
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const values = lines.map(() => 0);
  const since = lines.map(() => -Infinity);
  const close = (index: number, until: number) => {
    const { at, order, productId, account } = lines[index]!;
    if (values[index] !== 0 && since[index]! < until) {
      emit({
        table: 'hubItems',
        record: order,
        cells: { at, value: values[index]!, order, productId, account },
        seen: { from: since[index]!, until },
      });
    }
  };
  for (const from of [-Infinity, ...changes]) {
    for (const [index, value] of earnedBy(lines, adds, longest, from).entries()) {
      if (value === values[index]) continue;
      close(index, from);
      values[index] = value;
      since[index] = from;
    }
  }
  for (const index of lines.keys()) close(index, Infinity);
}

/** What each line earns once the orders cancelled up to `from` are gone: in order of time, the earliest add first, each add once. */
function earnedBy(lines: readonly Line[], adds: readonly Add[], longest: number, from: number): number[] {
  const left = adds.map(({ quantity }) => quantity);
  let first = 0;
  return lines.map(({ at, amount, quantity, cancelledAt }) => {
    if (cancelledAt <= from) return 0;
    // What is used up or too old stays so for all that follow.
    while (first < adds.length && (left[first] === 0 || at - adds[first]!.at > longest)) first++;
    let taken = 0;
    for (let add = first; add < adds.length && taken < quantity && adds[add]!.at <= at; add++) {
      const part = Math.min(left[add]!, quantity - taken);
      left[add]! -= part;
      taken += part;
    }
    return taken === 0 ? 0 : taken >= quantity ? amount : Math.floor((2 * amount * taken + quantity) / (2 * quantity));
  });
}
