import type { ArticleVisit } from '../../../../src/core/facts/article-visits.js';
import { june, resolved, talk } from '../../../fixtures/make-facts.js';
import type { Cases } from './cases.js';

const before = '2026-05-20T12:00:00Z';
const visit = (session: string, articleId: string, rest: Partial<ArticleVisit> = {}): ArticleVisit => ({
  at: june(3),
  articleId,
  session,
  ...rest,
});
const vote = (value: 'up' | 'down', at = june(3)) => ({ at, articleId: 'a', value });
const topic = (id: string, rest: { at?: string; solvedAt?: string } = {}) => ({ id, at: june(3), ...rest });
const routed = (id: string) => talk(id, june(5), { handoffs: [{ at: june(5), by: 'ticket' }] });

export const DESK_SELF_SERVICE: Cases = {
  'article-views': [
    {
      says: 'counts a session once per article',
      data: { articleVisits: [visit('s', 'a'), visit('s', 'a'), visit('s', 'b'), visit('t', 'a')] },
      gives: 3,
    },
    { says: 'is 0 without any in the range', data: { articleVisits: [visit('s', 'a', { at: before })] }, gives: 0 },
    {
      says: 'counts records without an id each, and an id once',
      data: { articleVisits: [visit('s', 'a', { id: '1' }), visit('t', 'a', { id: '1', at: june(4) })] },
      gives: 1,
      query: { groupBy: 'article' },
      byGroup: { a: 1 },
    },
  ],
  'bot-conversations': [
    { says: 'are the conversations', data: { conversations: [talk('a'), talk('b')] }, gives: 2 },
    { says: 'are 0 without any in the range', data: { conversations: [talk('a', before)] }, gives: 0 },
    {
      says: 'do not count chats in which nobody wrote',
      data: { conversations: [talk('a'), talk('b', june(5), { messages: [] })] },
      gives: 1,
    },
  ],
  'forum-posts': [
    {
      says: 'count posts, also of one topic',
      data: {
        forumPosts: [
          { at: june(3), topicId: 't' },
          { at: june(3), topicId: 't' },
        ],
      },
      gives: 2,
    },
    { says: 'are 0 without any in the range', data: { forumPosts: [{ at: before, topicId: 't' }] }, gives: 0 },
    { says: 'are not measured without posts', data: { forumTopics: [topic('t')] }, gives: 'no-data' },
  ],
  'article-bounce-rate': [
    {
      says: 'is sessions without an interaction ÷ sessions',
      data: {
        articleVisits: [
          visit('s', 'a', { interacted: false }),
          visit('s', 'a', { interacted: true }),
          visit('t', 'a'),
          visit('u', 'b'),
        ],
      },
      gives: 2 / 3,
    },
    {
      says: 'is null without sessions in the range',
      data: { articleVisits: [visit('s', 'a', { at: before, interacted: true })] },
      gives: null,
    },
    {
      says: 'is dated by the first visit, and learns of a later interaction',
      data: {
        articleVisits: [
          visit('s', 'a', { at: june(2) }),
          visit('s', 'a', { at: june(4), interacted: true }),
          visit('t', 'a', { at: june(2), interacted: true }),
        ],
      },
      gives: 0.5,
      query: { now: june(3), grain: 'day' },
      byBucket: [null, 0.5, null, null, null, null, null],
    },
  ],
  'time-on-article': [
    {
      says: 'is the mean of the seconds',
      data: { articleVisits: [visit('s', 'a', { seconds: 30 }), visit('t', 'a', { seconds: 60.5 }), visit('u', 'a')] },
      gives: 45.25,
    },
    {
      says: 'is null where no visit was timed',
      data: { articleVisits: [visit('s', 'a', { seconds: 30, at: before }), visit('t', 'a')] },
      gives: null,
    },
    { says: 'knows 0 seconds', data: { articleVisits: [visit('s', 'a', { seconds: 0 })] }, gives: 0 },
  ],
  'thumbs-up': [
    { says: 'counts votes up', data: { articleVotes: [vote('up'), vote('up'), vote('down')] }, gives: 2 },
    { says: 'is 0 without any', data: { articleVotes: [vote('down')] }, gives: 0 },
    { says: 'goes by the vote’s time', data: { articleVotes: [vote('up', before), vote('up')] }, gives: 1 },
  ],
  'thumbs-down': [
    { says: 'counts votes down', data: { articleVotes: [vote('up'), vote('down')] }, gives: 1 },
    { says: 'is 0 without any', data: { articleVotes: [vote('up')] }, gives: 0 },
    { says: 'is not measured without votes', data: { articleVisits: [visit('s', 'a')] }, gives: 'no-data' },
  ],
  'self-service-ratio': [
    {
      says: 'is views ÷ tickets',
      data: {
        articleVisits: [visit('s', 'a'), visit('t', 'a'), visit('u', 'a')],
        tickets: [
          { id: 'a', createdAt: june(2) },
          { id: 'b', createdAt: june(3) },
        ],
      },
      gives: 1.5,
    },
    {
      says: 'is null without tickets in the range',
      data: { articleVisits: [visit('s', 'a')], tickets: [{ id: 'a', createdAt: before }] },
      gives: null,
    },
    { says: 'is not measured without tickets', data: { articleVisits: [visit('s', 'a')] }, gives: 'no-data' },
  ],
  'bot-success-rate': [
    {
      says: 'is what became no ticket ÷ all, open ones too',
      data: {
        conversations: [
          resolved('a'),
          talk('b'),
          routed('c'),
          talk('d', june(5), { handoffs: [{ at: june(5), by: 'message' }] }),
        ],
      },
      gives: 0.75,
    },
    {
      says: 'is null without conversations',
      data: { conversations: [{ ...routed('a'), startedAt: before }] },
      gives: null,
    },
    {
      says: 'counts a declined offer as success',
      data: { conversations: [talk('a', june(5), { handoffs: [{ at: june(5), by: 'ticket', accepted: false }] })] },
      gives: 1,
    },
  ],
  'forum-solved': [
    {
      says: 'counts topics of the range that are solved',
      data: {
        forumTopics: [topic('a', { solvedAt: june(4) }), topic('b'), topic('c', { at: before, solvedAt: june(4) })],
      },
      gives: 1,
    },
    {
      says: 'is 0 when none is',
      data: { forumTopics: [topic('a'), topic('b', { at: before, solvedAt: before })] },
      gives: 0,
    },
    {
      says: 'does not know what is solved later',
      data: { forumTopics: [topic('a', { solvedAt: june(7, '12:01') })] },
      gives: 0,
    },
  ],
  'forum-success-rate': [
    {
      says: 'is solved ÷ topics',
      data: { forumTopics: [topic('a', { solvedAt: june(4) }), topic('b'), topic('c'), topic('d')] },
      gives: 0.25,
    },
    {
      says: 'is null without topics in the range',
      data: { forumTopics: [topic('a', { at: before, solvedAt: june(4) })] },
      gives: null,
    },
    {
      says: 'counts a topic once whose later version is solved',
      data: { forumTopics: [topic('a'), topic('a', { solvedAt: june(4) })] },
      gives: 1,
    },
  ],
};
