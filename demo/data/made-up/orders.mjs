/** Orders: some after a click in a conversation, inside its window or not, and some out of the blue. */
import { endMs, hourMs, liveSince, secondMs, toInstant } from './calendar.mjs';
import { products } from './products.mjs';

const windowHours = new Map([['sms', 120]]);
const prices = new Map(products.map(({ id, price }) => [id, price]));

function toItem(chance, productId) {
  const quantity = chance.weighted([[1, 82], [2, 14], [3, 4]]);
  return { productId, amount: prices.get(productId) * quantity, quantity };
}

/** From click to order: mostly soon, sometimes days later, now and then at the very edge of the window. */
function drawLag(chance, channel) {
  const windowMs = (windowHours.get(channel) ?? 24) * hourMs;
  const lags = [
    [() => chance.whole(30, 5400) * secondMs, 52], [() => chance.whole(5400, 86000) * secondMs, 24],
    [() => chance.whole(86401, 431000) * secondMs, 12], [() => chance.whole(432001, 1200000) * secondMs, 7],
    [() => windowMs, 3], [() => windowMs + secondMs, 2],
  ];
  return chance.weighted(lags)();
}

/** Who ordered: the profile's id, or the conversation itself where nothing is known. */
const toBuyer = ({ profile, id }) => (profile?.id ? { profileId: profile.id } : { conversationId: id });

/** The clicked product, or at times only another one; with or without company. */
function drawItems(chance, productId) {
  const own = chance.happens(0.88) ? [toItem(chance, productId)] : [];
  const twice = own.length > 0 && chance.happens(0.06) ? [toItem(chance, productId)] : [];
  const others = Array.from({ length: own.length === 0 ? 1 : chance.weighted([[0, 60], [1, 28], [2, 12]]) }, () => toItem(chance, chance.pick(products).id));
  return [...own, ...twice, ...others];
}

/** Some orders are cancelled within three days. */
function drawCancelling(chance, atMs) {
  const cancelledMs = atMs + chance.whole(600, 3 * 86400) * secondMs;
  return chance.happens(0.08) && cancelledMs <= endMs ? { cancelledAt: toInstant(cancelledMs) } : {};
}

function orderAfterClick(chance, conversation, click) {
  const atMs = Date.parse(click.at) + drawLag(chance, conversation.channel);
  return { at: toInstant(atMs), ...toBuyer(conversation), items: drawItems(chance, click.productId), ...drawCancelling(chance, atMs) };
}

/** An order without a click, weeks before or after the conversation. */
function orderAnyway(chance, conversation) {
  const atMs = Date.parse(conversation.startedAt) + chance.whole(-20 * 24, 20 * 24) * hourMs + chance.whole(0, 3599) * secondMs;
  return { at: toInstant(atMs), ...toBuyer(conversation), items: drawItems(chance, chance.pick(products).id), ...drawCancelling(chance, atMs) };
}

function ordersOf(chance, conversation) {
  const clicks = (conversation.clicks ?? []).filter(({ productId }) => productId);
  const bought = clicks.filter(() => chance.happens(0.5)).map((click) => orderAfterClick(chance, conversation, click));
  return chance.happens(0.12) ? [...bought, orderAnyway(chance, conversation)] : bought;
}

const isInTime = ({ at }, since) => Date.parse(at) <= endMs && at >= since;
const byTime = (a, b) => Date.parse(a.at) - Date.parse(b.at);

/** The orders of all these conversations, earliest first, from an instant on. */
export function createOrders(chance, conversations, since = liveSince) {
  const orders = conversations.flatMap((conversation) => ordersOf(chance, conversation)).filter((order) => isInTime(order, since)).sort(byTime);
  return orders.map((order, index) => ({ id: `order-${10001 + index}`, ...order }));
}
