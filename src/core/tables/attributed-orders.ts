/**
 * Which order lines an AI agent's conversations earned (S1): only a product that was touched in a conversation of the same customer
 * and ordered within the window of that conversation's channel. Each line counts once, for the latest touch.
 */
import { type ResolvedSettings, attributionRule } from '../settings.js';
import type { ConversationRecord, OrderRecord } from './conversation-record.js';

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
  /** A touch before it exists from here on. Unset: each exists from its own time on. */
  startedAt?: number;
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

/** An attributed item and the span of now, half open, in which it counts: not before the order, nor after its cancelling. */
export interface EarnedItem extends AttributedItem {
  from: number;
  /** `Infinity` while nothing ends it. */
  until: number;
}

const HOUR_MS = 3_600_000;

/** Orders and touches after `now` do not exist yet; an order cancelled by `now` earns nothing. */
export function attributeOrders(
  orders: readonly AttributableOrder[],
  conversations: readonly TouchingConversation[],
  settings: ResolvedSettings,
  now: number,
): AttributedItem[] {
  return earnedItems(orders, conversations, settings)
    .filter(({ from, until }) => from <= now && now < until)
    .map(({ at, value, order, productId, conversation }) => ({ at, value, order, productId, conversation }));
}

/** What conversations earn at every instant that may stand for now. A line passes on when a later touch begins to exist after the order. */
export function earnedItems(
  orders: readonly AttributableOrder[],
  conversations: readonly TouchingConversation[],
  settings: ResolvedSettings,
): EarnedItem[] {
  const index = indexTouches(conversations, settings);
  return orders.flatMap((order) =>
    order.items.flatMap(({ productId, amount }) => {
      const credits = creditsOf(
        order,
        touchesBefore(order, productId, index, { conversations, settings }),
        conversations,
      );
      return credits.map(({ conversation, from }, place) => ({
        at: order.at,
        value: amount,
        order: order.id,
        productId,
        conversation,
        from,
        until: credits[place + 1]?.from ?? order.cancelledAt ?? Infinity,
      }));
    }),
  );
}

interface TouchIndex {
  byProfile: Map<string, Map<string, Touch[]>>;
  byConversation: Map<string, Map<string, Touch[]>>;
}

function indexTouches(conversations: readonly TouchingConversation[], settings: ResolvedSettings): TouchIndex {
  const index: TouchIndex = { byProfile: new Map(), byConversation: new Map() };
  conversations.forEach((conversation, position) => {
    const rule = attributionRule(settings, conversation.channel);
    for (const touch of conversation.touches) {
      if (touch.by === 'message' && rule.touch !== 'message') continue;
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

/** Touches of the customer that lie within the window before the order. */
function touchesBefore(
  { at, profileId, conversationId }: AttributableOrder,
  productId: string,
  { byProfile, byConversation }: TouchIndex,
  { conversations, settings }: { conversations: readonly TouchingConversation[]; settings: ResolvedSettings },
): Touch[] {
  const ofProfile = profileId ? byProfile.get(profileId)?.get(productId) : undefined;
  const ofConversation = conversationId === undefined ? undefined : byConversation.get(conversationId)?.get(productId);
  return [...(ofProfile ?? []), ...(ofConversation ?? [])].filter((touch) => {
    const { hours } = attributionRule(settings, conversations[touch.conversation]!.channel);
    return touch.at <= at && at - touch.at <= hours * HOUR_MS;
  });
}

/** Who has the latest touch from when on, while the order is not cancelled. */
function creditsOf(
  { at, cancelledAt = Infinity }: AttributableOrder,
  touches: readonly Touch[],
  conversations: readonly TouchingConversation[],
): { conversation: number; from: number }[] {
  const existsFrom = ({ conversation }: Touch) => Math.max(at, conversations[conversation]!.startedAt ?? at);
  const credits: { conversation: number; from: number }[] = [];
  let latest: Touch | undefined;
  for (const touch of touches.toSorted((a, b) => existsFrom(a) - existsFrom(b))) {
    const from = existsFrom(touch);
    if (from >= cancelledAt || (latest && !isLater(touch, latest, conversations))) continue;
    latest = touch;
    if (credits.at(-1)?.from === from) credits.pop();
    if (credits.at(-1)?.conversation !== touch.conversation) credits.push({ conversation: touch.conversation, from });
  }
  return credits;
}

/** Touches at the same instant are told apart by their conversation's id, so that the order of loading never matters. */
function isLater(a: Touch, b: Touch, conversations: readonly TouchingConversation[]): boolean {
  if (a.at !== b.at) return a.at > b.at;
  return conversations[a.conversation]!.id > conversations[b.conversation]!.id;
}

export function toAttributableOrder({ id, at, cancelledAt, raw }: OrderRecord): AttributableOrder {
  return {
    id,
    at,
    cancelledAt,
    profileId: raw.profileId ?? undefined,
    conversationId: raw.conversationId ?? undefined,
    items: raw.items,
  };
}

export function toTouchingConversation(record: ConversationRecord): TouchingConversation & { startedAt: number } {
  const { id, startedAt, profile, raw } = record;
  return { id, startedAt, profileId: profile?.id, channel: raw.channel ?? undefined, touches: touchesOf(record) };
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
