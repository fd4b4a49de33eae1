/** What a record of the facts beside conversations must look like. */
import * as z from 'zod/mini';
import type { RecordFactName } from '../core/record-facts.js';
import { customerStart, id, maybe, maybeInstant, recordInstant, text, wholeFromZero } from './schema-parts.js';

const versioned = { updatedAt: maybeInstant };
const optionalId = { id: maybe(id) };
const numberFromZero = z.number().check(z.minimum(0));

const ticketSchema = z.object({
  id,
  createdAt: recordInstant,
  subject: maybe(text),
  messages: maybe(z.array(z.object({ at: recordInstant, from: z.enum(['customer', 'agent', 'note']), author: maybe(text), text: maybe(text), masked: maybe(z.literal(true)) }))),
  assignments: maybe(z.array(z.object({ at: recordInstant, agent: text }))),
  resolutions: maybe(z.array(recordInstant)),
  reopenings: maybe(z.array(recordInstant)),
  escalations: maybe(z.array(z.object({ at: recordInstant, reason: z.enum(['sla', 'other']) }))),
  firstResponseDueAt: maybeInstant,
  resolutionDueAt: maybeInstant,
  firstAssignedAt: maybeInstant,
  firstResponseAt: maybeInstant,
  resolvedAt: maybeInstant,
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
  sentAt: maybeInstant,
  answeredAt: maybeInstant,
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
  id, startedAt: customerStart, lostAt: maybeInstant, lostReason: maybe(text), segment: maybe(text), tier: maybe(text), industry: maybe(text), region: maybe(text), ...versioned,
});

const hubEventSchema = z.object({ ...optionalId, at: recordInstant, accountId: id, kind: id, productId: maybe(text), quantity: maybe(wholeFromZero), ...versioned });

/** By the names of the lists in `AgentData`. */
export const RECORD_SCHEMAS = {
  tickets: ticketSchema,
  surveys: surveySchema,
  customers: customerSchema,
  discounts: z.object({ id, at: recordInstant, kind: maybe(text), value: z.int(), accepted: maybe(z.boolean()), ...versioned }),
  accounts: z.object({ id, createdAt: recordInstant, ...versioned }),
  hubEvents: hubEventSchema,
  checkouts: z.object({ id, completedAt: recordInstant, accountId: maybe(text), signedIn: z.boolean(), total: z.int(), ...versioned }),
  articleVisits: z.object({ ...optionalId, at: recordInstant, articleId: id, session: id, seconds: maybe(numberFromZero), interacted: maybe(z.boolean()), ...versioned }),
  articleVotes: z.object({ ...optionalId, at: recordInstant, articleId: id, value: z.enum(['up', 'down']), ...versioned }),
  forumTopics: z.object({ id, at: recordInstant, solvedAt: maybeInstant, ...versioned }),
  forumPosts: z.object({ ...optionalId, at: recordInstant, topicId: id, ...versioned }),
  socialPosts: z.object({
    id, at: recordInstant, network: text, likes: maybe(wholeFromZero), reposts: maybe(wholeFromZero), positiveReplies: maybe(wholeFromZero), positiveMentions: maybe(wholeFromZero), ...versioned,
  }),
} as const satisfies Record<RecordFactName, z.ZodMiniType>;
