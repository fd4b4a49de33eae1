/** What goes over the wire: queries in, answers out. Sources check answers against these, the endpoint checks queries. */
import * as z from 'zod/mini';
import { STATUSES } from '../core/status/conversation-status.js';
import { CALENDAR_GRAINS, FOLDED_GRAINS } from '../core/time/grain.js';
import { isInstant, type Instant } from '../core/time/instant.js';
import { parseTimeZone } from '../core/time/zone.js';
import { conversationSchema, profileSchema } from './fact-schemas.js';

const number = z.nullable(z.number());
const numbers = z.array(number);
const instantText = z.string().check(z.refine(isInstant, 'not an instant: use ISO 8601 with Z'));
const filters = z.record(z.string(), z.array(z.string()));

export const metricsQuerySchema = z.object({
  metrics: z.array(z.string()),
  from: z.string(),
  to: z.string(),
  timeZone: z.string(),
  compare: z.optional(z.object({ from: z.string(), to: z.string() })),
  grain: z.optional(z.enum([...CALENDAR_GRAINS, ...FOLDED_GRAINS])),
  weekStart: z.optional(z.literal([1, 6, 7])),
  groupBy: z.optional(z.string()),
  limit: z.optional(z.int()),
  filters: z.optional(filters),
  now: z.optional(z.string()),
});

export const metricsAnswerSchema = z.object({
  asOf: z.string(),
  buckets: z.optional(z.array(z.string())),
  partial: z.optional(z.array(z.boolean())),
  previousBuckets: z.optional(z.array(z.string())),
  groups: z.optional(z.array(z.string())),
  otherIndex: z.optional(z.int()),
  metrics: z.record(
    z.string(),
    z.object({
      value: number,
      previous: z.optional(number),
      reason: z.optional(z.enum(['no-data', 'no-dimension'])),
      leftOut: z.optional(z.int()),
      byGroup: z.optional(z.nullable(numbers)),
      previousByGroup: z.optional(z.nullable(numbers)),
      byBucket: z.optional(numbers),
      previousByBucket: z.optional(numbers),
      byGroupAndBucket: z.optional(z.nullable(z.array(numbers))),
    }),
  ),
});

export const conversationsQuerySchema = z.object({
  from: z.string(),
  to: z.string(),
  timeZone: z.string(),
  filters: z.optional(filters),
  ids: z.optional(z.array(z.string())),
  search: z.optional(z.string()),
  sort: z.optional(z.string()),
  metric: z.optional(z.string()),
  fromInstant: z.optional(z.string()),
  toInstant: z.optional(z.string()),
  page: z.optional(z.int()),
  pageSize: z.optional(z.int()),
  now: z.optional(z.string()),
});

export const conversationsPageSchema = z.object({
  rows: z.array(
    z.object({
      id: z.string(),
      firstQuestion: z.nullable(z.string()),
      profile: z.nullable(profileSchema),
      channel: z.nullable(z.string()),
      status: z.enum(STATUSES),
      tag: z.nullable(z.string()),
      messages: z.int(),
      startedAt: z.string(),
      updatedAt: z.string(),
      masked: z.optional(z.literal(true)),
      matches: z.optional(z.array(z.object({ messageIndex: z.int(), start: z.int(), end: z.int() }))),
    }),
  ),
  total: z.int(),
  page: z.int(),
  pageSize: z.int(),
});

export const gapsQuerySchema = z.object({
  from: z.string(),
  to: z.string(),
  timeZone: z.string(),
  filters: z.optional(filters),
  now: z.optional(z.string()),
  limit: z.optional(z.int()),
  only: z.optional(z.enum(['all', 'unresolved-or-missed'])),
});

export const knowledgeGapsSchema = z.object({
  gaps: z.array(
    z.object({
      id: z.string(),
      topic: z.string(),
      questions: z.array(z.string()),
      count: z.int(),
      unresolvedRate: number,
      coverage: z.number(),
      nearest: z.optional(z.object({ id: z.string(), title: z.string(), score: z.number() })),
      conversationIds: z.array(z.string()),
    }),
  ),
  considered: z.int(),
});

export const recordsQuerySchema = z.object({
  from: z.string(),
  to: z.string(),
  timeZone: z.string(),
  metric: z.string(),
  filters: z.optional(filters),
  fromInstant: z.optional(z.string()),
  toInstant: z.optional(z.string()),
  sort: z.optional(z.string()),
  page: z.optional(z.int()),
  pageSize: z.optional(z.int()),
  now: z.optional(z.string()),
});

export const recordsPageSchema = z.object({
  fact: z.string(),
  rows: z.array(
    z.object({
      id: z.string(),
      at: instantText,
      value: number,
      record: z.looseObject({}),
      masked: z.optional(z.literal(true)),
    }),
  ),
  total: z.int(),
  page: z.int(),
  pageSize: z.int(),
});

export const questionsQuerySchema = z.object({
  from: z.string(),
  to: z.string(),
  timeZone: z.string(),
  filters: z.optional(filters),
  now: z.optional(z.string()),
  limit: z.optional(z.int()),
});

export const frequentQuestionsSchema = z.object({
  questions: z.array(
    z.object({
      id: z.string(),
      question: z.string(),
      topic: z.nullable(z.string()),
      examples: z.array(z.string()),
      count: z.int(),
      share: z.number(),
      resolvedRate: number,
      takeoverRate: number,
      missedRate: number,
      conversationIds: z.array(z.string()),
    }),
  ),
  considered: z.int(),
});

export const newArticleSchema = z.object({
  title: z.string().check(z.regex(/\S/)),
  body: z.string().check(z.regex(/\S/)),
  url: z.optional(z.string()),
  gapId: z.optional(z.string()),
});

export const refusedSchema = z.object({
  count: z.int(),
  first: z.array(z.object({ fact: z.string(), index: z.int(), field: z.string(), reason: z.string() })),
});

const instant = z.custom<Instant>(isInstant, 'not an instant: use ISO 8601 with Z or an offset, or epoch milliseconds');
const span = z.object({ since: instant, until: z.optional(z.nullable(instant)) });
const timeZone = z.string().check(z.refine(isTimeZone, 'not a known IANA zone'));
const currency = z.string().check(z.regex(/^[A-Z]{3}$/));

export const sourceDescriptionSchema = z.object({
  facts: z.record(z.string(), z.int()),
  dimensions: z.record(
    z.string(),
    z.object({ values: z.array(z.string()), truncated: z.boolean(), multiValued: z.optional(z.boolean()) }),
  ),
  first: z.nullable(instantText),
  last: z.nullable(instantText),
  live: z.optional(z.nullable(z.object({ agent: z.optional(z.array(span)), hub: z.optional(z.array(span)) }))),
  timeZone: z.nullable(timeZone),
  currency: z.nullable(currency),
  metrics: z.array(z.string()),
  settings: z.looseObject({}),
  definitions: z.optional(
    z.array(z.looseObject({ id: z.string(), unit: z.string(), better: z.string(), label: z.string() })),
  ),
  labels: z.optional(z.record(z.string(), z.record(z.string(), z.string()))),
  refused: refusedSchema,
});

export function isTimeZone(zone: string): boolean {
  try {
    return parseTimeZone(zone) !== '';
  } catch {
    return false;
  }
}

/** RFC 9457, with the parameter that was wrong. */
export const problemSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.optional(z.string()),
  parameter: z.optional(z.string()),
});

export const conversationAnswerSchema = conversationSchema;
