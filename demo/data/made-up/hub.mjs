/** The hub of people's accounts: who opens it, what they do there, what they put in the cart, order and pay. */
import { endMs, hourMs, minuteMs, secondMs, toInstant } from './calendar.mjs';
import { products } from './products.mjs';
import { drawYear } from './year.mjs';

const interactions = [['order-tracked', 52], ['return-started', 18], ['help-clicked', 13], ['coupon-requested', 10], ['chat-started', 7]];
const prices = new Map(products.map(({ id, price }) => [id, price]));
const isPast = (ms) => ms <= endMs;

function toItem(chance, productId, quantity = 1) {
  return { productId, amount: prices.get(productId) * quantity, quantity };
}

/** One visit: opened, perhaps signed in anew, some interactions, perhaps a product in the cart. */
function visit(chance, atMs, accountId) {
  let ms = atMs;
  const next = () => toInstant((ms += chance.whole(15, 200) * secondMs));
  const events = [
    ...(chance.happens(0.45) ? [{ at: toInstant(ms), accountId, kind: 'login' }] : []), { at: next(), accountId, kind: 'opened' },
    ...Array.from({ length: chance.weighted([[0, 46], [1, 38], [2, 16]]) }, () => ({ at: next(), accountId, kind: chance.weighted(interactions) })),
  ];
  const added = chance.happens(0.22) ? { productId: chance.pick(products).id, quantity: chance.weighted([[1, 86], [2, 14]]) } : undefined;
  return { events: [...events, ...(added ? [{ at: next(), accountId, kind: 'cart-added', ...added }] : [])].filter(({ at }) => isPast(Date.parse(at))), added, endedMs: ms };
}

/** What was put into the cart, with or without company; now and then something else altogether. */
function orderAfter(chance, { added, endedMs }, accountId) {
  const atMs = endedMs + chance.whole(2, 40 * 60) * minuteMs;
  if (!chance.happens(0.58) || !isPast(atMs)) return [];
  const company = Array.from({ length: chance.weighted([[0, 55], [1, 30], [2, 15]]) }, () => toItem(chance, chance.pick(products).id));
  const cancelledMs = atMs + chance.whole(1, 60) * hourMs;
  return [{
    at: toInstant(atMs), accountId, items: [toItem(chance, added.productId, chance.happens(0.93) ? added.quantity : added.quantity + 1), ...company],
    ...(chance.happens(0.05) && isPast(cancelledMs) && { cancelledAt: toInstant(cancelledMs) }),
  }];
}

const totalOf = ({ items }) => items.reduce((sum, { amount }) => sum + amount, 0);

/** Accounts, their visits, orders, and every completed checkout of the shop, signed in or not. */
export function createHub(chance) {
  const accounts = drawYear(chance, 1400, { growth: 0.8 }).map((ms, index) => ({ id: `account-${index + 1}`, createdAt: toInstant(ms) }));
  const created = accounts.map(({ createdAt }) => Date.parse(createdAt));
  const visits = drawYear(chance, 6400, { growth: 1.6 }).flatMap((ms) => {
    const known = created.findLastIndex((at) => at <= ms) + 1;
    if (known === 0) return [];
    const accountId = accounts[Math.floor(chance.next() ** 1.4 * known)].id;
    return [{ accountId, ...visit(chance, ms, accountId) }];
  });
  const orders = visits.flatMap(({ accountId, ...told }) => (told.added ? orderAfter(chance, told, accountId) : [])).sort((a, b) => (a.at < b.at ? -1 : 1)).map((order, index) => ({ id: `hub-order-${index + 1}`, ...order }));
  const elsewhere = drawYear(chance, 4800, { growth: 0.7 }).map((ms) => {
    const signedIn = chance.happens(0.34);
    const items = Array.from({ length: chance.weighted(signedIn ? [[1, 40], [2, 35], [3, 25]] : [[1, 58], [2, 30], [3, 12]]) }, () => toItem(chance, chance.pick(products).id));
    return { completedAt: toInstant(ms), ...(signedIn && { accountId: chance.pick(accounts).id }), signedIn, total: totalOf({ items }) };
  });
  const ordered = orders.map((order) => ({ completedAt: order.at, accountId: order.accountId, signedIn: true, total: totalOf(order) }));
  const checkouts = [...ordered, ...elsewhere].sort((a, b) => (a.completedAt < b.completedAt ? -1 : 1)).map((checkout, index) => ({ id: `checkout-${index + 1}`, ...checkout }));
  const hubEvents = visits.flatMap(({ events }) => events).sort((a, b) => (a.at < b.at ? -1 : 1)).map((event, index) => ({ id: `hub-${index + 1}`, ...event }));
  return { accounts, hubEvents, orders, checkouts };
}
