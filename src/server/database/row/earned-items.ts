/** What conversations earn of orders, as the database keeps it: the core's earned items with ids, and a number that stands for no end. */
import { earnedItems, toAttributableOrder, toTouchingConversation } from '../../../core/tables/attributed-orders.js';
import type { ConversationRecord, OrderRecord } from '../../../core/tables/conversation-record.js';
import type { ResolvedSettings } from '../../../core/settings.js';

export interface StoredItem {
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
export function storedItems(
  orders: readonly OrderRecord[],
  conversations: readonly ConversationRecord[],
  settings: ResolvedSettings,
): StoredItem[] {
  const touching = conversations.map(toTouchingConversation);
  return earnedItems(orders.map(toAttributableOrder), touching, settings).map(
    ({ conversation, productId, until, ...item }) => ({
      ...item,
      conversation: touching[conversation]!.id,
      product: productId,
      until: Math.min(until, NEVER),
    }),
  );
}

/** The items of one conversation as columns of its row; nothing without any. */
export function itemColumns(items: readonly StoredItem[] | undefined): Record<string, unknown[]> {
  if (!items?.length) return {};
  return Object.fromEntries(
    (['at', 'value', 'order', 'product', 'from', 'until'] as const).map((name) => [
      `item_${name}`,
      items.map((item) => item[name]),
    ]),
  );
}
