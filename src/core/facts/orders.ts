import type { Instant } from '../time/instant.js';
import { defineFact, MINOR_UNITS, UPDATED, type FactDocs } from './fact.js';
import { event, hidden, id, instant, listOf, money, objectOf, required, text, wholeFromZero } from './field.js';

export interface OrderItem {
  productId: string;
  /** The line's total in minor units of the currency. */
  amount: number;
  quantity?: number;
}

export interface Order {
  id: string;
  at: Instant;
  profileId?: string;
  conversationId?: string;
  accountId?: string;
  /** A cancelled order earns nothing. */
  cancelledAt?: Instant;
  updatedAt?: Instant;
  items: OrderItem[];
}

export const orders = defineFact<Order>({
  fields: {
    id: required(id()),
    at: required(event()),
    profileId: hidden('people', text()),
    conversationId: text(),
    accountId: hidden('people', text()),
    cancelledAt: event(),
    updatedAt: instant(),
    items: required(
      listOf(
        objectOf<OrderItem>({ productId: required(text()), amount: required(money()), quantity: wholeFromZero() }),
      ),
    ),
  },
});

export const orderDocs: FactDocs<Order> = {
  about: 'One order of the shop.',
  fields: {
    id: 'Text.',
    at: 'Instant of the order.',
    profileId: 'Text: who, as in conversations.',
    conversationId: 'Text. Stands in for the profile.',
    accountId: 'Text: the account of the hub.',
    cancelledAt: 'Instant. A cancelled order earns nothing.',
    updatedAt: UPDATED,
    items: `List of { productId, amount, quantity }; amount is the line’s total in ${MINOR_UNITS}.`,
  },
  example: {
    id: 'o-501',
    at: '2026-06-01T10:00:00Z',
    profileId: 'p-7',
    accountId: 'a-3',
    items: [{ productId: 'boots-42', amount: 8900, quantity: 1 }],
  },
};
