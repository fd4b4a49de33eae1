/** A shop's first week of June 2026 with everything in it that any widget shows. */
import type { AgentData } from '../../../src/core/facts/agent-data.js';
import type { Conversation } from '../../../src/core/facts/conversations.js';

const LONG = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenversandkostenrückerstattungsantrag';
const QUESTIONS = [
  'Where is my parcel?',
  `How do I get my ${LONG} back?`,
  'Can I return worn shoes?',
  '배송은 언제 오나요?',
  'أين طلبي؟',
];
const CHANNELS = ['web-chat', 'sms', 'email', 'whatsapp'];
const TAGS = ['delivery', 'returns', LONG.slice(0, 40), undefined];

function talk(number: number): Conversation {
  const at = (minute: number) => `2026-06-0${1 + (number % 6)}T1${number % 10}:0${minute}:00Z`;
  return {
    id: `talk-${number}`,
    startedAt: at(0),
    channel: CHANNELS[number % 4]!,
    tag: TAGS[number % 4] ?? (null as never),
    region: number % 2 ? 'DE' : 'KR',
    language: number % 2 ? 'de' : 'ko',
    profile:
      number % 3 === 0
        ? null
        : {
            name: number % 3 === 1 ? 'Maximiliane von der Oberhausener-Straßenreinigungsgesellschaft' : 'Kim',
            email: 'someone.with.a.long.address@example-company.example',
          },
    messages: [
      { at: at(0), from: 'visitor', text: QUESTIONS[number % 5]! },
      {
        at: at(1),
        from: 'agent',
        text: `See https://shop.example/help/${LONG}?number=${number}`,
        skill: number % 2 ? 'order-status' : ['returns', 'order-status'],
        missed: number % 5 === 0,
        products: ['sole-42'],
      },
      ...(number % 7 === 0 ? [{ at: at(2), from: 'human' as const, author: 'Jo', text: 'I take over.' }] : []),
    ],
    clicks: number % 3 === 0 ? [{ at: at(3), productId: 'sole-42' }] : [],
    cartAdds: number % 6 === 0 ? [{ at: at(4), productId: 'sole-42', quantity: 2 }] : [],
    handoffs: number % 4 === 0 ? [{ at: at(2), by: 'ticket' }] : [],
    ...(number % 4 !== 1 && { closedAt: at(6), closedBy: 'visitor' as const }),
  };
}

export const shopData: AgentData = {
  timeZone: 'UTC',
  currency: 'EUR',
  skills: ['order-status', 'returns', 'size-advice'],
  conversations: Array.from({ length: 40 }, (_, index) => talk(index + 1)),
  articles: [{ id: 'sizes', title: 'Sizes', body: 'How our shoes fit. Choose one size up for winter.' }],
  orders: [
    {
      id: 'o-1',
      at: '2026-06-04T20:00:00Z',
      conversationId: 'talk-3',
      items: [{ productId: 'sole-42', amount: 8999 }],
    },
  ],
};
