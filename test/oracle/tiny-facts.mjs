/** A handful of conversations whose numbers can be counted on paper; `now` is 2026-06-10T00:00:00Z. */
const visitor = (at, more) => ({ at, from: 'visitor', text: 'question', ...more });
const agent = (at, more) => ({ at, from: 'agent', text: 'answer', ...more });

export const tinyFacts = {
  timeZone: 'Etc/UTC', currency: 'EUR',
  conversations: [
    { id: 'closed-by-visitor', startedAt: '2026-06-01T10:00:00Z', channel: 'web-chat', tag: 'a', profile: { id: 'p1' }, goals: ['g'],
      messages: [visitor('2026-06-01T10:00:00Z'), agent('2026-06-01T10:00:10Z', { skill: 's' })], closedAt: '2026-06-01T10:05:00Z',
      clicks: [{ at: '2026-06-01T10:01:00Z', productId: 'x' }], rating: { value: 5, at: '2026-06-01T10:06:00Z' },
      cartAdds: [{ at: '2026-06-01T10:02:00Z', productId: 'x', quantity: 2 }, { at: '2026-06-11T10:02:00Z', productId: 'x', quantity: 3 }] },
    { id: 'silent-for-48-h', startedAt: '2026-06-08T00:00:00Z', channel: 'sms', tag: 'b', profile: { id: 'p2' },
      messages: [visitor('2026-06-08T00:00:00Z'), agent('2026-06-08T00:00:00Z')], clicks: [{ at: '2026-06-08T00:01:00Z', productId: 'z' }] },
    { id: 'silent-a-moment-less', startedAt: '2026-06-08T00:00:00Z', channel: 'web-chat', tag: 'b', visitorId: 'v3',
      messages: [visitor('2026-06-08T00:00:00Z'), agent('2026-06-08T00:00:00.001Z')] },
    { id: 'ticket-declined', startedAt: '2026-06-02T22:30:00Z', channel: 'web-chat', visitorId: 'v3', handoffs: [{ at: '2026-06-02T22:30:06Z', by: 'ticket', accepted: false }],
      messages: [visitor('2026-06-02T22:30:00Z'), agent('2026-06-02T22:30:05Z', { missed: true }), visitor('2026-06-02T22:31:00Z')] },
    { id: 'both-handoffs', startedAt: '2026-06-03T09:59:00Z', channel: 'web-chat', tag: 'a', messages: [visitor('2026-06-03T09:59:00Z'), agent('2026-06-03T09:59:20Z')],
      handoffs: [{ at: '2026-06-03T09:59:30Z', by: 'message' }, { at: '2026-06-03T09:59:40Z', by: 'ticket' }], clicks: [{ at: '2026-06-03T10:00:00Z', productId: 'x' }] },
    { id: 'given-up', startedAt: '2026-06-03T12:00:00Z', channel: 'email', tag: 'b', messages: [visitor('2026-06-03T12:00:00Z'), agent('2026-06-03T12:00:40Z', { skill: ['s', 't'] })],
      handoffs: [{ at: '2026-06-03T12:00:40Z', by: 'message' }], clicks: [{ at: '2026-06-03T12:01:00Z', url: 'https://shop.example.com/help' }], rating: { value: 2, at: '2026-06-04T08:00:00Z' } },
    { id: 'person-replied', startedAt: '2026-06-04T12:00:00Z', channel: 'web-chat', tag: 'a',
      messages: [visitor('2026-06-04T12:00:00Z'), visitor('2026-06-04T12:00:20Z'), { at: '2026-06-04T12:01:00Z', from: 'human', text: 'hello', author: 'Mara' }] },
    { id: 'reopened', startedAt: '2026-06-08T08:00:00Z', channel: 'web-chat', tag: 'a', closedAt: '2026-06-08T08:01:00Z',
      messages: [visitor('2026-06-08T08:00:00Z'), agent('2026-06-08T08:00:30Z'), visitor('2026-06-09T23:00:00Z')] },
    { id: 'opened-only', startedAt: '2026-06-01T09:00:00Z', channel: 'web-chat', messages: [agent('2026-06-01T09:00:00Z', { welcome: true })] },
    { id: 'not-yet', startedAt: '2026-06-10T08:00:00Z', channel: 'web-chat', messages: [visitor('2026-06-10T08:00:00Z')] },
    { id: 'messages-unknown', startedAt: '2026-06-05T09:00:00Z', channel: 'email', tag: 'q', profile: 'p1', status: 'closed' },
  ],
  orders: [
    { id: 'after-24-h-exactly', at: '2026-06-02T10:01:00Z', profileId: 'p1', items: [{ productId: 'x', amount: 1000 }, { productId: 'x', amount: 500 }, { productId: 'y', amount: 700 }] },
    { id: 'a-moment-too-late', at: '2026-06-02T10:01:00.001Z', profileId: 'p1', items: [{ productId: 'x', amount: 900 }] },
    { id: 'sms-after-44-h', at: '2026-06-09T20:00:00Z', profileId: 'p2', items: [{ productId: 'z', amount: 2000 }] },
    { id: 'cancelled-on-the-9th', at: '2026-06-03T11:00:00Z', conversationId: 'both-handoffs', cancelledAt: '2026-06-09T00:00:00Z', items: [{ productId: 'x', amount: 3000 }] },
    { id: 'somebody-else', at: '2026-06-01T11:00:00Z', profileId: 'p9', items: [{ productId: 'x', amount: 4000 }] },
  ],
};
