/** What the facts mean to people, by name. A module of its own, so that a page that only counts does not carry it. */
import { accountDocs } from './accounts.js';
import { articleVisitDocs } from './article-visits.js';
import { articleVoteDocs } from './article-votes.js';
import { articleDocs } from './articles.js';
import { checkoutDocs } from './checkouts.js';
import { conversationDocs } from './conversations.js';
import { customerDocs } from './customers.js';
import { discountDocs } from './discounts.js';
import type { FactDocs } from './fact.js';
import { forumPostDocs, forumTopicDocs } from './forum.js';
import { hubEventDocs } from './hub-events.js';
import { orderDocs } from './orders.js';
import type { FactName, FactRecords } from './registry.js';
import { socialPostDocs } from './social-posts.js';
import { surveyDocs } from './surveys.js';
import { ticketDocs } from './tickets.js';

export const FACT_DOCS: { readonly [F in FactName]: FactDocs<FactRecords[F]> } = {
  conversations: conversationDocs,
  orders: orderDocs,
  articles: articleDocs,
  tickets: ticketDocs,
  surveys: surveyDocs,
  customers: customerDocs,
  discounts: discountDocs,
  accounts: accountDocs,
  hubEvents: hubEventDocs,
  checkouts: checkoutDocs,
  articleVisits: articleVisitDocs,
  articleVotes: articleVoteDocs,
  forumTopics: forumTopicDocs,
  forumPosts: forumPostDocs,
  socialPosts: socialPostDocs,
};
