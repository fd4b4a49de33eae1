/** Customers, what they answered when they were asked, and what they were given. */
import { dayMs, endMs, hourMs, minuteMs, toInstant } from './calendar.mjs';
import { surveyDays } from './tickets.mjs';
import { drawYear, isBadWeek, yearStartMs } from './year.mjs';

const regions = [['DE', 46], ['AT', 12], ['CH', 9], ['NL', 9], ['GB', 16], ['FI', 4], ['KR', 4]];
const segments = [['consumer', 66], ['club', 20], ['business', 14]];
const tiers = [['bronze', 58], ['silver', 30], ['gold', 12]];
const industries = [['sports-club', 34], ['school', 22], ['travel', 26], ['retail', 18]];
const reasons = [['price', 34], ['service', 18], ['range', 20], ['moved', 10], ['no-need', 18]];
const csatComments = new Map([[5, ['Quick and friendly.', 'Perfect.']], [4, ['Good.']], [3, ['It took a while.']], [2, ['I had to ask three times.']], [1, ['Nobody helped.']]]);
const npsComments = { promoter: ['Great gear, kind people.', 'I tell all my friends.'], passive: ['All right.'], detractor: ['Deliveries are late.', 'Too dear by now.'] };
const isPast = (ms) => ms <= endMs;

export function createCustomers(chance, count) {
  return Array.from({ length: count }, (_, index) => {
    const startedMs = chance.happens(0.55) ? yearStartMs - chance.whole(10, 900) * dayMs : yearStartMs + chance.whole(0, 425) * dayMs;
    const lostMs = Math.max(startedMs, yearStartMs) + chance.whole(20, 420) * dayMs;
    const segment = chance.weighted(segments);
    const isLost = chance.happens(segment === 'business' ? 0.1 : 0.2) && isPast(lostMs);
    return {
      id: `customer-${index + 1}`, startedAt: toInstant(startedMs), ...(isLost && { lostAt: toInstant(lostMs), lostReason: chance.weighted(reasons) }),
      segment, tier: chance.weighted(tiers), ...(segment === 'business' && { industry: chance.weighted(industries) }), region: chance.weighted(regions),
    };
  });
}

/** One after most solved tickets, some of them answered. */
function askAfterTickets(chance, tickets, careOf, customers) {
  return tickets.flatMap((ticket) => {
    const solvedAt = ticket.resolutions.at(-1);
    if (!solvedAt || !chance.happens(0.8)) return [];
    const sentMs = Date.parse(solvedAt) + 30 * minuteMs;
    const answeredMs = sentMs + chance.whole(10, surveyDays / minuteMs) * minuteMs;
    const spoilt = (isBadWeek(Date.parse(ticket.createdAt)) ? 0.35 : 0) + (ticket.reopenings.length > 0 ? 0.25 : 0);
    const isHappy = chance.happens(careOf.get(ticket.id) - spoilt);
    const value = chance.weighted(isHappy ? [[5, 62], [4, 38]] : [[3, 40], [2, 32], [1, 28]]);
    return [{
      kind: 'csat', ticketId: ticket.id, customerId: chance.pick(customers).id, segment: ticket.segment, region: ticket.region, sentAt: toInstant(sentMs),
      ...(chance.happens(0.44) && isPast(answeredMs) && { answeredAt: toInstant(answeredMs), value, ...(chance.happens(0.3) && { comment: chance.pick(csatComments.get(value)) }) }),
    }];
  }).filter(({ sentAt }) => isPast(Date.parse(sentAt)));
}

const npsValues = (tier) => (tier === 'gold' ? [[10, 34], [9, 26], [8, 20], [7, 10], [6, 6], [4, 4]] : [[10, 18], [9, 20], [8, 22], [7, 16], [6, 10], [5, 6], [3, 5], [0, 3]]);

/** Asked out of the blue: would you recommend us, and was it easy? */
function askCustomers(chance, customers, kind, count) {
  return drawYear(chance, count).map((sentMs) => {
    const { id, tier } = chance.pick(customers);
    const answeredMs = sentMs + chance.whole(1, 96) * hourMs;
    const value = kind === 'nps' ? Math.max(0, chance.weighted(npsValues(tier)) - (isBadWeek(sentMs) ? 3 : 0)) : chance.weighted([[7, 26], [6, 28], [5, 20], [4, 12], [3, 7], [2, 4], [1, 3]]);
    const mood = value >= 9 ? 'promoter' : value >= 7 ? 'passive' : 'detractor';
    const comment = kind === 'nps' && chance.happens(0.35) ? { comment: chance.pick(npsComments[mood]) } : {};
    return { kind, customerId: id, sentAt: toInstant(sentMs), ...(chance.happens(0.36) && isPast(answeredMs) && { answeredAt: toInstant(answeredMs), value, ...comment }) };
  });
}

export function createSurveys(chance, { tickets, careOf, customers }) {
  const all = [...askAfterTickets(chance, tickets, careOf, customers), ...askCustomers(chance, customers, 'nps', 2200), ...askCustomers(chance, customers, 'ces', 1300)];
  return all.map((survey, index) => ({ id: `survey-${index + 1}`, ...survey }));
}

const discountKinds = [['coupon', 46], ['free-shipping', 28], ['store-credit', 16], ['gift', 10]];

export function createDiscounts(chance, count) {
  return drawYear(chance, count, { bad: 2.5 }).map((ms, index) => {
    const kind = chance.weighted(discountKinds);
    const value = kind === 'free-shipping' ? 390 : chance.whole(2, 12) * 250;
    return { id: `discount-${index + 1}`, at: toInstant(ms), kind, value, accepted: chance.happens(kind === 'gift' ? 0.9 : 0.62) };
  });
}
