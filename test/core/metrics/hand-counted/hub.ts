import type { HubEvent } from '../../../../src/core/facts/hub-events.js';
import type { Order } from '../../../../src/core/facts/orders.js';
import { june } from '../../../fixtures/make-facts.js';
import type { Cases } from './cases.js';

const before = '2026-05-20T12:00:00Z';
const account = (id: string, createdAt = before) => ({ id, createdAt });
const event = (kind: string, accountId = 'k', rest: Partial<HubEvent> = {}): HubEvent => ({
  at: june(3),
  accountId,
  kind,
  ...rest,
});
const add = (productId: string, quantity: number | undefined, at = june(2)): HubEvent =>
  event('cart-added', 'k', { at, productId, ...(quantity !== undefined && { quantity }) });
const order = (id: string, items: Order['items'], rest: Partial<Order> = {}): Order => ({
  id,
  at: june(3),
  accountId: 'k',
  items,
  ...rest,
});
const checkout = (id: string, total: number, rest: object = {}) => ({
  id,
  completedAt: june(3),
  signedIn: true,
  total,
  ...rest,
});
const line = (productId: string, amount: number, quantity?: number) => ({
  productId,
  amount,
  ...(quantity !== undefined && { quantity }),
});

export const HUB: Cases = {
  'total-accounts': [
    {
      says: 'are all up to the end',
      data: { accounts: [account('a'), account('b', june(3)), account('c', '2026-06-08T00:00:00Z')] },
      gives: 2,
      query: { grain: 'day' },
      byBucket: [1, 1, 2, 2, 2, 2, 2],
    },
    {
      says: 'are 0 before the first',
      data: { accounts: [account('a', june(5))] },
      gives: 0,
      query: { to: '2026-06-03' },
    },
    {
      says: 'count from the first launch on',
      data: {
        accounts: [account('a'), account('b', june(2)), account('c', june(3))],
        live: { hub: [{ since: june(2) }] },
      },
      gives: 2,
    },
    { says: 'are not measured before the hub is live', data: { accounts: [account('a')], live: null }, gives: null },
  ],
  'service-interactions': [
    {
      says: 'count every kind but opening, signing in and adding to the cart',
      data: {
        hubEvents: [
          'order-tracked',
          'return-started',
          'coupon-requested',
          'help-clicked',
          'chat-started',
          'size-advised',
          'opened',
          'login',
          'cart-added',
        ].map((kind) => event(kind)),
      },
      gives: 6,
    },
    {
      says: 'are 0 without any in the range',
      data: { hubEvents: [event('order-tracked', 'k', { at: before }), event('opened')] },
      gives: 0,
    },
    {
      says: 'split by kind, own ones too',
      data: { hubEvents: [event('order-tracked'), event('order-tracked'), event('size-advised'), event('opened')] },
      gives: 3,
      query: { groupBy: 'kind' },
      byGroup: { 'order-tracked': 2, 'size-advised': 1 },
    },
  ],
  'active-accounts': [
    {
      says: 'count an account once',
      data: { hubEvents: [event('opened', 'a'), event('opened', 'a'), event('opened', 'b'), event('login', 'c')] },
      gives: 2,
    },
    { says: 'are 0 when nobody opened the hub', data: { hubEvents: [event('login')] }, gives: 0 },
    { says: 'are not measured without events', data: { accounts: [account('a')] }, gives: 'no-data' },
  ],
  'hub-revenue': [
    {
      says: 'is the lines that were put into the cart in the hub, no others',
      data: { hubEvents: [add('shoe', 1)], orders: [order('o', [line('shoe', 4000), line('hat', 900)])] },
      gives: 4000,
    },
    {
      says: 'is 0 when nothing was',
      data: { hubEvents: [add('shoe', 1, june(4))], orders: [order('o', [line('shoe', 4000)])] },
      gives: 0,
    },
    {
      says: 'counts at most the quantity added, rounded half up',
      data: { hubEvents: [add('shoe', 1)], orders: [order('o', [line('shoe', 1001, 2)])] },
      gives: 501,
    },
    {
      says: 'uses each addition once',
      data: {
        hubEvents: [add('shoe', 1)],
        orders: [order('o', [line('shoe', 100)]), order('p', [line('shoe', 70)], { at: june(4) })],
      },
      gives: 100,
    },
    {
      says: 'earns nothing from a cancelled order, whose addition is free again',
      data: {
        hubEvents: [add('shoe', 1)],
        orders: [
          order('o', [line('shoe', 100)], { cancelledAt: june(5) }),
          order('p', [line('shoe', 70)], { at: june(4) }),
        ],
      },
      gives: 70,
    },
    {
      says: 'before the cancellation still had the first',
      data: {
        hubEvents: [add('shoe', 1)],
        orders: [
          order('o', [line('shoe', 100)], { cancelledAt: june(5) }),
          order('p', [line('shoe', 70)], { at: june(4) }),
        ],
      },
      gives: 100,
      query: { now: june(4, '13:00') },
    },
    {
      says: 'asks for the same account',
      data: { hubEvents: [{ ...add('shoe', 1), accountId: 'other' }], orders: [order('o', [line('shoe', 100)])] },
      gives: 0,
    },
    {
      says: 'goes as far back as hubHours',
      data: {
        hubEvents: [add('shoe', 1, june(2))],
        orders: [
          order('o', [line('shoe', 100)], { at: june(3) }),
          order('p', [line('shoe', 1)], { at: june(3, '12:01') }),
        ],
      },
      gives: 100,
      settings: { hubHours: 24 },
    },
  ],
  'hub-logins': [
    { says: 'count every login', data: { hubEvents: [event('login'), event('login'), event('opened')] }, gives: 2 },
    { says: 'are 0 without any', data: { hubEvents: [event('opened')] }, gives: 0 },
    { says: 'go by their time', data: { hubEvents: [event('login', 'k', { at: before }), event('login')] }, gives: 1 },
  ],
  'inactive-accounts': [
    {
      says: 'are all − active ones',
      data: { accounts: [account('a'), account('b'), account('c')], hubEvents: [event('opened', 'a')] },
      gives: 2,
    },
    {
      says: 'are 0 when everybody opened it',
      data: { accounts: [account('a')], hubEvents: [event('opened', 'a'), event('opened', 'a')] },
      gives: 0,
    },
    { says: 'are not measured without events', data: { accounts: [account('a')] }, gives: 'no-data' },
  ],
  'signed-in-checkouts': [
    {
      says: 'count those of signed-in customers',
      data: { checkouts: [checkout('a', 100), checkout('b', 100, { signedIn: false }), checkout('c', 100)] },
      gives: 2,
    },
    { says: 'are 0 without any', data: { checkouts: [checkout('a', 100, { signedIn: false })] }, gives: 0 },
    {
      says: 'go by their completion',
      data: { checkouts: [checkout('a', 100, { completedAt: before }), checkout('b', 100)] },
      gives: 1,
    },
  ],
  'signed-in-order-value': [
    {
      says: 'is their mean total, not rounded',
      data: { checkouts: [checkout('a', 100), checkout('b', 101), checkout('c', 900, { signedIn: false })] },
      gives: 100.5,
    },
    { says: 'is null without any', data: { checkouts: [checkout('a', 100, { signedIn: false })] }, gives: null },
    { says: 'is 0 where they came to nothing', data: { checkouts: [checkout('a', 0)] }, gives: 0 },
  ],
};
