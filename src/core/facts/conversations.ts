import { STATUSES } from '../status/conversation-status.js';
import type { Instant } from '../time/instant.js';
import { type FactDocs, REGION, UPDATED, defineFact } from './fact.js';
import {
  either,
  event,
  flag,
  hidden,
  id,
  instant,
  listOf,
  mapOf,
  number,
  objectOf,
  oneOf,
  required,
  text,
  texts,
  wholeFromZero,
} from './field.js';

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
  /** Out only: the user may not see the text, which is `''`. */
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

const profile = objectOf<Profile>({ id: text(), name: text(), email: text(), phone: text() });

const message = objectOf<Message>({
  at: required(event()),
  from: required(oneOf(['visitor', 'agent', 'human'])),
  text: required(hidden('texts', text())),
  author: hidden('people', text()),
  skill: either(text(), texts()),
  missed: flag(),
  welcome: flag(),
  products: texts(),
  links: hidden('texts', texts()),
  masked: oneOf([true]),
});

const handoff = objectOf<Handoff>({
  at: required(event()),
  by: required(oneOf(['ticket', 'message'])),
  accepted: flag(),
  reason: hidden('texts', text()),
});
const click = objectOf<Click>({ at: required(event()), productId: text(), url: hidden('texts', text()) });
const cartAdd = objectOf<CartAdd>({
  at: required(event()),
  productId: required(text()),
  quantity: required(wholeFromZero()),
});
const rating = objectOf<Rating>({
  value: required(oneOf([1, 2, 3, 4, 5])),
  at: required(event()),
  comment: hidden('texts', text()),
  aspects: mapOf(number()),
});

export const conversations = defineFact<Conversation>({
  fields: {
    id: required(id()),
    startedAt: required(event()),
    channel: text(),
    messages: listOf(message),
    firstQuestion: hidden('texts', text()),
    messageCount: wholeFromZero(),
    updatedAt: instant(),
    profile: hidden('people', either(text(), profile)),
    visitorId: hidden('people', text()),
    tag: text(),
    region: text(),
    language: text(),
    segment: text(),
    assignee: text(),
    page: text(),
    status: oneOf(STATUSES),
    closedAt: event(),
    closedBy: oneOf(['visitor', 'inactivity']),
    handoffs: listOf(handoff),
    clicks: listOf(click),
    cartAdds: listOf(cartAdd),
    goals: texts(),
    rating,
  },
});

export const conversationDocs: FactDocs<Conversation> = {
  about: 'One conversation between a visitor and the AI agent, whole.',
  fields: {
    id: 'Text.',
    startedAt: 'Instant of the start.',
    channel: 'Text, as web-chat, sms, email or whatsapp. Some windows of attribution go by it.',
    messages:
      'List of { at, from: visitor, agent or human, text, author, skill, missed, welcome, products, links }. Missing: not known. Empty: opened, and nobody wrote.',
    firstQuestion: 'Text. Stands in where messages are not supplied.',
    messageCount: 'Whole number. Stands in where messages are not supplied.',
    updatedAt: `${UPDATED} The list shows it where messages are not supplied.`,
    profile: 'Id as text, or { id, name, email, phone }.',
    visitorId: 'Text. Stands in for a profile’s id when users are counted.',
    tag: 'Text: the topic.',
    region: REGION,
    language: 'Text: a code, as de.',
    segment: 'Text.',
    assignee: 'Text: the person in charge.',
    page: 'Text: where it began.',
    status: 'resolved, routed, closed or open. Wins over the one that messages and handoffs give.',
    closedAt: 'Instant.',
    closedBy: 'visitor or inactivity.',
    handoffs: 'List of { at, by: ticket or message, accepted, reason }. accepted: false is no handoff.',
    clicks: 'List of { at, productId, url }.',
    cartAdds: 'List of { at, productId, quantity }.',
    goals: 'List of the ids of goals that were reached.',
    rating: '{ value: 1 to 5, at, comment, aspects }.',
  },
  example: {
    id: 'c-1001',
    startedAt: '2026-06-01T09:12:00Z',
    channel: 'web-chat',
    tag: 'shipping',
    language: 'en',
    region: 'DE',
    page: '/cart',
    profile: { id: 'p-7', name: 'Mina Park', email: 'mina@example.com' },
    messages: [
      { at: '2026-06-01T09:12:00Z', from: 'agent', text: 'Hello! How can I help?', welcome: true },
      { at: '2026-06-01T09:12:20Z', from: 'visitor', text: 'How long does shipping take?' },
      {
        at: '2026-06-01T09:12:24Z',
        from: 'agent',
        text: 'Two to three days. These boots are in stock.',
        skill: 'shipping',
        products: ['boots-42'],
      },
    ],
    clicks: [{ at: '2026-06-01T09:13:00Z', productId: 'boots-42' }],
    cartAdds: [{ at: '2026-06-01T09:14:00Z', productId: 'boots-42', quantity: 1 }],
    closedAt: '2026-06-01T09:15:00Z',
    closedBy: 'visitor',
    goals: ['delivery-known'],
    rating: { value: 5, at: '2026-06-01T09:15:10Z' },
  },
};

/** How a person is called: name, else e-mail, else phone. `undefined`: anonymous. */
export function profileName(profile: Profile | null | undefined): string | undefined {
  return profile?.name?.trim() || profile?.email?.trim() || profile?.phone?.trim() || undefined;
}
