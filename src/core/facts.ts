/**
 * What supplied data looks like: one interface a fact. Times are instants, money is whole minor units, `null` is the same as a missing key.
 */
import type { RecordFacts } from './record-facts.js';

/** ISO 8601 with `Z` or an offset, or epoch milliseconds (from 1e11 on: seconds are refused), or a `Date`. */
export type Instant = string | number | Date;

/** A stretch in which a product was switched on; without `until` it still is. */
export interface LiveSpan {
  since: Instant;
  until?: Instant;
}

/** Who wrote. Without any of these the visitor is anonymous. */
export interface Profile {
  id?: string;
  name?: string;
  email?: string;
  phone?: string;
}

/** One message of a conversation. `agent` is the AI agent, `human` a person of the team. */
export interface Message {
  at: Instant;
  from: 'visitor' | 'agent' | 'human';
  text: string;
  author?: string;
  /** What the agent used to write this message. */
  skill?: string | string[];
  /** The agent did not understand what it answers here. */
  missed?: boolean;
  /** Sent by itself before the visitor asked anything. */
  welcome?: boolean;
  /** Ids of the products shown. */
  products?: string[];
  links?: string[];
  /** Out only: the reader may not see the text, which is `''`. */
  masked?: true;
}

/** The moment the agent gave the conversation up: by a help-desk ticket, or by the custom closing message. */
export interface Handoff {
  at: Instant;
  by: 'ticket' | 'message';
  /** `false`: offered and declined, no handoff. */
  accepted?: boolean;
  reason?: string;
}

export interface Click {
  at: Instant;
  productId?: string;
  url?: string;
}

export interface CartAdd {
  at: Instant;
  productId: string;
  quantity: number;
}

export interface Rating {
  value: 1 | 2 | 3 | 4 | 5;
  at: Instant;
  comment?: string;
  aspects?: Record<string, number>;
}

export interface Conversation {
  id: string;
  startedAt: Instant;
  channel?: string;
  /** Missing: not known. Empty: the chat was opened and nobody wrote. */
  messages?: Message[];
  /** Stand in where `messages` are not supplied. */
  firstQuestion?: string;
  messageCount?: number;
  updatedAt?: Instant;
  /** Text is the profile's id. */
  profile?: Profile | string | null;
  visitorId?: string;
  tag?: string;
  region?: string;
  language?: string;
  segment?: string;
  assignee?: string;
  page?: string;
  /** Wins over the status derived from messages and handoffs. */
  status?: 'resolved' | 'routed' | 'closed' | 'open';
  closedAt?: Instant;
  closedBy?: 'visitor' | 'inactivity';
  handoffs?: Handoff[];
  clicks?: Click[];
  cartAdds?: CartAdd[];
  /** Ids of the goals that were reached. */
  goals?: string[];
  rating?: Rating;
}

export interface OrderItem {
  productId: string;
  /** The line's total in minor units of the currency. */
  amount: number;
  quantity?: number;
}

export interface Order {
  id: string;
  at: Instant;
  profileId?: string;
  conversationId?: string;
  accountId?: string;
  /** A cancelled order earns nothing. */
  cancelledAt?: Instant;
  updatedAt?: Instant;
  items: OrderItem[];
}

export interface Article {
  id: string;
  title: string;
  body?: string;
  url?: string;
  updatedAt?: Instant;
}

/** When each product was switched on; `null`: not live yet. */
export interface Live {
  agent?: LiveSpan[];
  hub?: LiveSpan[];
}

type RecordLists = { [Fact in keyof RecordFacts]?: RecordFacts[Fact][] };

/** Everything a source can be given. Every list is optional; unknown fields are ignored. */
export interface AgentData extends RecordLists {
  conversations?: Conversation[];
  orders?: Order[];
  articles?: Article[];
  /** Every skill the agent has, so that unused ones show up with 0. */
  skills?: string[];
  /** ISO 4217 code of all money. */
  currency?: string;
  /** IANA zone in which days are cut unless a query says otherwise. */
  timeZone?: string;
  live?: Live | null;
}
