/** Products that a visitor clicked or was shown. */
import type { TouchingConversation } from './attribute-orders.js';
import type { ConversationRecord } from '../engine/records.js';

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
