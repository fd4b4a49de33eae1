/** The help desk's self-service (S4): articles, the forum and the bot. */
import { count, distinct, mean, ratio, type MetricDefinition } from './definition.js';

const desk = { family: 'help-desk', source: 'S4' } as const;
const basic = { ...desk, level: 'basic' } as const;
const intermediate = { ...desk, level: 'intermediate' } as const;
const visits = { fact: 'articleVisits', at: 'at' } as const;
const votes = { fact: 'articleVotes', at: 'at' } as const;
const topics = { fact: 'forumTopics', at: 'at' } as const;
const conversations = { fact: 'conversations', at: 'startedAt' } as const;
const views = distinct(['session', 'article'], visits);
const solved = count({ where: { solved: true } });

export const DESK_SELF_SERVICE_METRICS: readonly MetricDefinition[] = [
  {
    ...basic, ...visits, id: 'article-views', formula: views, unit: 'count', better: 'higher',
    label: 'Knowledge-base views', description: 'How often help articles were read.', rule: 'Distinct sessions per article, by the time of the visit.',
  },
  {
    ...basic, ...conversations, id: 'bot-conversations', formula: count(), unit: 'count', better: 'higher',
    label: 'Chatbot conversations', description: 'Conversations with the AI agent.', rule: 'Conversations with at least one visitor message, by their start.',
  },
  {
    ...basic, fact: 'forumPosts', at: 'at', id: 'forum-posts', formula: count(), unit: 'count', better: 'higher',
    label: 'New forum posts', description: 'Posts in the customer forum.', rule: 'Every post, by its time.',
  },
  {
    ...intermediate, fact: 'articleSessions', at: 'at', id: 'article-bounce-rate', formula: ratio(count({ where: { bounced: true } }), count()), unit: 'percent', better: 'lower',
    label: 'Article bounce rate', description: 'Share of readers who left an article without doing anything.', rule: 'Sessions of an article with no interaction ÷ sessions of an article.',
  },
  {
    ...intermediate, ...visits, id: 'time-on-article', formula: mean('duration'), unit: 'duration', better: 'neither',
    label: 'Time on article', description: 'How long an article is read.', rule: 'Mean of the seconds of each visit.',
  },
  {
    ...intermediate, ...votes, id: 'thumbs-up', rows: { vote: 'up' }, formula: count(), unit: 'count', better: 'higher',
    label: 'Thumbs up', description: 'Readers whom an article helped.', rule: 'Votes for an article, by their time.',
  },
  {
    ...intermediate, ...votes, id: 'thumbs-down', rows: { vote: 'down' }, formula: count(), unit: 'count', better: 'lower',
    label: 'Thumbs down', description: 'Readers whom an article did not help.', rule: 'Votes against an article, by their time.',
  },
  {
    ...intermediate, ...visits, id: 'self-service-ratio', formula: ratio(views, count({ fact: 'tickets', at: 'createdAt' })), unit: 'ratio', better: 'higher',
    label: 'Knowledge-base success', description: 'Article views for each ticket.', rule: 'Knowledge-base views ÷ ticket volume.',
  },
  {
    ...intermediate, ...conversations, id: 'bot-success-rate', formula: ratio(count({ where: { status: { not: 'routed' } } }), count()), unit: 'percent', better: 'higher',
    needs: [['conversations.status', 'conversations.handoffs']],
    label: 'Bot success rate', description: 'Share of conversations that became no ticket.', rule: 'Conversations without a ticket ÷ total volume; closed and open ones count as success.',
  },
  {
    ...intermediate, ...topics, id: 'forum-solved', formula: solved, unit: 'count', better: 'higher', needs: ['forumTopics.solvedAt'],
    label: 'Solved in the forum', description: 'Questions the forum answered.', rule: 'Solved topics, by their start.',
  },
  {
    ...intermediate, ...topics, id: 'forum-success-rate', formula: ratio(solved, count()), unit: 'percent', better: 'higher', needs: ['forumTopics.solvedAt'],
    label: 'Forum success rate', description: 'Share of questions the forum answered.', rule: 'Solved topics ÷ topics, by their start.',
  },
];
