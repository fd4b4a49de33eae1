/** Every fact that data can hold, by the name of its list in `AgentData`. */
import { accounts, type Account } from './accounts.js';
import { articleVisits, type ArticleVisit } from './article-visits.js';
import { articleVotes, type ArticleVote } from './article-votes.js';
import { articles, type Article } from './articles.js';
import { checkouts, type Checkout } from './checkouts.js';
import { conversations, type Conversation } from './conversations.js';
import { customers, type Customer } from './customers.js';
import { discounts, type Discount } from './discounts.js';
import type { Fact } from './fact.js';
import { type ForumPost, type ForumTopic, forumPosts, forumTopics } from './forum.js';
import { hubEvents, type HubEvent } from './hub-events.js';
import { orders, type Order } from './orders.js';
import { socialPosts, type SocialPost } from './social-posts.js';
import { surveys, type Survey } from './surveys.js';
import { tickets, type Ticket } from './tickets.js';

/** Facts of the help desk, its surveys and customers, the customer hub, self-service and social networks. */
export interface RecordFacts {
  tickets: Ticket;
  surveys: Survey;
  customers: Customer;
  discounts: Discount;
  accounts: Account;
  hubEvents: HubEvent;
  checkouts: Checkout;
  articleVisits: ArticleVisit;
  articleVotes: ArticleVote;
  forumTopics: ForumTopic;
  forumPosts: ForumPost;
  socialPosts: SocialPost;
}

export interface FactRecords extends RecordFacts {
  conversations: Conversation;
  orders: Order;
  articles: Article;
}

export type FactName = keyof FactRecords;
export type RecordFactName = keyof RecordFacts;

const RECORDS: { readonly [F in RecordFactName]: Fact<RecordFacts[F]> } = {
  tickets,
  surveys,
  customers,
  discounts,
  accounts,
  hubEvents,
  checkouts,
  articleVisits,
  articleVotes,
  forumTopics,
  forumPosts,
  socialPosts,
};

export const FACTS: { readonly [F in FactName]: Fact<FactRecords[F]> } = {
  conversations,
  orders,
  articles,
  ...RECORDS,
};

export const FACT_NAMES = Object.keys(FACTS) as readonly FactName[];
export const RECORD_FACTS = Object.keys(RECORDS) as readonly RecordFactName[];

export function isFactName(name: string): name is FactName {
  return Object.hasOwn(FACTS, name);
}

export function isRecordFact(name: string): name is RecordFactName {
  return Object.hasOwn(RECORDS, name);
}
