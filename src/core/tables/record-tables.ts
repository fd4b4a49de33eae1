/**
 * The facts of everything beside conversations, as tables whose rows never change: a ticket that is reopened and resolved again has two
 * rows of `resolutions`, each seen while it is the latest. `records/` derives the rows, every engine reads this description.
 */
import { businessTime, flag, number, text, time, type ColumnSchema, type FactSchema } from './schema.js';

const TICKET_DIMENSIONS = ['type', 'channel', 'network', 'region', 'agent', 'segment', 'priority'] as const;
const SURVEY_DIMENSIONS = ['kind', 'agent', 'segment', 'region', 'tier', 'industry'] as const;
const CUSTOMER_DIMENSIONS = ['segment', 'tier', 'industry', 'region', 'reason'] as const;

const own = (fact: string, names: readonly string[]): Record<string, ColumnSchema> =>
  Object.fromEntries(names.map((name) => [name, text([`${fact}.${name}`])]));

const TICKET_COLUMNS: Record<string, ColumnSchema> = {
  ...own('tickets', TICKET_DIMENSIONS),
  /** The last one it was assigned to, where the ticket names none. */
  agent: text([['tickets.agent', 'tickets.assignments']]),
  ticket: text(),
  createdAt: time(),
};

const RESOLVED = [['tickets.resolutions', 'tickets.resolvedAt']] as const;
const RESPONDED = [['tickets.messages', 'tickets.firstResponseAt']] as const;

const ofTickets = (
  needs: FactSchema['needs'],
  columns: FactSchema['columns'] = {},
  clocks: readonly string[] = ['at'],
): FactSchema => ({
  of: 'tickets',
  needs: ['tickets', ...needs],
  clocks,
  dimensions: TICKET_DIMENSIONS,
  columns: { ...TICKET_COLUMNS, ...columns },
});

const SURVEY_COLUMNS: Record<string, ColumnSchema> = {
  kind: text(),
  agent: text([['surveys.agent', 'tickets.agent', 'tickets.assignments']]),
  segment: text([['surveys.segment', 'customers.segment']]),
  region: text([['surveys.region', 'customers.region']]),
  tier: text(['customers.tier']),
  industry: text(['customers.industry']),
  sentAt: time(['surveys.sentAt']),
};

export const RECORD_TABLES: Readonly<Record<string, FactSchema>> = {
  tickets: ofTickets([], {}, ['createdAt']),
  /** The first person that a ticket was given to. */
  firstAssignments: ofTickets([['tickets.assignments', 'tickets.firstAssignedAt']], { at: time(), businessTime }),
  firstResponses: ofTickets(RESPONDED, { at: time(), businessTime }),
  /** Messages by people; `askedAt` is the customer's first unanswered message, where there is one. */
  ticketReplies: ofTickets(['tickets.messages'], {
    at: time(),
    askedAt: time(),
    businessTime,
    agent: text([['ticketMessages.author', 'tickets.agent', 'tickets.assignments']]),
  }),
  /** Seen while the ticket is not reopened or resolved again. */
  resolutions: ofTickets(RESOLVED, {
    at: time(),
    businessTime,
    agentReplies: number(['tickets.messages']),
    customerReplies: number(['tickets.messages']),
    /** Exactly one reply by a person, and never reopened. */
    firstContact: flag(['tickets.messages']),
  }),
  /** Spans in which a ticket was open; `openUntil` is unknown while it is. */
  openTickets: {
    ...ofTickets(RESOLVED, { openFrom: time(), openUntil: time() }, ['openFrom', 'createdAt']),
    rankedBy: 'tickets',
  },
  /** Spans in which a ticket was open with its target passed. */
  overdueTickets: ofTickets([...RESOLVED, 'tickets.resolutionDueAt'], { openFrom: time(), openUntil: time() }, [
    'openFrom',
  ]),
  /** By the earlier of the reply and the target's end. */
  firstResponseTargets: ofTickets([...RESPONDED, 'tickets.firstResponseDueAt'], { at: time(), within: flag() }),
  resolutionTargets: ofTickets([...RESOLVED, 'tickets.resolutionDueAt'], { at: time(), within: flag() }),
  /** From one agent to another. */
  reassignments: ofTickets(['tickets.assignments'], { at: time() }),
  reopenings: ofTickets(['tickets.reopenings'], { at: time() }),
  /** Tickets escalated for a breach of their target, once each. */
  slaEscalations: ofTickets(['tickets.escalations'], { at: time() }, ['createdAt', 'at']),

  surveysSent: {
    of: 'surveys',
    needs: ['surveys', 'surveys.sentAt'],
    clocks: ['sentAt'],
    dimensions: SURVEY_DIMENSIONS,
    columns: SURVEY_COLUMNS,
  },
  surveyAnswers: {
    of: 'surveys',
    needs: ['surveys'],
    clocks: ['at', 'sentAt'],
    dimensions: SURVEY_DIMENSIONS,
    columns: { ...SURVEY_COLUMNS, at: time(), value: number(), positive: flag() },
  },
  /** Seen without end before it is lost, and with it afterwards. */
  customers: {
    of: 'customers',
    needs: ['customers'],
    clocks: ['startedAt', 'lostAt'],
    dimensions: CUSTOMER_DIMENSIONS,
    columns: {
      ...own('customers', CUSTOMER_DIMENSIONS),
      reason: text(['customers.lostReason']),
      startedAt: time(),
      lostAt: time(),
      customer: text(),
    },
  },
  discounts: {
    of: 'discounts',
    needs: ['discounts'],
    clocks: ['at'],
    dimensions: ['kind', 'accepted'],
    columns: { at: time(), kind: text(['discounts.kind']), accepted: text(['discounts.accepted']), value: number() },
  },

  accounts: {
    of: 'accounts',
    needs: ['accounts'],
    clocks: ['createdAt'],
    dimensions: [],
    columns: { createdAt: time(), account: text() },
    sinceLaunch: 'hub',
  },
  hubEvents: {
    of: 'hubEvents',
    needs: ['hubEvents'],
    clocks: ['at'],
    dimensions: ['kind'],
    /** `interaction`: every kind but opened, login and cart-added. */
    columns: { at: time(), kind: text(), account: text(), interaction: flag() },
  },
  /** Lines of orders whose product was put into the cart in the hub before. */
  hubItems: {
    of: 'orders',
    needs: ['hubEvents', 'orders'],
    clocks: ['at'],
    dimensions: [],
    columns: { at: time(), value: number(), order: text(), productId: text(), account: text() },
  },
  checkouts: {
    of: 'checkouts',
    needs: ['checkouts'],
    clocks: ['completedAt'],
    dimensions: [],
    columns: { completedAt: time(), signedIn: flag(), total: number() },
  },

  articleVisits: {
    of: 'articleVisits',
    needs: ['articleVisits'],
    clocks: ['at'],
    dimensions: ['article'],
    columns: { at: time(), article: text(), session: text(), duration: number(['articleVisits.seconds']) },
  },
  /** A session's visits of one article, dated by the first. */
  articleSessions: {
    of: 'articleVisits',
    needs: ['articleVisits.interacted'],
    clocks: ['at'],
    dimensions: ['article'],
    columns: { at: time(), article: text(), bounced: flag() },
  },
  articleVotes: {
    of: 'articleVotes',
    needs: ['articleVotes'],
    clocks: ['at'],
    dimensions: ['article'],
    columns: { at: time(), article: text(), vote: text() },
  },
  forumTopics: {
    of: 'forumTopics',
    needs: ['forumTopics'],
    clocks: ['at'],
    dimensions: [],
    columns: { at: time(), solved: flag(['forumTopics.solvedAt']) },
  },
  forumPosts: {
    of: 'forumPosts',
    needs: ['forumPosts'],
    clocks: ['at'],
    dimensions: [],
    columns: { at: time(), topic: text() },
  },
  socialPosts: {
    of: 'socialPosts',
    needs: ['socialPosts'],
    clocks: ['at'],
    dimensions: ['network'],
    columns: {
      at: time(),
      network: text(),
      engagement: number([
        ['socialPosts.likes', 'socialPosts.reposts', 'socialPosts.positiveReplies', 'socialPosts.positiveMentions'],
      ]),
    },
  },
};
