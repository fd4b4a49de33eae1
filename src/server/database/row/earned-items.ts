/** Which order lines which conversations earned, and from when to when: the core decides, for every instant that may stand for now. */
import { type AttributableOrder, attributeOrders, touchesOf } from '../../../core/tables/attributed-orders.js';
import type { ConversationRecord, OrderRecord } from '../../../core/tables/conversation-record.js';
import type { ResolvedSettings } from '../../../core/settings.js';

export interface EarnedItem {
  conversation: string;
  at: number;
  value: number;
  order: string;
  product: string;
  /** Half open: not before the order, nor after its cancelling. */
  from: number;
  until: number;
}

/** Stands for no end. */
export const NEVER = Number.MAX_SAFE_INTEGER;

/** `conversations` are all whose touches may earn one of the orders. */
export function earnedItems(
  orders: readonly OrderRecord[],
  conversations: readonly ConversationRecord[],
  settings: ResolvedSettings,
): EarnedItem[] {
  const touching = conversations.map((record) => ({
    id: record.id,
    startedAt: record.startedAt,
    profileId: record.profile?.id,
    channel: record.raw.channel ?? undefined,
    touches: touchesOf(record),
  }));
  // A touch before its conversation's start exists from the start on.
  const early = new Set(touching.filter(({ startedAt, touches }) => touches.some(({ at }) => at < startedAt)));
  const starts = [-Infinity, ...new Set([...early].map(({ startedAt }) => startedAt))].sort((a, b) => a - b);
  const attributable = orders.map(toAttributable);
  const ends = new Map(orders.map(({ id, cancelledAt }) => [id, cancelledAt ?? NEVER]));
  return starts.flatMap((start, index) => {
    const until = starts[index + 1] ?? NEVER;
    const begun = touching.filter((one) => !early.has(one) || one.startedAt <= start);
    return attributeOrders(attributable, begun, settings, Infinity)
      .map(({ conversation, at, value, order, productId }) => ({
        conversation: begun[conversation]!.id,
        at,
        value,
        order,
        product: productId,
        from: Math.max(at, start),
        until: Math.min(until, ends.get(order)!),
      }))
      .filter((item) => item.from < item.until);
  });
}

/** The items of one conversation as columns of its row; nothing without any. */
export function itemColumns(items: readonly EarnedItem[] | undefined): Record<string, unknown[]> {
  if (!items?.length) return {};
  return Object.fromEntries(
    (['at', 'value', 'order', 'product', 'from', 'until'] as const).map((name) => [
      `item_${name}`,
      items.map((item) => item[name]),
    ]),
  );
}

/** Cancelling is told by `until`. */
function toAttributable({ id, at, raw }: OrderRecord): AttributableOrder {
  return {
    id,
    at,
    cancelledAt: undefined,
    profileId: raw.profileId ?? undefined,
    conversationId: raw.conversationId ?? undefined,
    items: raw.items,
  };
}
