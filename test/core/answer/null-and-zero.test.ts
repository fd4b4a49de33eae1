import { expect } from 'chai';
import type { AgentData } from '../../../src/core/facts/agent-data.js';
import type { Conversation } from '../../../src/core/facts/conversations.js';
import type { MetricAnswer } from '../../../src/core/query.js';
import { answerOf, june, metricOf, resolved, said, talk } from '../../fixtures/make-facts.js';

/** `api.md`, "Null and zero". Each case: what was supplied, which metric, and what it says. */
type Case = [name: string, data: AgentData, metric: string, answer: MetricAnswer];

const NO_DATA = { value: null, reason: 'no-data' } as const;
const one = (rest: Partial<Conversation> = {}): AgentData => ({ conversations: [talk('a', june(5), rest)] });
/** A conversation long before the week that has a column, beside one in it that has not. */
const elsewhere = (rest: Partial<Conversation>): AgentData => ({
  conversations: [talk('old', '2026-01-01T00:00:00Z', rest), talk('a')],
});
const nothing: AgentData = {};
const empty: AgentData = { conversations: [] };
const click = { at: '2026-01-01T00:00:00Z', productId: 'shoe' };

const cases: Case[] = [
  ['nothing was supplied', nothing, 'total-volume', NO_DATA],
  ['nothing was supplied', nothing, 'ai-resolved-rate', NO_DATA],
  ['nothing was supplied', nothing, 'ai-revenue', NO_DATA],
  ['only orders were supplied', { orders: [] }, 'total-volume', NO_DATA],
  ['an empty list was supplied', empty, 'total-volume', { value: 0 }],
  ['an empty list was supplied', empty, 'chat-opens', { value: 0 }],
  ['an empty list has no clicks', empty, 'link-clicks', NO_DATA],
  [
    'no conversation in the week',
    { conversations: [resolved('old', '2026-01-01T00:00:00Z')] },
    'total-volume',
    { value: 0 },
  ],
  [
    'no conversation in the week',
    { conversations: [resolved('old', '2026-01-01T00:00:00Z')] },
    'ai-resolved',
    { value: 0 },
  ],
  [
    'no conversation in the week',
    { conversations: [resolved('old', '2026-01-01T00:00:00Z')] },
    'ai-resolved-rate',
    { value: null },
  ],
  [
    'no conversation in the week',
    { conversations: [resolved('old', '2026-01-01T00:00:00Z')] },
    'conversation-length',
    { value: null },
  ],
  [
    'no conversation in the week',
    { conversations: [resolved('old', '2026-01-01T00:00:00Z')] },
    'average-response-time',
    { value: null },
  ],
  [
    'no conversation in the week',
    { conversations: [resolved('old', '2026-01-01T00:00:00Z')] },
    'average-response-time:median',
    { value: null },
  ],

  ['no record has clicks', one(), 'link-clicks', NO_DATA],
  ['clicks are null', one({ clicks: null as never }), 'link-clicks', NO_DATA],
  ['clicks are an empty list', one({ clicks: [] }), 'link-clicks', { value: 0 }],
  ['another record has clicks', elsewhere({ clicks: [click] }), 'link-clicks', { value: 0 }],
  ['no record has cart adds', one(), 'add-to-cart', NO_DATA],
  ['cart adds are an empty list', one({ cartAdds: [] }), 'add-to-cart', { value: 0 }],
  ['a rating after now', one({ rating: { value: 5, at: june(8) } }), 'bot-score', { value: null }],
  ['a rating after now', one({ rating: { value: 5, at: june(8) } }), 'bot-satisfaction', { value: null }],
  ['no record has a rating', one(), 'bot-score', NO_DATA],
  ['no record has goals', one(), 'goal-completion-rate', NO_DATA],
  ['goals are an empty list', one({ goals: [] }), 'goal-completion-rate', { value: 0 }],
  ['no message has a skill', one(), 'skill-uses', NO_DATA],
  ['the agent’s skills are listed', { ...one(), skills: ['returns'] }, 'skill-uses', { value: 0 }],
  ['no message is marked missed', one(), 'missed-messages', NO_DATA],
  [
    'a message is marked not missed',
    {
      conversations: [
        talk('a', june(5), { messages: [said('visitor', june(5)), said('agent', june(5), '', { missed: false })] }),
      ],
    },
    'missed-messages',
    { value: 0 },
  ],
  ['nobody ever answered', one(), 'average-response-time', { value: null }],
  ['nobody ever answered', one(), 'bot-response-time', { value: null }],
  ['nobody ever answered', one(), 'live-response-time:p90', { value: null }],
  ['no profile and no visitor', one(), 'unique-users', NO_DATA],
  ['a visitor elsewhere', elsewhere({ visitorId: 'v' }), 'unique-users', { value: 0, leftOut: 1 }],

  ['orders without clicks', { ...one(), orders: [] }, 'ai-revenue', NO_DATA],
  ['clicks without orders', one({ clicks: [] }), 'ai-revenue', NO_DATA],
  ['orders and clicks, nothing attributed', { ...one({ clicks: [] }), orders: [] }, 'ai-revenue', { value: 0 }],
  ['orders and clicks, nothing attributed', { ...one({ clicks: [] }), orders: [] }, 'ai-order-value', { value: null }],
  ['orders and clicks, nothing attributed', { ...one({ clicks: [] }), orders: [] }, 'purchase-rate', { value: 0 }],

  ['neither handoffs nor status', one(), 'ai-unresolved-rate', NO_DATA],
  ['neither handoffs nor status', one(), 'ai-resolved-rate', { value: 0 }],
  ['handoffs are an empty list', one({ handoffs: [] }), 'ai-unresolved-rate', { value: 0 }],
  ['status without handoffs', one({ status: 'closed' }), 'ai-unresolved-rate', { value: 1 }],
  ['handoffs elsewhere', elsewhere({ handoffs: [] }), 'ai-unresolved-rate', { value: 0 }],

  ['messages missing in the only record', one({ messages: null as never }), 'total-volume', { value: 1 }],
  ['messages missing in the only record', one({ messages: null as never }), 'chat-opens', { value: 1 }],
  ['messages missing in the only record', one({ messages: null as never }), 'conversation-length', NO_DATA],
  ['messages missing in the only record', one({ messages: null as never }), 'interaction-rate', NO_DATA],
  ['messages are an empty list', one({ messages: [] }), 'total-volume', { value: 0 }],
  ['messages are an empty list', one({ messages: [] }), 'chat-opens', { value: 1 }],
  ['only the agent wrote', one({ messages: [said('agent', june(5))] }), 'total-volume', { value: 0 }],
  ['only the agent wrote', one({ messages: [said('agent', june(5))] }), 'chat-opens', { value: 1 }],
  ['the visitor’s message is after now', one({ messages: [said('visitor', june(8))] }), 'total-volume', { value: 0 }],
  [
    'messages missing beside a record with them',
    { conversations: [talk('a'), { id: 'b', startedAt: june(5) }] },
    'total-volume',
    { value: 2 },
  ],
  [
    'messages missing beside a record with them',
    { conversations: [talk('a'), { id: 'b', startedAt: june(5) }] },
    'conversation-length',
    { value: 1, leftOut: 1 },
  ],

  ['no minutes are set', { conversations: [resolved('a')] }, 'time-saved', NO_DATA],
];

describe('null and zero', () => {
  for (const [name, data, metric, answer] of cases) {
    it(`${name}: ${metric} is ${answer.value}${answer.reason ? ` with ${answer.reason}` : ''}`, async () => {
      expect(await metricOf(data, metric)).to.deep.equal(answer);
    });
  }

  it('what is not supplied never breaks the others', async () => {
    const { metrics } = await answerOf(one({ clicks: [] }), {
      metrics: ['ai-revenue', 'link-clicks', 'bot-score', 'total-volume'],
    });
    expect(Object.fromEntries(Object.entries(metrics).map(([id, { value }]) => [id, value]))).to.deep.equal({
      'ai-revenue': null,
      'link-clicks': 0,
      'bot-score': null,
      'total-volume': 1,
    });
  });

  it('null without data has the shape of the question', async () => {
    const answer = await metricOf(one(), 'link-clicks', {
      grain: 'day',
      groupBy: 'status',
      compare: { from: '2026-05-31', to: '2026-05-31' },
    });
    const week = [null, null, null, null, null, null, null];
    expect(answer).to.deep.equal({
      value: null,
      previous: null,
      reason: 'no-data',
      byBucket: week,
      previousByBucket: week,
      byGroup: [null, null, null, null],
      previousByGroup: [null, null, null, null],
      byGroupAndBucket: [week, week, week, week],
    });
  });

  it('no data is never decided by the range or a filter', async () => {
    const data = elsewhere({ clicks: [click], channel: 'sms' });
    for (const query of [
      {},
      { from: '2030-01-01', to: '2030-01-01' },
      { from: '1999-01-01', to: '1999-12-31' },
      { filters: { channel: ['voice'] } },
    ]) {
      expect(await metricOf(data, 'link-clicks', query)).to.deep.equal({ value: 0 });
      expect(await metricOf(data, 'add-to-cart', query)).to.deep.equal(NO_DATA);
    }
  });
});
