import type { Ticket } from '../../../../src/core/facts/tickets.js';
import { june, resolved, talk } from '../../../fixtures/make-facts.js';
import type { Cases } from './cases.js';

const before = '2026-05-20T12:00:00Z';
const ticket = (id: string, rest: Partial<Ticket> = {}): Ticket => ({
  id,
  createdAt: june(2, '00:00'),
  network: 'x',
  ...rest,
});
const post = (id: string, rest: object = {}) => ({ id, at: june(3), network: 'x', ...rest });

export const DESK_SOCIAL: Cases = {
  'social-response-time': [
    {
      says: 'is the first response over tickets from networks',
      data: {
        tickets: [
          ticket('a', { firstResponseAt: june(2, '01:00') }),
          ticket('b', { firstResponseAt: june(2, '03:00') }),
          { id: 'c', createdAt: june(2, '00:00'), firstResponseAt: june(2, '09:00') },
        ],
      },
      gives: 7200,
    },
    {
      says: 'is null when none was answered',
      data: { tickets: [ticket('a'), { id: 'c', createdAt: june(2), firstResponseAt: june(3) }] },
      gives: null,
    },
    {
      says: 'splits by network',
      data: {
        tickets: [
          ticket('a', { firstResponseAt: june(2, '01:00') }),
          ticket('b', { network: 'facebook', firstResponseAt: june(2, '03:00') }),
        ],
      },
      gives: 7200,
      query: { groupBy: 'network' },
      byGroup: { facebook: 10_800, x: 3600 },
    },
  ],
  'social-engagement': [
    {
      says: 'adds likes, reposts, replies and mentions',
      data: {
        socialPosts: [
          post('a', { likes: 5, reposts: 2, positiveReplies: 1, positiveMentions: 3 }),
          post('b', { likes: 1 }),
        ],
      },
      gives: 12,
    },
    { says: 'is 0 without posts in the range', data: { socialPosts: [post('a', { at: before, likes: 5 })] }, gives: 0 },
    { says: 'is not measured where nothing was counted', data: { socialPosts: [post('a')] }, gives: 'no-data' },
  ],
  'social-sla-rate': [
    {
      says: 'is within ÷ decided over tickets from networks',
      data: {
        tickets: [
          ticket('a', { resolutionDueAt: june(3), resolutions: [june(2)] }),
          ticket('b', { resolutionDueAt: june(3), resolutions: [june(4)] }),
          { id: 'c', createdAt: june(2), resolutionDueAt: june(3), resolutions: [june(4)] },
        ],
      },
      gives: 0.5,
    },
    {
      says: 'is null while nothing is decided',
      data: { tickets: [ticket('a', { resolutionDueAt: '2026-06-20T00:00:00Z', resolutions: [] })] },
      gives: null,
    },
    {
      says: 'knows a breach once the target has passed',
      data: { tickets: [ticket('a', { resolutionDueAt: june(3), resolutions: [] })] },
      gives: 0,
    },
  ],
  'social-bot-resolved': [
    {
      says: 'counts resolved conversations on social channels',
      data: {
        conversations: [
          resolved('a', june(5), { channel: 'facebook' }),
          resolved('b', june(5), { channel: 'x' }),
          resolved('c', june(5), { channel: 'web-chat' }),
          talk('d', june(5), { channel: 'x' }),
        ],
      },
      gives: 2,
    },
    { says: 'is 0 without any', data: { conversations: [resolved('a', june(5), { channel: 'web-chat' })] }, gives: 0 },
    {
      says: 'takes the channels of the setting',
      data: {
        conversations: [resolved('a', june(5), { channel: 'facebook' }), resolved('b', june(5), { channel: 'line' })],
      },
      gives: 1,
      settings: { socialChannels: ['line', 'kakao'] },
    },
    {
      says: 'groups by channel',
      data: { conversations: [resolved('a', june(5), { channel: 'x' }), resolved('b', june(5), { channel: 'sms' })] },
      gives: 1,
      query: { groupBy: 'channel' },
      byGroup: { x: 1 },
    },
  ],
};
