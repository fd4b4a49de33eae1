/** What a record of each fact must look like. The one description behind checks of supplied data, the endpoint's contract and its documentation. */
import * as z from 'zod/mini';
import { STATUSES } from '../core/status/conversation-status.js';
import { RECORD_SCHEMAS } from './record-schemas.js';
import { id, maybe, maybeInstant, recordInstant, text, texts, wholeFromZero } from './schema-parts.js';

export const profileSchema = z.object({ id: maybe(text), name: maybe(text), email: maybe(text), phone: maybe(text) });

export const messageSchema = z.object({
  at: recordInstant,
  from: z.enum(['visitor', 'agent', 'human']),
  text,
  author: maybe(text),
  skill: maybe(z.union([text, texts])),
  missed: maybe(z.boolean()),
  welcome: maybe(z.boolean()),
  products: maybe(texts),
  links: maybe(texts),
  masked: maybe(z.literal(true)),
});

export const handoffSchema = z.object({ at: recordInstant, by: z.enum(['ticket', 'message']), accepted: maybe(z.boolean()), reason: maybe(text) });
export const clickSchema = z.object({ at: recordInstant, productId: maybe(text), url: maybe(text) });
export const cartAddSchema = z.object({ at: recordInstant, productId: text, quantity: wholeFromZero });
export const ratingSchema = z.object({ value: z.literal([1, 2, 3, 4, 5]), at: recordInstant, comment: maybe(text), aspects: maybe(z.record(z.string(), z.number())) });

export const conversationSchema = z.object({
  id,
  startedAt: recordInstant,
  channel: maybe(text),
  messages: maybe(z.array(messageSchema)),
  firstQuestion: maybe(text),
  messageCount: maybe(wholeFromZero),
  updatedAt: maybeInstant,
  profile: maybe(z.union([text, profileSchema])),
  visitorId: maybe(text),
  tag: maybe(text),
  region: maybe(text),
  language: maybe(text),
  segment: maybe(text),
  assignee: maybe(text),
  page: maybe(text),
  status: maybe(z.enum(STATUSES)),
  closedAt: maybeInstant,
  closedBy: maybe(z.enum(['visitor', 'inactivity'])),
  handoffs: maybe(z.array(handoffSchema)),
  clicks: maybe(z.array(clickSchema)),
  cartAdds: maybe(z.array(cartAddSchema)),
  goals: maybe(texts),
  rating: maybe(ratingSchema),
});

export const orderSchema = z.object({
  id,
  at: recordInstant,
  profileId: maybe(text),
  conversationId: maybe(text),
  accountId: maybe(text),
  cancelledAt: maybeInstant,
  updatedAt: maybeInstant,
  items: z.array(z.object({ productId: text, amount: z.int(), quantity: maybe(wholeFromZero) })),
});

export const articleSchema = z.object({ id, title: text, body: maybe(text), url: maybe(text), updatedAt: maybeInstant });

/** Facts by the name of their list in `AgentData`. */
export const FACT_SCHEMAS = { conversations: conversationSchema, orders: orderSchema, articles: articleSchema, ...RECORD_SCHEMAS } as const;
export type FactName = keyof typeof FACT_SCHEMAS;
export const FACT_NAMES = Object.keys(FACT_SCHEMAS) as readonly FactName[];

export function isFactName(name: string): name is FactName {
  return Object.hasOwn(FACT_SCHEMAS, name);
}
