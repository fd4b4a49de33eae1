/** Facts as engines get them: plain and whole conversations, later versions, texts in many scripts. */
import fc from 'fast-check';
import type { Article } from '../../../src/core/facts/articles.js';
import type { Conversation } from '../../../src/core/facts/conversations.js';
import type { Order } from '../../../src/core/facts/orders.js';

export const START = Date.UTC(2026, 2, 27);
export const RANGE = { from: '2026-03-26', to: '2026-04-01', timeZone: 'Europe/Berlin' } as const;

/** Few instants, so that many things happen at once. */
export const instant = fc.integer({ min: -60, max: 400 }).map((steps) => START + steps * 1_200_000);
const maybe = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 2, arbitrary: value }, { weight: 1, arbitrary: fc.constantFrom(undefined, null) });
const list = <T>(value: fc.Arbitrary<T>, maxLength = 4) => fc.array(value, { maxLength });
const many = <T>(value: fc.Arbitrary<T>) => fc.array(value, { maxLength: 40, size: 'medium' });
const product = fc.constantFrom('shoe', 'hat');

const WORDS = [
  'Where is my Order?',
  'ORDER',
  'İstanbul',
  'ısı',
  'straße',
  'STRASSE',
  'Ärger',
  'A\u0308rger',
  'café',
  'ﬁne print',
  '注文はどこ',
  'ｶﾞｰﾄﾞ',
  '한국어',
  'مرحبا بك',
  'ΣΊΣΥΦΟΣ',
  '🙂 hello 👩‍👩‍👧',
  '\ud83d',
  '\ude42x',
  'a\ud83d',
  '\u0301',
  ' ',
  '',
  '\u0000',
];
export const text = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 3 }).map((words) => words.join('')),
);
/** Parts of what is said, cut anywhere. */
export const phrase = fc.oneof(
  fc.constant(''),
  fc.constantFrom('order', 'ß', 'ss', 'ä', 'c1', '🙂', '문', 'ー'),
  fc
    .tuple(text, fc.nat(6), fc.integer({ min: 1, max: 5 }))
    .map(([word, start, length]) => word.slice(start, start + length)),
);
const id = fc.oneof(
  fc.nat(30).map((number) => `c${String(number).padStart(2, '0')}`),
  fc.constantFrom('ä1', '🙂', '\ud83d', 'C1', 'c1é', 'ab', 'aB'),
);
const some = fc.constantFrom('a', 'B', 'b', 'Ä', '', 'ä', 'sms', 'z');

const own = {
  plan: maybe(some),
  score: maybe(fc.integer({ min: -3, max: 5 })),
  cost: maybe(fc.integer({ min: -40, max: 40 }).map((quarters) => quarters / 4)),
};
const fields = {
  channel: maybe(some),
  tag: maybe(some),
  region: maybe(some),
  language: maybe(some),
  segment: maybe(some),
  assignee: maybe(some),
  page: maybe(some),
  status: maybe(fc.constantFrom('resolved', 'routed', 'closed', 'open')),
  visitorId: maybe(fc.constantFrom('p1', 'v2', '')),
  closedBy: maybe(fc.constantFrom('visitor', 'inactivity')),
  firstQuestion: maybe(text),
  messageCount: maybe(fc.oneof(fc.nat(9), fc.constant(2 ** 40))),
  updatedAt: maybe(instant),
  ...own,
};
const message = fc.record(
  {
    at: instant,
    from: fc.constantFrom('visitor', 'agent', 'human'),
    text,
    skill: maybe(fc.oneof(some, list(some, 2))),
    missed: maybe(fc.boolean()),
    welcome: maybe(fc.boolean()),
    products: maybe(list(product, 2)),
  },
  { requiredKeys: ['at', 'from', 'text'] },
);
const inner = {
  messages: maybe(list(message, 6)),
  closedAt: maybe(instant),
  goals: maybe(list(some, 3)),
  handoffs: maybe(
    list(
      fc.record(
        { at: instant, by: fc.constantFrom('ticket', 'message'), accepted: maybe(fc.boolean()) },
        { requiredKeys: ['at', 'by'] },
      ),
      2,
    ),
  ),
  clicks: maybe(
    list(fc.record({ at: instant, productId: maybe(product), url: maybe(some) }, { requiredKeys: ['at'] })),
  ),
  cartAdds: maybe(list(fc.record({ at: instant, productId: product, quantity: fc.nat(5) }))),
  rating: maybe(fc.record({ at: instant, value: fc.integer({ min: 1, max: 5 }) })),
  profile: maybe(
    fc.oneof(
      fc.constantFrom('p1', 'p2', ''),
      fc.record(
        { id: maybe(fc.constantFrom('p1', 'p3')), name: maybe(text), email: maybe(text), phone: maybe(text) },
        { requiredKeys: [] },
      ),
    ),
  ),
};

const plain = fc.record(
  { id, startedAt: instant, ...fields, profile: maybe(fc.constantFrom('p1', 'p2', '')) },
  { requiredKeys: ['id', 'startedAt'] },
);
const whole = fc.record({ id, startedAt: instant, ...fields, ...inner }, { requiredKeys: ['id', 'startedAt'] });

export const conversations = fc.oneof(
  many(fc.oneof(plain, whole)),
  many(plain),
  many(whole),
) as unknown as fc.Arbitrary<Conversation[]>;

export const orders = list(
  fc.record(
    {
      id: fc.constantFrom('o1', 'o2', 'o3', 'o4'),
      at: instant,
      profileId: maybe(fc.constantFrom('p1', 'p2', 'p3')),
      conversationId: maybe(id),
      cancelledAt: maybe(instant),
      items: list(fc.record({ productId: product, amount: fc.integer({ min: -500, max: 5000 }) }), 3),
    },
    { requiredKeys: ['id', 'at', 'items'] },
  ),
  6,
) as unknown as fc.Arbitrary<Order[]>;

export const articles: fc.Arbitrary<Article[]> = fc
  .uniqueArray(fc.constantFrom('a1', 'a2'))
  .map((ids) => ids.map((one) => ({ id: one, title: one })));

const attribution = {
  default: { touch: 'click', hours: 24 },
  byChannel: { a: { touch: 'message', hours: 200 } },
} as const;
const goals = {
  high: { score: { atLeast: 2 } },
  b: { tag: ['b', 'B'] },
  sold: { attributedItems: { atLeast: 1 } },
  asked: { visitorMessages: { atLeast: 2 } },
  twice: { goal: 'a' },
};
export const settings = fc.constantFrom(
  {},
  { inactivityHours: 1 },
  { attribution, goals },
  { goals, inactivityHours: 5, minutesSavedPerConversation: 3 },
);

export const now = fc.oneof(instant, fc.constant(Date.UTC(2026, 5, 1)));
/** One by one too, so that small shards are put together. */
export const splits = fc.oneof(fc.array(fc.nat(6), { maxLength: 12 }), fc.constant(new Array<number>(40).fill(1)));
