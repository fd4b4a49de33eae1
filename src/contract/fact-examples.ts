/** One record of each fact as somebody would supply it. Everything in them is made up. */
import type { Article, Conversation, Order } from '../core/facts.js';
import type { RecordFacts } from '../core/record-facts.js';

export const FACT_EXAMPLES: { conversations: Conversation; orders: Order; articles: Article } & RecordFacts = {
  conversations: {
    id: 'c-1001', startedAt: '2026-06-01T09:12:00Z', channel: 'web-chat', tag: 'shipping', language: 'en', region: 'DE', page: '/cart',
    profile: { id: 'p-7', name: 'Mina Park', email: 'mina@example.com' },
    messages: [
      { at: '2026-06-01T09:12:00Z', from: 'agent', text: 'Hello! How can I help?', welcome: true },
      { at: '2026-06-01T09:12:20Z', from: 'visitor', text: 'How long does shipping take?' },
      { at: '2026-06-01T09:12:24Z', from: 'agent', text: 'Two to three days. These boots are in stock.', skill: 'shipping', products: ['boots-42'] },
    ],
    clicks: [{ at: '2026-06-01T09:13:00Z', productId: 'boots-42' }],
    cartAdds: [{ at: '2026-06-01T09:14:00Z', productId: 'boots-42', quantity: 1 }],
    closedAt: '2026-06-01T09:15:00Z', closedBy: 'visitor', goals: ['delivery-known'], rating: { value: 5, at: '2026-06-01T09:15:10Z' },
  },
  orders: { id: 'o-501', at: '2026-06-01T10:00:00Z', profileId: 'p-7', accountId: 'a-3', items: [{ productId: 'boots-42', amount: 8900, quantity: 1 }] },
  articles: { id: 'shipping', title: 'Shipping times', body: 'Parcels take two to three days.', url: 'https://shop.example.com/help/shipping', updatedAt: '2026-05-02T08:00:00Z' },
  tickets: {
    id: 't-9', createdAt: '2026-06-02T08:00:00Z', subject: 'Parcel is late', type: 'question', channel: 'email', region: 'DE', agent: 'Ana', segment: 'club', priority: 'high',
    messages: [
      { at: '2026-06-02T08:00:00Z', from: 'customer', text: 'Where is my parcel?' },
      { at: '2026-06-02T08:30:00Z', from: 'note', author: 'Ji', text: 'Asked the carrier.' },
      { at: '2026-06-02T09:00:00Z', from: 'agent', author: 'Ana', text: 'It arrives tomorrow.' },
    ],
    assignments: [{ at: '2026-06-02T08:10:00Z', agent: 'Ji' }, { at: '2026-06-02T08:40:00Z', agent: 'Ana' }],
    resolutions: ['2026-06-02T09:00:00Z', '2026-06-03T12:00:00Z'], reopenings: ['2026-06-03T08:00:00Z'], escalations: [{ at: '2026-06-03T09:00:00Z', reason: 'sla' }],
    firstResponseDueAt: '2026-06-02T12:00:00Z', resolutionDueAt: '2026-06-03T09:00:00Z', updatedAt: '2026-06-03T12:00:00Z',
  },
  surveys: {
    id: 's-4', kind: 'csat', sentAt: '2026-06-03T13:00:00Z', answeredAt: '2026-06-03T18:20:00Z', value: 4, scale: 5, comment: 'Quick in the end.', ticketId: 't-9', customerId: 'k-12',
  },
  customers: {
    id: 'k-12', startedAt: '2024-03-01T00:00:00Z', lostAt: '2026-06-20T00:00:00Z', lostReason: 'price', segment: 'club', tier: 'gold', industry: 'sports-club', region: 'DE',
  },
  discounts: { id: 'd-8', at: '2026-06-04T10:00:00Z', kind: 'coupon', value: 500, accepted: true },
  accounts: { id: 'a-3', createdAt: '2026-01-15T19:30:00Z' },
  hubEvents: { id: 'h-77', at: '2026-06-05T20:05:00Z', accountId: 'a-3', kind: 'cart-added', productId: 'cap-1', quantity: 2 },
  checkouts: { id: 'x-30', completedAt: '2026-06-05T20:12:00Z', accountId: 'a-3', signedIn: true, total: 4000 },
  articleVisits: { id: 'v-610', at: '2026-06-06T07:40:00Z', articleId: 'shipping', session: 'n-88', seconds: 45, interacted: true },
  articleVotes: { id: 'w-21', at: '2026-06-06T07:41:00Z', articleId: 'shipping', value: 'up' },
  forumTopics: { id: 'f-5', at: '2026-06-06T11:00:00Z', solvedAt: '2026-06-07T09:30:00Z' },
  forumPosts: { id: 'b-14', at: '2026-06-06T11:25:00Z', topicId: 'f-5' },
  socialPosts: { id: 'y-2', at: '2026-06-06T16:00:00Z', network: 'instagram', likes: 20, reposts: 3, positiveReplies: 2, positiveMentions: 1 },
};
