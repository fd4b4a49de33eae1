/** What a record of the facts beside conversations must look like. */
import * as z from 'zod/mini';
import type { RecordFactName } from '../core/record-facts.js';
import { id, instant, maybe, text, wholeFromZero } from './schema-parts.js';

const versioned = { updatedAt: maybe(instant) };
const optionalId = { id: maybe(id) };
const numberFromZero = z.number().check(z.minimum(0));

const ticketSchema = z.object({
  id,
  createdAt: instant,
  subject: maybe(text),
  messages: maybe(z.array(z.object({ at: instant, from: z.enum(['customer', 'agent', 'note']), author: maybe(text), text: maybe(text), masked: maybe(z.literal(true)) }))),
  assignments: maybe(z.array(z.object({ at: instant, agent: text }))),
  resolutions: maybe(z.array(instant)),
  reopenings: maybe(z.array(instant)),
  escalations: maybe(z.array(z.object({ at: instant, reason: z.enum(['sla', 'other']) }))),
  firstResponseDueAt: maybe(instant),
  resolutionDueAt: maybe(instant),
  firstAssignedAt: maybe(instant),
  firstResponseAt: maybe(instant),
  resolvedAt: maybe(instant),
  type: maybe(text),
  channel: maybe(text),
  network: maybe(text),
  region: maybe(text),
  agent: maybe(text),
  segment: maybe(text),
  priority: maybe(text),
  ...versioned,
});

const surveySchema = z.object({
  id,
  kind: z.enum(['csat', 'nps', 'ces']),
  sentAt: maybe(instant),
  answeredAt: maybe(instant),
  value: maybe(z.number()),
  scale: maybe(numberFromZero),
  positive: maybe(z.boolean()),
  comment: maybe(text),
  ticketId: maybe(text),
  agent: maybe(text),
  customerId: maybe(text),
  segment: maybe(text),
  region: maybe(text),
  ...versioned,
});

const customerSchema = z.object({
  id, startedAt: instant, lostAt: maybe(instant), lostReason: maybe(text), segment: maybe(text), tier: maybe(text), industry: maybe(text), region: maybe(text), ...versioned,
});

const hubEventSchema = z.object({ ...optionalId, at: instant, accountId: id, kind: id, productId: maybe(text), quantity: maybe(wholeFromZero), ...versioned });

/** By the names of the lists in `AgentData`. */
export const RECORD_SCHEMAS = {
  tickets: ticketSchema,
  surveys: surveySchema,
  customers: customerSchema,
  discounts: z.object({ id, at: instant, kind: maybe(text), value: z.int(), accepted: maybe(z.boolean()), ...versioned }),
  accounts: z.object({ id, createdAt: instant, ...versioned }),
  hubEvents: hubEventSchema,
  checkouts: z.object({ id, completedAt: instant, accountId: maybe(text), signedIn: z.boolean(), total: z.int(), ...versioned }),
  articleVisits: z.object({ ...optionalId, at: instant, articleId: id, session: id, seconds: maybe(numberFromZero), interacted: maybe(z.boolean()), ...versioned }),
  articleVotes: z.object({ ...optionalId, at: instant, articleId: id, value: z.enum(['up', 'down']), ...versioned }),
  forumTopics: z.object({ id, at: instant, solvedAt: maybe(instant), ...versioned }),
  forumPosts: z.object({ ...optionalId, at: instant, topicId: id, ...versioned }),
  socialPosts: z.object({
    id, at: instant, network: text, likes: maybe(wholeFromZero), reposts: maybe(wholeFromZero), positiveReplies: maybe(wholeFromZero), positiveMentions: maybe(wholeFromZero), ...versioned,
  }),
} as const satisfies Record<RecordFactName, z.ZodMiniType>;
