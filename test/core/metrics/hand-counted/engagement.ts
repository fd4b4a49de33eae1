import { june, said, talk } from '../../../fixtures/make-facts.js';
import type { Cases } from './cases.js';

const at = june(5);
const chat = (id: string, ...messages: ReturnType<typeof said>[]) => talk(id, at, { messages });
const hello = said('agent', at, 'Hello', { welcome: true });

export const ENGAGEMENT: Cases = {
  'engaged-conversations': [
    {
      says: 'count those with a visitor message after the welcome',
      data: {
        conversations: [
          chat('a', hello, said('visitor', at)),
          chat('b', said('agent', at), said('agent', at), said('visitor', at), said('visitor', at)),
          chat('c', hello),
        ],
      },
      gives: 2,
    },
    { says: 'are 0 when nobody wrote on', data: { conversations: [chat('a', hello)] }, gives: 0 },
    {
      says: 'do not count a visitor who only wrote before the welcome',
      data: {
        conversations: [
          chat('a', said('visitor', at), hello),
          chat('b', said('visitor', at), hello, said('visitor', at)),
        ],
      },
      gives: 1,
    },
    {
      says: 'take the first message where there is no welcome',
      data: { conversations: [chat('a', said('visitor', at), said('agent', at))] },
      gives: 1,
    },
    {
      says: 'are not measured without messages',
      data: { conversations: [{ id: 'a', startedAt: at }] },
      gives: 'no-data',
    },
  ],
  'engagement-rate': [
    {
      says: 'is engaged ÷ opened',
      data: {
        conversations: [
          chat('a', hello, said('visitor', at)),
          chat('b', hello),
          chat('c'),
          chat('d', said('visitor', at), hello),
        ],
      },
      gives: 0.25,
    },
    { says: 'is null without chats', data: { conversations: [talk('a', '2026-05-20T12:00:00Z')] }, gives: null },
    {
      says: 'waits for messages that come later',
      data: { conversations: [chat('a', hello, said('visitor', june(7, '12:01')))] },
      gives: 0,
    },
  ],
};
