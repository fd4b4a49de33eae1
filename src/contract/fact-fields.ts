/** What the fields of each fact mean and in which unit they are, for people. Checks are made by the schemas. */
import type { FactName } from './fact-schemas.js';

export interface FactFields {
  /** What one record is. */
  about: string;
  fields: Readonly<Record<string, string>>;
}

const UPDATED = 'Instant. Of two records with one id, the later one holds.';
const OPTIONAL_ID = 'Text. Unset: each record counts, and none replaces another.';
const REGION = 'Text: a country code, as DE, or any name.';
const MINOR = 'whole minor units of the currency, as cents';

export const FACT_FIELDS: Readonly<Record<FactName, FactFields>> = {
  conversations: {
    about: 'One conversation between a visitor and the AI agent, whole.',
    fields: {
      id: 'Text.', startedAt: 'Instant of the start.', channel: 'Text, as web-chat, sms, email or whatsapp. Some windows of attribution go by it.',
      messages: 'List of { at, from: visitor, agent or human, text, author, skill, missed, welcome, products, links }. Missing: not known. Empty: opened, and nobody wrote.',
      firstQuestion: 'Text. Stands in where messages are not supplied.', messageCount: 'Whole number. Stands in where messages are not supplied.',
      updatedAt: `${UPDATED} The list shows it where messages are not supplied.`, profile: 'Id as text, or { id, name, email, phone }.', visitorId: 'Text. Stands in for a profile’s id when users are counted.',
      tag: 'Text: the topic.', region: REGION, language: 'Text: a code, as de.', segment: 'Text.', assignee: 'Text: the person in charge.', page: 'Text: where it began.',
      status: 'resolved, routed, closed or open. Wins over the one that messages and handoffs give.', closedAt: 'Instant.', closedBy: 'visitor or inactivity.',
      handoffs: 'List of { at, by: ticket or message, accepted, reason }. accepted: false is no handoff.', clicks: 'List of { at, productId, url }.',
      cartAdds: 'List of { at, productId, quantity }.', goals: 'List of the ids of goals that were reached.', rating: '{ value: 1 to 5, at, comment, aspects }.',
    },
  },
  orders: {
    about: 'One order of the shop.',
    fields: {
      id: 'Text.', at: 'Instant of the order.', profileId: 'Text: who, as in conversations.', conversationId: 'Text. Stands in for the profile.', accountId: 'Text: the account of the hub.',
      cancelledAt: 'Instant. A cancelled order earns nothing.', updatedAt: UPDATED, items: `List of { productId, amount, quantity }; amount is the line’s total in ${MINOR}.`,
    },
  },
  articles: {
    about: 'One article of the knowledge base, against which knowledge gaps are found.',
    fields: { id: 'Text.', title: 'Text.', body: 'Text.', url: 'Text: http or https.', updatedAt: UPDATED },
  },
  tickets: {
    about: 'One help-desk ticket that people work on.',
    fields: {
      id: 'Text.', createdAt: 'Instant.', subject: 'Text. Shown, never counted.',
      messages: 'List of { at, from: customer, agent or note, author, text }. agent is a person, a note answers nobody; the opening message is the customer’s first.',
      assignments: 'List of { at, agent }, in any order.', resolutions: 'List of instants. The latest counts.', reopenings: 'List of instants.',
      escalations: 'List of { at, reason: sla or other }.', firstResponseDueAt: 'Instant of the target.', resolutionDueAt: 'Instant of the target.',
      firstAssignedAt: 'Instant. Stands in where assignments are not supplied.', firstResponseAt: 'Instant. Stands in where messages are not supplied.',
      resolvedAt: 'Instant. Stands in where resolutions are not supplied.', type: 'Text.', channel: 'Text.', network: 'Text, as instagram. Set on social tickets only.', region: REGION,
      agent: 'Text: the person in charge. Unset: the last one it was assigned to.', segment: 'Text.', priority: 'Text.', updatedAt: UPDATED,
    },
  },
  surveys: {
    about: 'One survey that was sent, answered or not.',
    fields: {
      id: 'Text.', kind: 'csat, nps or ces.', sentAt: 'Instant.', answeredAt: 'Instant. Unset: not answered.', value: 'Number: csat up to scale, nps 0 to 10, ces 1 to 7 (very easy).',
      scale: 'Number: the best value. Unset: 5 for csat; nps is always 10 and ces 7.', positive: 'true or false, of csat. Unset: from 80 % of the scale on.', comment: 'Text. Shown, never counted.',
      ticketId: 'Text.', agent: 'Text. Unset: the ticket’s.', customerId: 'Text.', segment: 'Text. Unset: the customer’s.', region: `${REGION} Unset: the customer’s.`, updatedAt: UPDATED,
    },
  },
  customers: {
    about: 'One customer, from the first day to the last.',
    fields: { id: 'Text.', startedAt: 'Instant.', lostAt: 'Instant. Unset: still a customer.', lostReason: 'Text.', segment: 'Text.', tier: 'Text.', industry: 'Text.', region: REGION, updatedAt: UPDATED },
  },
  discounts: {
    about: 'One discount or offer that was made.',
    fields: { id: 'Text.', at: 'Instant.', kind: 'Text.', value: `Number, ${MINOR}.`, accepted: 'true or false. Unset: not known.', updatedAt: UPDATED },
  },
  accounts: { about: 'One account of the customer hub.', fields: { id: 'Text.', createdAt: 'Instant.', updatedAt: UPDATED } },
  hubEvents: {
    about: 'One thing that somebody did in the hub.',
    fields: {
      id: OPTIONAL_ID, at: 'Instant.', accountId: 'Text.',
      kind: 'opened, login, cart-added, or an interaction: order-tracked, return-started, coupon-requested, help-clicked, chat-started, or any other name.',
      productId: 'Text, of a cart-added.', quantity: 'Whole number, of a cart-added. Unset: 1.', updatedAt: UPDATED,
    },
  },
  checkouts: {
    about: 'One checkout that was completed.',
    fields: { id: 'Text.', completedAt: 'Instant.', accountId: 'Text.', signedIn: 'true or false.', total: `Number, ${MINOR}.`, updatedAt: UPDATED },
  },
  articleVisits: {
    about: 'One visit of a help article.',
    fields: {
      id: OPTIONAL_ID, at: 'Instant.', articleId: 'Text.', session: 'Text. Visits of one session count once per article.', seconds: 'Number of seconds spent.',
      interacted: 'true or false: whether the reader did anything there.', updatedAt: UPDATED,
    },
  },
  articleVotes: { about: 'One vote on a help article.', fields: { id: OPTIONAL_ID, at: 'Instant.', articleId: 'Text.', value: 'up or down.', updatedAt: UPDATED } },
  forumTopics: { about: 'One topic of the customer forum.', fields: { id: 'Text.', at: 'Instant of its start.', solvedAt: 'Instant. Unset: not solved.', updatedAt: UPDATED } },
  forumPosts: { about: 'One post in the forum.', fields: { id: OPTIONAL_ID, at: 'Instant.', topicId: 'Text.', updatedAt: UPDATED } },
  socialPosts: {
    about: 'One post of the company on a social network, with what it has got so far.',
    fields: {
      id: 'Text.', at: 'Instant of the post.', network: 'Text, as instagram.', likes: 'Whole number.', reposts: 'Whole number.', positiveReplies: 'Whole number.', positiveMentions: 'Whole number.',
      updatedAt: UPDATED,
    },
  },
};
