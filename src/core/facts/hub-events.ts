import type { Instant } from '../time/instant.js';
import { defineFact, OPTIONAL_ID, UPDATED, type FactDocs } from './fact.js';
import { event, hidden, id, instant, required, text, wholeFromZero } from './field.js';

export interface HubEvent {
  id?: string;
  at: Instant;
  accountId: string;
  /** `opened`, `login`, `cart-added`, and interactions: `order-tracked`, `return-started`, `coupon-requested`, `help-clicked`, `chat-started`, or any other. */
  kind: string;
  productId?: string;
  /** Of a `cart-added`; unset: 1. */
  quantity?: number;
  updatedAt?: Instant;
}

export const hubEvents = defineFact<HubEvent>({
  fields: {
    id: id(),
    at: required(event()),
    accountId: required(hidden('people', id())),
    kind: required(id()),
    productId: text(),
    quantity: wholeFromZero(),
    updatedAt: instant(),
  },
});

export const hubEventDocs: FactDocs<HubEvent> = {
  about: 'One thing that somebody did in the hub.',
  fields: {
    id: OPTIONAL_ID,
    at: 'Instant.',
    accountId: 'Text.',
    kind: 'opened, login, cart-added, or an interaction: order-tracked, return-started, coupon-requested, help-clicked, chat-started, or any other name.',
    productId: 'Text, of a cart-added.',
    quantity: 'Whole number, of a cart-added. Unset: 1.',
    updatedAt: UPDATED,
  },
  example: {
    id: 'h-77',
    at: '2026-06-05T20:05:00Z',
    accountId: 'a-3',
    kind: 'cart-added',
    productId: 'cap-1',
    quantity: 2,
  },
};
