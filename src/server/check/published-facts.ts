/** Facts that everybody may load into an endpoint to have its numbers compared: small, made up, and with every corner of the contract. */
import type { AgentData } from '../../core/facts/agent-data.js';
import type { Article } from '../../core/facts/articles.js';
import type { Conversation, Handoff, Message } from '../../core/facts/conversations.js';
import type { Order } from '../../core/facts/orders.js';
import { DAY, HOUR, MINUTE } from '../../core/time/units.js';

/** The instant that stands for now in questions about them. */
export const PUBLISHED_NOW = '2026-04-10T12:00:00.000Z';

const COUNT = 42;
/** Two days before clocks change in Berlin; conversations follow each other every seven hours. */
const FIRST = Date.UTC(2026, 2, 27, 20, 30);
const STEP = 7 * HOUR + 11 * MINUTE;

const CHANNELS = ['web', 'whatsapp', 'sms', 'E-Mail', undefined];
const TAGS = ['returns', 'shipping', 'Größe', '', undefined, 'other'];
const QUESTIONS = [
  'Where is my parcel?',
  'Kann ich das Kleid zurückgeben?',
  '배송은 언제 오나요?',
  'Do you have these shoes in 42?',
  'STRASSE or Straße – which address?',
  'Café opening hours?',
];
const SKILLS = ['order-status', ['returns', 'order-status'], 'small-talk', undefined];

const iso = (ms: number): string => new Date(ms).toISOString();
const pick = <T>(list: readonly T[], index: number): T => list[index % list.length]!;

export function publishedFacts(): Required<
  Pick<AgentData, 'conversations' | 'orders' | 'articles' | 'skills' | 'currency' | 'timeZone'>
> {
  const conversations = Array.from({ length: COUNT }, (_, index) => toConversation(index));
  // An older version of the first one comes later, and does not count.
  return {
    conversations: [
      ...conversations,
      { ...conversations[0]!, tag: 'outdated', messages: conversations[0]!.messages!.slice(0, 1) },
    ],
    orders: Array.from({ length: 9 }, (_, index) => toOrder(index)),
    articles: ARTICLES,
    skills: ['order-status', 'returns', 'small-talk', 'never-used'],
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
  };
}

function toConversation(index: number): Conversation {
  const at = FIRST + index * STEP;
  const channel = pick(CHANNELS, index);
  const tag = pick(TAGS, index);
  return {
    id: `talk ${index + 1}/${pick(['a', 'ä', 'A'], index)}`,
    startedAt: index % 4 === 1 ? at : iso(at),
    ...(channel !== undefined && { channel }),
    ...(tag !== undefined && { tag }),
    ...(index % 3 === 0 && {
      region: pick(['north', 'south'], index),
      language: pick(['en', 'de', 'ko'], index),
      segment: pick(['new', 'vip'], index),
    }),
    ...(index % 5 === 0 && { assignee: 'Robin', page: pick(['/', '/sale?x=1&y=2'], index) }),
    ...toPerson(index),
    ...toContent(index, at),
    ...toDeeds(index, at),
  };
}

function toPerson(index: number): Partial<Conversation> {
  if (index % 6 === 5) return { visitorId: `visitor-${index % 4}` };
  if (index % 6 === 4) return { profile: `person-${index % 5}` };
  return index % 6 === 3
    ? {}
    : {
        profile: {
          id: `person-${index % 5}`,
          name: pick(['Ada', 'Björn', 'Chi'], index),
          email: `person-${index % 5}@shop.example`,
        },
      };
}

/** Messages, an empty list of them, or what stands in for them. */
function toContent(index: number, at: number): Partial<Conversation> {
  if (index % 10 === 7) return { messages: [] };
  if (index % 10 === 9)
    return { firstQuestion: pick(QUESTIONS, index), messageCount: index % 4, updatedAt: iso(at + 3 * MINUTE) };
  const messages: Message[] = index % 4 === 0 ? [{ at: iso(at), from: 'agent', text: 'Hello!', welcome: true }] : [];
  messages.push({ at: iso(at), from: 'visitor', text: pick(QUESTIONS, index) });
  if (index % 7 !== 6) {
    const skill = pick(SKILLS, index);
    messages.push({
      at: iso(at + (index % 5) * 1250),
      from: 'agent',
      text: 'Let me look.',
      ...(skill && { skill }),
      ...(index % 8 === 3 && { missed: true }),
      ...(index % 9 === 2 && { products: ['p1', 'p2'] }),
    });
  }
  if (index % 3 === 1) messages.push({ at: iso(at + 2 * MINUTE), from: 'visitor', text: 'Thank you!' });
  if (index % 11 === 10)
    messages.push({ at: iso(at + 50 * HOUR), from: 'human', text: 'This is Robin.', author: 'Robin' });
  return { messages };
}

function toDeeds(index: number, at: number): Partial<Conversation> {
  const handoff: Handoff = {
    at: iso(at + 4 * MINUTE),
    by: index % 2 === 0 ? 'ticket' : 'message',
    ...(index % 12 === 8 && { accepted: false }),
  };
  return {
    ...(index % 4 === 0 && { handoffs: index % 8 === 0 ? [] : [handoff] }),
    ...(index % 3 === 2 && { closedAt: iso(at + 30 * MINUTE), closedBy: index % 2 === 0 ? 'visitor' : 'inactivity' }),
    ...(index % 5 === 1 && {
      clicks: [
        { at: iso(at + 5 * MINUTE), productId: pick(['p1', 'p2'], index) },
        { at: iso(at + 26 * HOUR), url: 'https://shop.example/p3' },
      ],
    }),
    ...(index % 9 === 4 && { cartAdds: [{ at: iso(at + 6 * MINUTE), productId: 'p1', quantity: 1 + (index % 3) }] }),
    ...(index % 6 === 2 && { rating: { value: pick([1, 2, 3, 4, 5] as const, index), at: iso(at + HOUR) } }),
    ...(index % 7 === 2 && { goals: ['booked', pick(['signed-up', 'called'], index)] }),
    ...(index % 13 === 12 && { status: 'open' as const }),
  };
}

function toOrder(index: number): Order {
  const talk = index * 5 + 1;
  const at = FIRST + talk * STEP + pick([10 * MINUTE, 24 * HOUR + 5 * MINUTE, DAY + 6 * MINUTE, 4 * DAY], index);
  return {
    id: `order-${index}`,
    at: iso(at),
    ...(index % 2 === 0
      ? { profileId: `person-${talk % 5}` }
      : { conversationId: `talk ${talk + 1}/${pick(['a', 'ä', 'A'], talk)}` }),
    ...(index === 4 && { cancelledAt: iso(at + HOUR) }),
    items: [
      { productId: pick(['p1', 'p2'], talk), amount: 1999 + index },
      ...(index % 3 === 0 ? [{ productId: 'p3', amount: 1, quantity: 2 }] : []),
    ],
  };
}

const ARTICLES: Article[] = [
  { id: 'returns', title: 'Returns', body: 'Send it back within 30 days.', updatedAt: '2026-01-01T00:00:00Z' },
  { id: 'shipping', title: 'Shipping', body: 'Parcels take two days.', url: 'https://shop.example/help/shipping' },
];
