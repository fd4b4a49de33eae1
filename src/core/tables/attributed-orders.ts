/**
 * Which order lines an AI agent's conversations earned (S1): only a product that was touched in a conversation of the same customer
 * and ordered within the window of that conversation's channel. Each line counts once, for the latest touch.
 */
import { type ResolvedSettings, attributionRule } from '../settings.js';
import type { ConversationRecord } from './conversation-record.js';

export interface Touch {
  at: number;
  by: 'click' | 'message';
  productId: string;
  /** Position of the conversation in the caller's list. */
  conversation: number;
}

/** A conversation as attribution sees it. Times are epoch milliseconds. */
export interface TouchingConversation {
  id: string;
  profileId: string | undefined;
  channel: string | undefined;
  touches: readonly { at: number; by: 'click' | 'message'; productId: string }[];
}

export interface AttributableOrder {
  id: string;
  at: number;
  cancelledAt: number | undefined;
  profileId: string | undefined;
  conversationId: string | undefined;
  items: readonly { productId: string; amount: number }[];
}

export interface AttributedItem {
  /** The order's time. */
  at: number;
  /** The line's whole amount in minor units. */
  value: number;
  order: string;
  productId: string;
  conversation: number;
}

const HOUR_MS = 3_600_000;

/** Orders and touches after `now` do not exist yet; an order cancelled by `now` earns nothing. */
export function attributeOrders(
  orders: readonly AttributableOrder[],
  conversations: readonly TouchingConversation[],
  settings: ResolvedSettings,
  now: number,
): AttributedItem[] {
  const index = indexTouches(conversations, settings, now);
  const items: AttributedItem[] = [];
  for (const order of orders) {
    if (order.at > now || (order.cancelledAt !== undefined && order.cancelledAt <= now)) continue;
    for (const { productId, amount } of order.items) {
      const touch = creditedTouch(order, productId, index, conversations, settings);
      if (touch)
        items.push({ at: order.at, value: amount, order: order.id, productId, conversation: touch.conversation });
    }
  }
  return items;
}

interface TouchIndex {
  byProfile: Map<string, Map<string, Touch[]>>;
  byConversation: Map<string, Map<string, Touch[]>>;
}

function indexTouches(
  conversations: readonly TouchingConversation[],
  settings: ResolvedSettings,
  now: number,
): TouchIndex {
  const index: TouchIndex = { byProfile: new Map(), byConversation: new Map() };
  conversations.forEach((conversation, position) => {
    const rule = attributionRule(settings, conversation.channel);
    for (const touch of conversation.touches) {
      if (touch.at > now || (touch.by === 'message' && rule.touch !== 'message')) continue;
      const entry: Touch = { ...touch, conversation: position };
      push(index.byConversation, conversation.id, entry);
      if (conversation.profileId) push(index.byProfile, conversation.profileId, entry);
    }
  });
  return index;
}

function push(index: Map<string, Map<string, Touch[]>>, key: string, touch: Touch): void {
  const products = index.get(key) ?? new Map<string, Touch[]>();
  index.set(key, products);
  const touches = products.get(touch.productId) ?? [];
  products.set(touch.productId, touches);
  touches.push(touch);
}

function creditedTouch(
  order: AttributableOrder,
  productId: string,
  index: TouchIndex,
  conversations: readonly TouchingConversation[],
  settings: ResolvedSettings,
): Touch | undefined {
  const candidates = [
    ...((order.profileId && index.byProfile.get(order.profileId)?.get(productId)) || []),
    ...((order.conversationId !== undefined && index.byConversation.get(order.conversationId)?.get(productId)) || []),
  ];
  let best: Touch | undefined;
  for (const touch of candidates) {
    const windowMs = attributionRule(settings, conversations[touch.conversation]!.channel).hours * HOUR_MS;
    if (touch.at > order.at || order.at - touch.at > windowMs) continue;
    if (!best || isLater(touch, best, conversations)) best = touch;
  }
  return best;
}

/** Touches at the same instant are told apart by their conversation's id, so that the order of loading never matters. */
function isLater(a: Touch, b: Touch, conversations: readonly TouchingConversation[]): boolean {
  if (a.at !== b.at) return a.at > b.at;
  return conversations[a.conversation]!.id > conversations[b.conversation]!.id;
}

/** Products that a visitor clicked or was shown. */

export function touchesOf({ clicks, messages = [] }: ConversationRecord): TouchingConversation['touches'] {
  return [
    ...clicks.flatMap(({ at, productId }) =>
      productId === undefined ? [] : [{ at, by: 'click' as const, productId }],
    ),
    ...messages.flatMap(({ at, from, raw: { products } }) =>
      from === 'agent' ? (products ?? []).map((productId) => ({ at, by: 'message' as const, productId })) : [],
    ),
  ];
}

export function isTouched({ clicks, messages }: ConversationRecord): boolean {
  return clicks.length > 0 || Boolean(messages?.some(({ raw }) => raw.products?.length));
}
