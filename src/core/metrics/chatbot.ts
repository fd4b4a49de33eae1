/** The chatbot family (S5): reach, quality and speed of the agent's answers. */
import { count, distinct, mean, ratio, scale, type MetricDefinition } from './definition.js';

const conversations = { family: 'chatbot', level: 'intermediate', fact: 'conversations', at: 'startedAt', source: 'S5' } as const;
const runs = { family: 'chatbot', level: 'intermediate', fact: 'answeredRuns', at: 'at', source: 'S5' } as const;
const ratings = { family: 'chatbot', level: 'intermediate', fact: 'ratings', at: 'at', source: 'S5' } as const;
const users = distinct('user');
const engaged = count({ fact: 'messages', at: 'startedAt', where: { engaging: true } });
const answerTime = { minus: ['at', 'askedAt'] } as const;

export const CHATBOT_METRICS: readonly MetricDefinition[] = [
  {
    ...conversations, id: 'chat-opens', fact: 'openedConversations', formula: count(), unit: 'count', better: 'higher',
    label: 'Chats opened', description: 'Chats that were opened, with or without a visitor message.', rule: 'All conversations, by their start.',
  },
  {
    ...conversations, id: 'conversation-length', formula: mean({ plus: ['visitorMessages', 'agentMessages'] }), unit: 'messages',
    better: 'neither', label: 'Average conversation length', description: 'Messages of visitor and agent per conversation.',
    rule: 'Mean of visitor and agent messages over conversations whose messages are known.',
  },
  {
    ...conversations, id: 'interaction-rate', formula: ratio(count({ where: { visitorMessages: { atLeast: 2 } } }), count()), unit: 'percent',
    better: 'higher', needs: ['conversations.messages'], label: 'Interaction rate',
    description: 'Share of conversations in which the visitor wrote at least twice.', rule: 'Conversations with 2 or more visitor messages ÷ total volume.',
  },
  {
    ...conversations, id: 'engaged-conversations', formula: engaged, unit: 'count', better: 'higher', label: 'Engaged conversations',
    description: 'Conversations in which the visitor wrote after the welcome.', rule: 'Conversations with at least one visitor message after the welcome, by their start.',
  },
  {
    ...conversations, id: 'engagement-rate', formula: ratio(engaged, count({ fact: 'openedConversations', at: 'startedAt' })), unit: 'percent', better: 'higher', label: 'Engagement rate',
    description: 'Share of opened chats in which the visitor wrote after the welcome.', rule: 'Engaged conversations ÷ chats opened.',
  },
  {
    ...conversations, id: 'unique-users', formula: users, unit: 'count', better: 'higher', label: 'Unique users',
    description: 'Different people who wrote.', rule: 'Distinct profiles, else visitors; conversations with neither are left out.',
  },
  {
    ...conversations, id: 'returning-users', formula: distinct('user', { havingAtLeast: 2 }), unit: 'count', better: 'higher',
    label: 'Returning users', description: 'People with two or more conversations in the range.', rule: 'Distinct users with at least 2 conversations.',
  },
  {
    ...conversations, id: 'conversations-per-user', formula: ratio(count(), users), unit: 'ratio', better: 'neither',
    label: 'Conversations per user', description: 'How often one person writes.', rule: 'Total volume ÷ unique users.',
  },
  {
    family: 'chatbot', level: 'intermediate', source: 'S5', fact: 'messages', at: 'at', id: 'missed-messages', rows: { from: 'agent', missed: true },
    formula: count(), unit: 'count', better: 'lower', label: 'Missed messages', description: 'Messages the agent did not understand.',
    rule: 'Agent messages marked as missed.',
  },
  {
    family: 'chatbot', level: 'intermediate', source: 'S5', fact: 'messages', at: 'at', id: 'missed-rate',
    formula: ratio(count({ where: { from: 'agent', missed: true } }), count({ where: { from: 'visitor' } })), unit: 'percent', better: 'lower',
    label: 'Missed rate', description: 'Share of visitor messages the agent did not understand.', rule: 'Missed messages ÷ visitor messages.',
  },
  {
    ...conversations, id: 'takeover-rate', formula: ratio(count({ where: { takenOver: true } }), count()), unit: 'percent', better: 'lower',
    label: 'Human takeover rate', description: 'Share of conversations that went to a person.',
    rule: 'Conversations with an accepted ticket handoff or a message from a person ÷ total volume.',
  },
  {
    ...conversations, id: 'abandonment-rate', formula: ratio(count({ where: { abandoned: true } }), count()), unit: 'percent', better: 'lower',
    label: 'Abandonment', description: 'Share of conversations left with the visitor’s message unanswered.',
    rule: 'Closed or 48 hours silent with the visitor’s message last and no handoff ÷ total volume.',
  },
  {
    ...conversations, id: 'purchase-rate', formula: ratio(count({ where: { attributedItems: { atLeast: 1 } } }), count()), unit: 'percent',
    better: 'higher', label: 'Conversations with a purchase', description: 'Share of conversations that led to an attributed sale.',
    rule: 'Conversations with at least one attributed item ÷ total volume.',
  },
  {
    ...conversations, id: 'time-saved', formula: scale(count({ where: { status: 'resolved' } }), { setting: 'minutesSavedPerConversation', times: 60_000 }),
    unit: 'duration', better: 'higher', needs: [['conversations.status', 'conversations.messages']], label: 'Time saved',
    description: 'Working time the resolved conversations would have taken.', rule: 'Resolved by AI × minutes per conversation (a setting).',
  },
  {
    ...conversations, id: 'goal-completion-rate', formula: ratio(count({ where: { goal: { not: '' } } }), count({ ignore: ['goal'] })),
    unit: 'percent', better: 'higher', label: 'Goal completion', description: 'Share of conversations that reached a goal.',
    rule: 'Conversations with at least one goal ÷ total volume; by goal: those that reached it ÷ total volume.',
  },
  {
    ...ratings, id: 'bot-score', formula: mean('rating'), unit: 'points', better: 'higher', label: 'Rating of the agent',
    description: 'Mean rating from 1 to 5.', rule: 'Mean of the ratings given, by the time of the rating.',
  },
  {
    ...ratings, id: 'bot-satisfaction', formula: ratio(count({ where: { rating: { atLeast: 4 } } }), count()), unit: 'percent', better: 'higher',
    label: 'Satisfaction with the agent', description: 'Share of ratings of 4 or 5.', rule: 'Ratings of 4 or 5 ÷ all ratings.',
  },
  {
    ...runs, id: 'average-response-time', formula: mean(answerTime), unit: 'duration', better: 'lower', label: 'Average response time',
    description: 'Time from a visitor’s first unanswered message to the next reply.', rule: 'Mean over answered visitor messages, dated by the reply.',
  },
  {
    ...runs, id: 'bot-response-time', rows: { from: 'agent' }, formula: mean(answerTime), unit: 'duration', better: 'lower',
    label: 'Response time of the agent', description: 'Response time of replies by the agent.', rule: 'Mean over replies of the agent only.',
  },
  {
    ...runs, id: 'live-response-time', rows: { from: 'human' }, formula: mean(answerTime), unit: 'duration', better: 'lower',
    label: 'Response time of people', description: 'Response time of replies by people.', rule: 'Mean over replies of people only.',
  },
];
