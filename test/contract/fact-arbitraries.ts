/** Records of every fact as they may come: whole, with wrong parts, or as anything at all. */
import fc from 'fast-check';
import type { FactName } from '../../src/core/facts/registry.js';

export const nastyKeys = fc.constantFrom(
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '',
  'id',
  'at',
  'length',
  '0',
);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom('', 'sms', '__proto__', 'null', '\u0000'),
);
const instant = fc.oneof(
  fc.constantFrom(
    '2026-06-01T08:00:00Z',
    '2026-06-01T10:00+02:00',
    '1990-01-01T00:00:00Z',
    '2099-12-31T23:59:59.999Z',
    631152000000,
    1780000000000,
    1780000000000.5,
  ),
  fc.date({ noInvalidDate: true, min: new Date('1990-01-01'), max: new Date('2090-01-01') }),
);
const whole = fc.oneof(fc.nat(1000), fc.constantFrom(0, -0, Number.MAX_SAFE_INTEGER));
const maybe = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: value }, { weight: 1, arbitrary: fc.constantFrom(null, undefined) });
const list = <T>(value: fc.Arbitrary<T>) => fc.array(value, { maxLength: 3 });
const object = (
  required: Record<string, fc.Arbitrary<unknown>>,
  optional: Record<string, fc.Arbitrary<unknown>>,
): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(
    { ...required, ...Object.fromEntries(Object.entries(optional).map(([name, value]) => [name, maybe(value)])) },
    { requiredKeys: Object.keys(required) },
  );
const number = fc.double({ noNaN: true, noDefaultInfinity: true });
const id = fc.string({ minLength: 1, maxLength: 4 });

const message = object(
  { at: instant, from: fc.constantFrom('visitor', 'agent', 'human'), text },
  {
    author: text,
    skill: fc.oneof(text, list(text)),
    missed: fc.boolean(),
    welcome: fc.boolean(),
    products: list(text),
    links: list(text),
    masked: fc.constant(true),
  },
);

export const validRecords: Record<FactName, fc.Arbitrary<Record<string, unknown>>> = {
  conversations: object(
    { id, startedAt: instant },
    {
      channel: text,
      messages: list(message),
      firstQuestion: text,
      messageCount: whole,
      updatedAt: instant,
      profile: fc.oneof(text, object({}, { id: text, name: text, email: text, phone: text })),
      visitorId: text,
      tag: text,
      region: text,
      language: text,
      segment: text,
      assignee: text,
      page: text,
      status: fc.constantFrom('resolved', 'routed', 'closed', 'open'),
      closedAt: instant,
      closedBy: fc.constantFrom('visitor', 'inactivity'),
      handoffs: list(
        object({ at: instant, by: fc.constantFrom('ticket', 'message') }, { accepted: fc.boolean(), reason: text }),
      ),
      clicks: list(object({ at: instant }, { productId: text, url: text })),
      cartAdds: list(object({ at: instant, productId: text, quantity: whole }, {})),
      goals: list(text),
      rating: object(
        { value: fc.integer({ min: 1, max: 5 }), at: instant },
        {
          comment: text,
          aspects: fc.dictionary(fc.oneof(text, nastyKeys), fc.double({ noNaN: true, noDefaultInfinity: true })),
        },
      ),
      unknownField: fc.jsonValue(),
    },
  ),
  orders: object(
    {
      id,
      at: instant,
      items: list(object({ productId: text, amount: fc.oneof(fc.integer(), fc.constant(-0)) }, { quantity: whole })),
    },
    {
      profileId: text,
      conversationId: text,
      accountId: text,
      cancelledAt: instant,
      updatedAt: instant,
    },
  ),
  articles: object({ id, title: text }, { body: text, url: text, updatedAt: instant }),
  tickets: object(
    { id, createdAt: instant },
    {
      subject: text,
      messages: list(
        object(
          { at: instant, from: fc.constantFrom('customer', 'agent', 'note') },
          { author: text, text, masked: fc.constant(true) },
        ),
      ),
      assignments: list(object({ at: instant, agent: text }, {})),
      resolutions: list(instant),
      reopenings: list(instant),
      escalations: list(object({ at: instant, reason: fc.constantFrom('sla', 'other') }, {})),
      firstResponseDueAt: instant,
      resolutionDueAt: instant,
      firstAssignedAt: instant,
      firstResponseAt: instant,
      resolvedAt: instant,
      type: text,
      channel: text,
      network: text,
      region: text,
      agent: text,
      segment: text,
      priority: text,
      updatedAt: instant,
    },
  ),
  surveys: object(
    { id, kind: fc.constantFrom('csat', 'nps', 'ces') },
    {
      sentAt: instant,
      answeredAt: instant,
      value: number,
      scale: fc.nat(10),
      positive: fc.boolean(),
      comment: text,
      ticketId: text,
      agent: text,
      customerId: text,
      segment: text,
      region: text,
      updatedAt: instant,
    },
  ),
  customers: object(
    { id, startedAt: instant },
    { lostAt: instant, lostReason: text, segment: text, tier: text, industry: text, region: text, updatedAt: instant },
  ),
  discounts: object(
    { id, at: instant, value: fc.integer() },
    { kind: text, accepted: fc.boolean(), updatedAt: instant },
  ),
  accounts: object({ id, createdAt: instant }, { updatedAt: instant }),
  hubEvents: object(
    { at: instant, accountId: id, kind: id },
    { id, productId: text, quantity: whole, updatedAt: instant },
  ),
  checkouts: object(
    { id, completedAt: instant, signedIn: fc.boolean(), total: fc.integer() },
    { accountId: text, updatedAt: instant },
  ),
  articleVisits: object(
    { at: instant, articleId: id, session: id },
    { id, seconds: fc.double({ min: 0, max: 1e6, noNaN: true }), interacted: fc.boolean(), updatedAt: instant },
  ),
  articleVotes: object(
    { at: instant, articleId: id, value: fc.constantFrom('up', 'down') },
    { id, updatedAt: instant },
  ),
  forumTopics: object({ id, at: instant }, { solvedAt: instant, updatedAt: instant }),
  forumPosts: object({ at: instant, topicId: id }, { id, updatedAt: instant }),
  socialPosts: object(
    { id, at: instant, network: text },
    { likes: whole, reposts: whole, positiveReplies: whole, positiveMentions: whole, updatedAt: instant },
  ),
};

/** Values that stand where others belong. */
export const oddValues: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    NaN,
    Infinity,
    -Infinity,
    -0,
    0,
    -1,
    0.5,
    1e21,
    2 ** 53,
    1e10,
    'visitor',
    '',
    'soon',
    '2026-02-30T00:00:00Z',
    true,
    false,
    5n,
    Symbol.iterator,
    new Date(NaN),
    new Date(0),
    [],
    {},
    [null],
    { at: 1 },
    Object.create(null),
    new Map(),
    () => 1,
  ),
  fc.jsonValue(),
  fc.dictionary(nastyKeys, fc.jsonValue()),
);

/** The record with one part, at any depth, put in place of another or taken away. */
export function withOddPart(record: unknown, steps: readonly number[], odd: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined || typeof record !== 'object' || record === null || record instanceof Date) return odd;
  const keys = Object.keys(record);
  if (keys.length === 0) return odd;
  const key = keys[step % keys.length]!;
  const changed = withOddPart((record as Record<string, unknown>)[key], rest, odd);
  if (Array.isArray(record)) return record.map((part: unknown, index) => (String(index) === key ? changed : part));
  return Object.defineProperty({ ...record }, key, {
    value: changed,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}
